import fc from 'fast-check';
import type { Damage } from './damage.ts';

/** What people and tools do to the members of a JSON text with one to a line: change a value, or whole members. */
export function memberEdit(): fc.Arbitrary<Damage> {
  // As often in the middle as at the ends.
  const place = fc.noBias(fc.nat(1_000_000));
  return fc.oneof(
    fc.tuple(place, fc.constantFrom(...VALUE_CHANGES)).map(([place, [wanted, written]]): Damage => {
      return text => {
        const found = [...text.matchAll(wanted)];
        const { 0: old = '', index = 0 } = found[place % found.length] ?? {};
        return text.slice(0, index) + old.replace(wanted, written) + text.slice(index + old.length);
      };
    }),
    fc.tuple(place, fc.constantFrom(...MEMBER_CHANGES)).map(([place, change]): Damage => {
      return text => {
        const lines = text.split('\n');
        const members = wholeMembers(lines);
        const [from, length] = members[place % members.length] ?? [0, 0];
        change(lines, from, length);
        return lines.join('\n');
      };
    }),
  );
}

const VALUE_CHANGES: readonly (readonly [RegExp, string])[] = [
  [/\d+/g, '7'],
  [/part-\d+/g, 'part-3'],
  [/part-\d+/g, 'tools'],
  [/[a-z](?=",?$)/gm, '\\u0041'],
  [/"tools"/g, '"tool"'],
  [/"(?:resolved|version|requires|dependencies|packages|link|name)"/g, '"other"'],
  [/\n/g, '\n '],
  [/true/g, 'false'],
];

const MEMBER_CHANGES: readonly ((lines: string[], from: number, length: number) => unknown)[] = [
  (lines, from, length) => lines.splice(from, length),
  (lines, from, length) => lines.splice(from, 0, ...lines.slice(from, from + length)),
  (lines, from, length) => lines.splice(from >> 1, 0, ...lines.splice(from, length)),
  // Many at once.
  (lines, from, length) => lines.splice(from, 0, ...lines.slice(from, from + 20 * length)),
  (lines, from, length) => lines.splice(from, 20 * length),
];

/** Where members that are containers begin, and how many lines they have, by indentation alone. */
function wholeMembers(lines: readonly string[]): (readonly [number, number])[] {
  return lines.flatMap((line, from) => {
    const indentation = /^ {3,}(?=.*\{$)/.exec(line)?.[0];
    if (indentation === undefined) return [];
    const end = lines.findIndex((each, index) => index > from && each.startsWith(`${indentation}}`));
    return end < 0 ? [] : [[from, end - from + 1] as const];
  });
}
