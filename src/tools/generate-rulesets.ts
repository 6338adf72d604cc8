import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { type RulesetFile, RulesetSchema } from '../model/ruleset.ts';
import { ENGLISH } from '../report/language.ts';
import { readRuleset } from '../ruleset/load.ts';
import { LineIndex } from '../text/line-index.ts';

/**
 * Writes the bundled rulesets as one module, validated, so that a scan that uses no other ruleset needs no validator;
 * and the JSON Schema with which editors complete and check ruleset files.
 * Run by `npm run generate`; exits 1 when a bundled ruleset is not valid.
 */
const root = join(import.meta.dirname, '..', 'ruleset');
const bundled: Record<string, RulesetFile> = {};
for (const file of readdirSync(join(root, 'bundled')).sort()) {
  const name = `vendor-diligence:${file.replace(/\.jsonc$/, '')}`;
  const text = readFileSync(join(root, 'bundled', file), 'utf8');
  const { ruleset, problems } = readRuleset({ name: file, text });
  for (const { span, message } of problems) {
    const { line, character } = new LineIndex(text).positionAt(span?.start ?? 0);
    process.stderr.write(
      `src/ruleset/bundled/${file}:${line + 1}:${character + 1}: ${ENGLISH.phrase(message)}\n`,
    );
  }
  if (ruleset) bundled[name] = ruleset;
  else process.exitCode = 1;
}
mkdirSync(join(root, 'generated'), { recursive: true });
writeFileSync(
  join(root, 'generated', 'bundled.ts'),
  `// Generated from ruleset/bundled by tools/generate-rulesets.ts.
import type { RulesetFile } from '../../model/ruleset.ts';

/** The rulesets that come with the product, by the name that \`extends\` uses. */
export const BUNDLED: Readonly<Record<string, RulesetFile>> = ${JSON.stringify(bundled, undefined, 2)};
`,
);
const schema = {
  title: 'Vendor Diligence ruleset',
  ...toJsonSchema(RulesetSchema, { typeMode: 'input', errorMode: 'ignore' }),
};
writeFileSync(join(root, 'ruleset.schema.json'), `${JSON.stringify(schema, undefined, 2)}\n`);
