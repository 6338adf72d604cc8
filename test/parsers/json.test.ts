import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson } from '../../src/parsers/json.ts';
import { MAX_JSON_DEPTH } from '../../src/parsers/json-visit.ts';
import { childOf, spanWithin, type TreeNode } from '../../src/parsers/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { phrase } from '../../src/words/phrase.ts';
import { takesAtMost } from '../support/time.ts';

const parse = (text: string) => parseJson(makeSource('a.json', text));
const codes = (text: string) => parse(text).problems.map(problem => problem.code);

/** The tree as a value, to be compared with what `JSON.parse` says. */
function plain(node: TreeNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map') return node.entries.map(entry => [entry.key, plain(entry.value)]);
  return node.type === 'string' ? node.text : JSON.parse(node.text);
}

function entriesOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(entriesOfValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value).map(([key, member]) => [key, entriesOfValue(member)]);
}

describe('parseJson', () => {
  it('gives the values that JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indentation) => {
        const value: unknown = JSON.parse(text);
        const written = JSON.stringify(value, null, indentation);
        const { root, problems } = parse(written);
        assert.deepEqual(problems, []);
        assert.deepEqual(plain(root), entriesOfValue(value));
      }),
    );
  });

  it('places keys and strings between their quotes', () => {
    const text = '{ "ключ😀": "значение", "n": -1.5e3, "list": [true, null, "x"] }';
    const { root } = parse(text);
    assert.equal(root?.kind, 'map');
    if (root?.kind !== 'map') return;
    assert.deepEqual(
      root.entries.map(({ keySpan, value }) => [
        sliceSpan(text, keySpan),
        value && sliceSpan(text, value.span),
      ]),
      [
        ['ключ😀', 'значение'],
        ['n', '-1.5e3'],
        ['list', '[true, null, "x"]'],
      ],
    );
  });

  it('places parts of strings with escapes', () => {
    const text = String.raw`["a\/b\u0041\"c\\d"]`;
    const { root } = parse(text);
    const scalar = root?.kind === 'list' ? root.items[0] : undefined;
    assert.equal(scalar?.kind === 'scalar' && scalar.text, 'a/bA"c\\d');
    if (scalar?.kind !== 'scalar') return;
    const parts = [...scalar.text].map((_, index) => sliceSpan(text, spanWithin(scalar, index, index + 1)));
    assert.deepEqual(parts, ['a', '\\/', 'b', '\\u0041', '\\"', 'c', '\\\\', 'd']);
    assert.equal(sliceSpan(text, spanWithin(scalar, 1, 6)), String.raw`\/b\u0041\"c`);
  });

  it('places every character of any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (value, escapeAll) => {
        const text = escapeAll ? `"${[...value].map(escaped).join('')}"` : JSON.stringify(value);
        const { root } = parse(text);
        assert.equal(root?.kind, 'scalar');
        if (root?.kind !== 'scalar') return;
        assert.equal(root.text, value);
        for (let index = 0; index < value.length; index++) {
          const part = sliceSpan(text, spanWithin(root, index, index + 1));
          assert.equal(JSON.parse(`"${part}"`), value.charAt(index));
        }
      }),
    );
  });

  it('keeps what a half-typed text has', () => {
    const cases: readonly [text: string, value: unknown, problem: string[]][] = [
      ['', undefined, []],
      ['  // nothing yet', undefined, []],
      ['{', [], ['syntax-error']],
      ['{"a"', [['a', undefined]], ['syntax-error']],
      ['{"a":', [['a', undefined]], ['syntax-error']],
      ['{"a": "b', [['a', 'b']], ['syntax-error']],
      [
        '{"a": "b\n, "c": 1}',
        [
          ['a', 'b'],
          ['c', 1],
        ],
        ['syntax-error'],
      ],
      [
        '{"a": 1 "b": 2}',
        [
          ['a', 1],
          ['b', 2],
        ],
        ['syntax-error'],
      ],
      [
        '{"a": , "b": 2}',
        [
          ['a', undefined],
          ['b', 2],
        ],
        ['syntax-error'],
      ],
      ['[1, [2, {"a": [3', [1, [2, [['a', [3]]]]], ['syntax-error']],
      [
        '{"a": 1, /* why */ "b": [2,],}',
        [
          ['a', 1],
          ['b', [2]],
        ],
        [],
      ],
      ['{"a": 1} trailing', [['a', 1]], ['syntax-error']],
      ['"a\\', 'a\\', ['syntax-error']],
      ['"a\\"', 'a"', ['syntax-error']],
    ];
    for (const [text, value, problem] of cases) {
      assert.deepEqual([text, plain(parse(text).root), codes(text)], [text, value, problem]);
    }
  });

  it('keeps a repeated key and reads the last one', () => {
    const { root } = parse('{"a": 1, "a": 2, "__proto__": 3}');
    assert.deepEqual(plain(root), [
      ['a', 1],
      ['a', 2],
      ['__proto__', 3],
    ]);
    assert.deepEqual(plain(childOf(root, 'a')), 2);
    assert.equal(childOf(root, 'constructor'), undefined);
  });

  it('says where and what the first mistake is', () => {
    const [problem] = parse('{\n  "a": 1\n  "b": 2\n}').problems;
    assert.deepEqual(problem, {
      code: 'syntax-error',
      path: 'a.json',
      span: { start: 13, end: 16 },
      message: phrase('syntax.json', { what: phrase('syntax.json-comma') }),
    });
  });

  it('stops at a depth that no document has', () => {
    for (const bracket of ['[', '{"a":', '[{"a":']) {
      assert.ok(codes(`{"before": 1, "a": ${bracket.repeat(1_000_000)}`).includes('too-deep'), bracket);
    }
    const allowed = '['.repeat(MAX_JSON_DEPTH) + ']'.repeat(MAX_JSON_DEPTH);
    assert.deepEqual(codes(allowed), []);
    const { root } = parse(`{"before": 1, "a": ${'['.repeat(1000)}`);
    assert.equal(root?.kind === 'map' && root.entries[0]?.key, 'before');
  });

  it('takes time linear in the text', async () => {
    await takesAtMost(10_000, () => {
      for (const text of ['"', '\\', '{"a', '[,', '}', '{{', '/*', '//', '""', '"\\u', '-']) {
        parse(text.repeat(300_000));
      }
    });
  });
});

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
