import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestTexts } from '../../src/tools/manifest-sections.ts';

const root = join(import.meta.dirname, '..', '..');
const read = <Text = string>(path: string): Record<string, Text> =>
  JSON.parse(readFileSync(join(root, path), 'utf8'));

describe('the texts of the manifest', () => {
  it('in English are those of the code (npm run generate writes them)', () =>
    assert.deepEqual(read('package.nls.json'), manifestTexts()));

  it('are all that stand in it as keys', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const keys = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(match => match[1]);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(manifestTexts()).sort());
  });

  for (const language of ['fr', 'de']) {
    it(`are all in ${language}, each beside the English text that it was made from`, () => {
      const texts = read<{ message: string; comment: string[] }>(`package.nls.${language}.json`);
      const sources = Object.entries(texts).map(([key, { comment }]) => [key, comment.join()]);
      assert.deepEqual(Object.fromEntries(sources), manifestTexts());
      assert.ok(Object.values(texts).every(({ message }) => message !== ''));
    });
  }
});

describe('the texts of the client', () => {
  const texts = readdirSync(join(root, 'src/client')).flatMap(textsIn);

  it('are found in its sources', () => assert.ok(texts.length > 25));

  for (const language of ['fr', 'de']) {
    const bundle = read(`l10n/bundle.l10n.${language}.json`);

    it(`are all in ${language}, and no others`, () =>
      assert.deepEqual(Object.keys(bundle).sort(), [...new Set(texts)].sort()));

    it(`have the same places for values in ${language}`, () => {
      const wrong = Object.entries(bundle).filter(([text, other]) => values(text) !== values(other));
      assert.deepEqual(wrong, []);
    });
  }
});

/** The first arguments of `t(…)`: always a literal, so that they can be found. */
function textsIn(file: string): string[] {
  const source = readFileSync(join(root, 'src/client', file), 'utf8');
  return [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(match => match[1] ?? '');
}

function values(text: string): string {
  return [...text.matchAll(/\{\d\}/g)].map(String).sort().join();
}
