import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filePatterns, manifestSections, manifestTexts } from './manifest-sections.ts';
import { rulesetGrammar } from './ruleset-grammar.ts';

/**
 * Writes the sections of `package.json` that follow from the settings, the commands and the formats, its English texts, and the file
 * patterns that client and server watch, and the grammar of rulesets. Run by `npm run generate`; the same code gives the same bytes.
 */
const root = join(import.meta.dirname, '..', '..');
const manifestPath = join(root, 'package.json');
const manifest: Record<string, unknown> = JSON.parse(readFileSync(manifestPath, 'utf8'));
writeFileSync(manifestPath, `${JSON.stringify(withSections(manifest), undefined, 2)}\n`);
writeFileSync(join(root, 'package.nls.json'), `${JSON.stringify(manifestTexts(), undefined, 2)}\n`);
writeFileSync(
  join(root, 'syntaxes', 'vendor-diligence-ruleset.tmLanguage.json'),
  `${JSON.stringify(rulesetGrammar(), undefined, 2)}\n`,
);

const generated = join(root, 'src', 'protocol', 'generated');
mkdirSync(generated, { recursive: true });
writeFileSync(
  join(generated, 'file-patterns.ts'),
  `// Generated from the formats' file names by tools/generate-manifest.ts.

/** The files that some format claims by name, as globs that match at any depth. */
export const FILE_PATTERNS: readonly string[] = ${JSON.stringify(filePatterns(), undefined, 2)};
`,
);

/** Sections that are new go before the dependencies. */
function withSections(manifest: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sections = manifestSections();
  const entries = Object.entries(manifest).map(([key, value]) => [key, sections[key] ?? value] as const);
  const added = Object.entries(sections).filter(([key]) => !(key in manifest));
  const dependencies = entries.findIndex(([key]) => key === 'devDependencies' || key === 'dependencies');
  return Object.fromEntries(entries.toSpliced(dependencies < 0 ? entries.length : dependencies, 0, ...added));
}
