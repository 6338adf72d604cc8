import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { npmrc } from '../../src/formats/npmrc/index.ts';
import { packageJson } from '../../src/formats/package-json/index.ts';
import { packageLock } from '../../src/formats/package-lock/index.ts';
import { makeSource } from '../../src/text/source.ts';
import { assertSound } from '../support/assert-extraction.ts';

const cases = join(import.meta.dirname, '..', 'cases');

describe('npm formats survive any text', () => {
  for (const format of [packageJson, packageLock, npmrc]) {
    it(format.id, async () => {
      const extract = await format.load();
      const check = (text: string): void => {
        const source = makeSource('app/file', text);
        assertSound(extract(source), source);
      };
      const texts = textsOf(format.id, format.files);
      for (const text of texts) check(text);
      const cut = fc.tuple(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat({ max: 40 }),
        fc.constantFrom(...INSERTED),
      );
      fc.assert(
        fc.property(cut, ([text, at, length, inserted]) => {
          const position = at % (text.length + 1);
          check(text.slice(0, position));
          check(text.slice(0, position) + inserted + text.slice(position + length));
        }),
        { numRuns: 400 },
      );
    }).timeout(20_000);
  }
});

/** Every file of the format's cases. */
function textsOf(format: string, names: readonly string[]): string[] {
  return readdirSync(join(cases, format), { recursive: true, encoding: 'utf8' })
    .filter(path => names.includes(basename(path)))
    .map(path => readFileSync(join(cases, format, path), 'utf8'));
}

const INSERTED = [
  '',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ',',
  ':',
  '\n',
  '\r\n',
  '\u0000',
  '\ud83d',
  '😀',
  '/*',
  '$' + '{',
  '\\u12',
];
