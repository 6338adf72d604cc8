import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { parseWithLibrary } from '../../src/parsers/yaml/parse.ts';
import { readPlainBlocks } from '../../src/parsers/yaml/plain-blocks.ts';
import { makeSource } from '../../src/text/source.ts';
import { CASES, readCases } from '../support/damage.ts';

/** The library is the oracle: what this reader reads at all, it reads as that, to the last span. */
function assertSame(text: string): void {
  const documents = readPlainBlocks(text);
  if (documents)
    assert.deepEqual({ documents, problems: [], comments: [] }, parseWithLibrary(makeSource('', text)));
}

describe('YAML by indentation', () => {
  const read: Record<string, string> = {
    'maps in maps': 'a:\n  b:\n    c: d\n  e: f\ng: h\n',
    'lists of maps, beside their key and further in':
      'a:\n- b: c\n  d: e\n- f\ng:\n    -   h: i\n        j: k\n',
    'lists in lists': '- - a\n  - b\n- c\n',
    'several documents': '# head\n--- # first\na: b\n---\n---\nc: d\n',
    'values that are not there': 'a:\nb:   \nc:\n  d:\n',
    'values over several lines':
      "a: b c\n  d\n\n  e   \n    f # end\ng: \"h\n\n  i \\u0041 \\\n  j\"\nk: 'l'' \n   m'\n",
    'scripts and texts':
      'a: |\n  b\n    c\n\n  d\n\n\ne: >-\n  f\n  g\n\n  h\ni: |+\n  j\n\nk: |2-\n  l\n'.replace('|2-', '|-'),
    'a text at the end': 'a:\n  - |-\n    b\n    c',
    'brackets on a line': 'a: [b, "c d", [], {}, {e: f, "g": -1}, http://h/i] # j\nk: {}\n',
    'comments between everything':
      'a: b # c\n# d\ne:\n  # f\n  g: h\n    # i\n\n      # j\n  k:\n    - l\n\n    # m\n    - n\n# o\np: q\n# r',
    'quoted keys': '"a": b\n\'c d\': e\n"": f\n',
    'every type of scalar':
      '- 1\n- -1.5e3\n- true\n- ~\n- null\n- 0x1f\n- .inf\n- -a\n- :b\n- ?c\n- a#b\n- a:b\n',
    'no line at the end': 'a: b',
  };
  for (const [name, text] of Object.entries(read)) {
    it(`reads ${name}`, () => {
      assert.ok(readPlainBlocks(text));
      assertSame(text);
    });
  }

  const left: Record<string, string> = {
    'anchors and aliases': 'a: &x b\nc: *x\n',
    'merge keys': 'a:\n  <<: {b: c}\n',
    tags: 'a: !Ref b\n',
    'keys of several parts': '? a\n: b\n',
    'brackets over lines': 'a: [b,\n  c]\n',
    'an open quote': 'a: "b\nc: d\n',
    'an open bracket': 'a: [b\n',
    'a second colon': 'a: b: c\n',
    'a list beside a value': 'a: b\n- c\n',
    'two lists in one place': 'a:\n    - b\n  - c\n',
    'keys that are out of line': 'a:\n    b: c\n  d: e\n',
    'tabs, carriage returns and other controls': 'a:\tb\r\n',
    'a scalar alone': 'a\n',
    'an indentation that is given': 'a: |2\n   b\n',
    'directives and document ends': '%YAML 1.2\n---\na: b\n...\n',
    'comments for what is not there': 'a:\n  # b\nc: d\n',
    'comments at the end of what is further in': 'a:\n  b: c\n  # d\ne: f\n',
    'more levels than anybody writes': Array.from(
      { length: 100 },
      (_, depth) => `${' '.repeat(depth)}a:\n`,
    ).join(''),
  };
  for (const [name, text] of Object.entries(left)) {
    it(`leaves ${name} to the library`, () => assert.equal(readPlainBlocks(text), undefined));
  }

  const texts = readdirSync(CASES)
    .sort()
    .flatMap(readCases)
    .flatMap(files => Object.entries(files).flatMap(([path, text]) => (/\.ya?ml$/.test(path) ? [text] : [])));

  it('reads most files of the cases, all as the library does', () => {
    texts.forEach(assertSame);
    const plain = texts.filter(text => readPlainBlocks(text));
    assert.ok(plain.length > texts.length / 2, `${plain.length} of ${texts.length}`);
  });

  it('reads what is left of damaged files as the library does', () => {
    let plain = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        lines(),
        fc.array(change(), { minLength: 1, maxLength: 3 }),
        (text, some, changes) => {
          const damaged = changes.reduce((result, apply) => apply(result), some(text));
          if (readPlainBlocks(damaged)) plain++;
          assertSame(damaged);
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 3000), seed: 20_261_126 },
    );
    assert.ok(plain > 300, `${plain} texts were plain`);
  });
});

type Change = (text: string) => string;

/** Some lines of a text, moved out to the margin. */
function lines(): fc.Arbitrary<Change> {
  return fc.tuple(fc.nat(), fc.integer({ min: 2, max: 14 })).map(([from, count]) => text => {
    const all = text.split('\n');
    const start = from % Math.max(1, all.length - count);
    const some = all.slice(start, start + count);
    const indents = some.filter(line => line.trim() !== '').map(line => line.search(/[^ ]/));
    return some.map(line => line.slice(Math.min(...indents, 40))).join('\n');
  });
}

/** A piece of syntax put in, characters cut out, or a line that is indented, repeated or removed. */
function change(): fc.Arbitrary<Change> {
  const place = fc.nat();
  const inLines = (edit: (all: string[], index: number) => void): fc.Arbitrary<Change> =>
    place.map(at => text => {
      const all = text.split('\n');
      edit(all, at % all.length);
      return all.join('\n');
    });
  return fc.oneof(
    fc.tuple(place, fc.constantFrom(...PIECES)).map(
      ([at, piece]): Change =>
        text => {
          const offset = at % (text.length + 1);
          return text.slice(0, offset) + piece + text.slice(offset);
        },
    ),
    fc.tuple(place, fc.integer({ min: 1, max: 4 })).map(
      ([at, count]): Change =>
        text => {
          const offset = at % (text.length + 1);
          return text.slice(0, offset) + text.slice(offset + count);
        },
    ),
    inLines((all, index) => all.splice(index, 1, ` ${all[index]}`)),
    inLines((all, index) => all.splice(index, 0, all[(index * 7) % all.length] ?? '')),
    inLines((all, index) => all.splice(index, 1)),
  );
}

const PIECES = [
  ...[
    ' ',
    '\n',
    '  \n',
    '- ',
    '\n- x',
    ': ',
    ' : ',
    ':',
    '#',
    ' # c',
    '\n  # x\n',
    '\n# x\n',
    '---\n',
    '...\n',
    '? ',
  ],
  ...[
    '"',
    "'",
    '""',
    "'it''s'",
    '\\n',
    '|',
    '|-\n',
    '>\n',
    '|+\n',
    'x: |\n  a\n\n   b\n \n',
    'a: b',
    '<<: ',
    '&a ',
    '*a',
  ],
  ...[
    '!t ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '[a, b]',
    '{a: b}',
    '~',
    'é',
    '%',
    '@',
    '`',
    '\t',
    '\r\n',
    '-1',
    '1e3',
  ],
];
