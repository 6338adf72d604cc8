import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_PATTERNS } from '../../src/protocol/generated/file-patterns.ts';
import { SETTINGS } from '../../src/protocol/settings.ts';
import { filePatterns, manifestSections } from '../../src/tools/manifest-sections.ts';
import { rulesetGrammar } from '../../src/tools/ruleset-grammar.ts';

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the manifest', () => {
  for (const [name, section] of Object.entries(manifestSections())) {
    it(`has ${name} as the code says (npm run generate writes it)`, () =>
      assert.deepEqual(manifest[name], JSON.parse(JSON.stringify(section))));
  }

  it('and the client agree on the files', () => assert.deepEqual(FILE_PATTERNS, filePatterns()));

  it('has patterns that VS Code understands as well as the classifier', () =>
    assert.deepEqual(
      FILE_PATTERNS.filter(pattern => !/^\*\*\/[\w.*?{},[\]/@-]+$/.test(pattern)),
      [],
    ));

  it('names only files that are there', () => {
    const files = [
      manifest.icon,
      ...manifest.contributes.jsonValidation.map(({ url }: { url: string }) => url),
      ...manifest.contributes.languages.map(({ configuration }: { configuration: string }) => configuration),
      ...manifest.contributes.grammars.map(({ path }: { path: string }) => path),
    ];
    assert.deepEqual(
      files.filter(file => !existsSync(join(root, file))),
      [],
    );
  });

  it('has the grammar of rulesets as the code says (npm run generate writes it)', () => {
    const path = join(root, 'syntaxes/vendor-diligence-ruleset.tmLanguage.json');
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), JSON.parse(JSON.stringify(rulesetGrammar())));
  });

  it('keeps every setting that decides what is shown from a workspace that is not trusted', () => {
    const restricted = Object.entries(SETTINGS).flatMap(([name, setting]) =>
      setting.restricted ? [name] : [],
    );
    assert.deepEqual(restricted, ['enable', 'audience', 'rulesets']);
  });
});
