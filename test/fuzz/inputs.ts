import { readdirSync } from 'node:fs';
import { CASES, readCases } from '../support/damage.ts';

/** Numbers that depend on the seed alone: below `limit`, from 0. */
export type Random = (limit: number) => number;

/** `mulberry32`: the same seed gives the same inputs on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit);
  };
}

/** The files of all cases: the path and the text. */
export function corpusOf(folder = CASES): readonly (readonly [path: string, text: string])[] {
  return readdirSync(folder)
    .sort()
    .flatMap(readCases)
    .flatMap(texts => Object.entries(texts));
}

/** A text made of the corpus: mutated, joined with another one, or a soup of what means something to some syntax. */
export function makeText(random: Random, corpus: readonly string[]): string {
  const one = () => pick(random, corpus).slice(0, MAX_LENGTH);
  switch (random(4)) {
    case 0:
      return soup(random, one());
    case 1:
      return mutated(random, joined(random, one(), one()));
    default:
      return mutated(random, one());
  }
}

const MAX_LENGTH = 20_000;

/** The end of one text after the beginning of another. */
function joined(random: Random, first: string, second: string): string {
  return first.slice(0, random(first.length + 1)) + second.slice(random(second.length + 1));
}

function mutated(random: Random, text: string): string {
  let changed = text;
  for (let count = 1 + random(6); count > 0; count--)
    changed = MUTATIONS[random(MUTATIONS.length)]?.(random, changed) ?? changed;
  return changed;
}

type Mutation = (random: Random, text: string) => string;

const MUTATIONS: readonly Mutation[] = [
  (random, text) => text.slice(0, random(text.length + 1)),
  (random, text) => text.slice(random(text.length + 1)),
  (random, text) => replaced(random, text, random(40), ''),
  (random, text) => replaced(random, text, 0, pick(random, PIECES)),
  (random, text) => replaced(random, text, 1, pick(random, PIECES)),
  (random, text) => replaced(random, text, 0, pick(random, PIECES).repeat(1 + random(300))),
  (random, text) => replaced(random, text, 0, text.slice(random(text.length + 1)).slice(0, random(400))),
  (random, text) => replaced(random, text, 1, String.fromCharCode(random(0x10000))),
  (_, text) => text.replaceAll('\n', '\r\n'),
  (_, text) => text.replaceAll('  ', '\t'),
];

/** The text with `length` characters at some place replaced. */
function replaced(random: Random, text: string, length: number, by: string): string {
  const at = random(text.length + 1);
  return text.slice(0, at) + by + text.slice(at + length);
}

/** Words of a real file and pieces in any order. */
function soup(random: Random, text: string): string {
  const words = text.split(/(\s+)/).slice(0, 2000);
  const pieces: string[] = [];
  for (let count = random(200); count > 0; count--)
    pieces.push(pick(random, random(2) === 0 ? words : PIECES));
  return pieces.join('');
}

function pick(random: Random, choices: readonly string[]): string {
  return choices[random(choices.length)] ?? '';
}

/** What means something to some syntax. */
const PIECES: readonly string[] = [
  ...[
    '"',
    "'",
    '`',
    '"""',
    "'''",
    '\\',
    '\\u{110000}',
    '\\x',
    '\\uD800',
    '\uD800',
    '\uDC00',
    '\u{1F512}',
    '\u202E',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '</',
    '/>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&#x41;',
    '&amp;',
    '&x;',
  ],
  ...[
    '${',
    '%{',
    '{{',
    '}}',
    '{{-',
    '{%',
    '$(',
    '$((',
    '$[',
    '@{',
    '<<EOT\n',
    '<<~EOT\n',
    '<<-EOT\n',
    'EOT\n',
    '<<: *a',
  ],
  ...['\n', '\r', '\r\n', '\t', '\0', '\u2028', '\uFEFF', ' ', '    ', '\f', '\v', '\u0085'],
  ...[
    ':',
    ': ',
    '- ',
    '? ',
    '&a ',
    '*a',
    '!tag ',
    '|',
    '|2-\n',
    '>-\n',
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '#',
    '# ',
    '//',
    '/*',
    '*/',
    ';',
  ],
  ...[
    '=',
    '==',
    '=>',
    ',',
    '.',
    '..',
    '...',
    '*',
    '?',
    '@',
    '\\\n',
    '&&',
    '||',
    '|&',
    '<(',
    'FROM ',
    'ARG ',
    'ONBUILD ',
    '--',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'prototype',
    'hasOwnProperty',
    'null',
    'true',
    '1e999',
    '-0',
    '0x',
    'NaN',
  ],
  ...[
    'var.',
    'local.',
    'each.value',
    'module.',
    'for ',
    'if ',
    'else ',
    'def ',
    'class ',
    'import ',
    'return ',
    'function ',
  ],
  ...[
    'vendor-diligence-ignore',
    'vendor-diligence-ignore-file x -- y',
    'https://',
    'git+ssh://',
    'npm:',
    'workspace:*',
    'http://[::1',
  ],
];
