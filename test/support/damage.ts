import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decode } from '../../src/engine/decode.ts';

/** The folder of all cases, one folder per format in it. */
export const CASES = join(import.meta.dirname, '../cases');

/** Every case of a format as its files by path. */
export function readCases(format: string): Record<string, string>[] {
  const folder = join(CASES, format);
  return readdirSync(folder)
    .sort()
    .map(name => readTexts(join(folder, name)));
}

function readTexts(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && entry.name !== 'expected.txt',
  );
  return Object.fromEntries(
    files.map(file => {
      const path = join(file.parentPath, file.name);
      const relative = path.slice(folder.length + 1).replaceAll('\\', '/');
      return [relative, decode(relative, readFileSync(path)).text];
    }),
  );
}

/** A change of a text. */
export type Damage = (text: string) => string;

/** A cut at either end, a hole, a repetition, or a few characters that mean something to some syntax. */
export function damage(): fc.Arbitrary<Damage> {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const at = (text: string, where: number) => Math.floor(text.length * where);
  return fc.oneof(
    part.map(
      (where): Damage =>
        text =>
          text.slice(0, at(text, where)),
    ),
    part.map(
      (where): Damage =>
        text =>
          text.slice(at(text, where)),
    ),
    fc.tuple(part, fc.nat(40)).map(
      ([where, length]): Damage =>
        text =>
          text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
    ),
    fc.tuple(part, fc.nat(200)).map(
      ([where, length]): Damage =>
        text =>
          text.slice(0, at(text, where) + length) + text.slice(at(text, where)),
    ),
    fc.tuple(part, fc.constantFrom(...MEANINGFUL)).map(
      ([where, piece]): Damage =>
        text =>
          text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
    ),
  );
}

const MEANINGFUL = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '${',
  '%{',
  '<<EOT\n',
  '\n',
  '\r',
  '\t',
  ':',
  '- ',
  '&a ',
  '*a',
  '#',
  '//',
  '/*',
  '\\',
  '\u{1F512}',
  '\uD800',
  '\u202E',
  '=',
  ',',
  '__proto__',
  '$(',
  '`',
  '|',
  '>-\n',
  '---\n',
];
