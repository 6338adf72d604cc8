import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseToml } from '../../src/parsers/toml/parse.ts';
import type { TreeNode } from '../../src/parsers/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

const MARKER = 'vendor-diligence-ignore';
const parse = (text: string) => parseToml(makeSource('a.toml', text), MARKER);

/** The tree in one line: maps in braces, lists in brackets, strings in quotes. */
function show(node: TreeNode | undefined): string {
  if (!node) return '?';
  if (node.kind === 'list') return `[${node.items.map(show).join(' ')}]`;
  if (node.kind === 'map')
    return `{${node.entries.map(each => `${each.key}:${show(each.value)}`).join(' ')}}`;
  return node.type === 'string' ? JSON.stringify(node.text) : node.text;
}

describe('parseToml', () => {
  it('reads keys, tables and values', () => {
    const cases: readonly [text: string, tree: string][] = [
      ['', '{}'],
      ['a = 1', '{a:1}'],
      ['a.b . "c d" = true', '{a:{b:{c d:true}}}'],
      ['[a]\nb = 1\n[a.c]\nd = 2', '{a:{b:1 c:{d:2}}}'],
      ['[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]', '{a:[{b:1 c:{d:2}} {}]}'],
      ['a = [1, [2], {b = 3, c.d = 4},]', '{a:[1 [2] {b:3 c:{d:4}}]}'],
      ['a = [ # one\n 1,\n # two\n]', '{a:[1]}'],
      ["a = 'x\\y'", '{a:"x\\\\y"}'],
      ['a = "x\\ty\\u00e9\\U0001F512"', '{a:"x\\ty\u00e9\u{1F512}"}'],
      ['a = """\nx\n"y""z""""', '{a:"x\\n\\"y\\"\\"z\\""}'],
      ['a = """x\\\n   y"""', '{a:"xy"}'],
      ["a = '''\r\nx'''", '{a:"x"}'],
      ['a = 1979-05-27 07:32:00Z', '{a:1979-05-27 07:32:00Z}'],
      ['__proto__ = 1\n[constructor]\n__proto__.x = 2', '{__proto__:1 constructor:{__proto__:{x:2}}}'],
    ];
    for (const [text, tree] of cases) {
      const { root, problems } = parse(text);
      assert.deepEqual([text, show(root), problems], [text, tree, []]);
    }
  });

  it('goes on behind what cannot be read', () => {
    const cases: readonly [text: string, tree: string][] = [
      ['a = \nb = 1', '{a:? b:1}'],
      ['a = "x\nb = 1', '{a:"x" b:1}'],
      ['a\nb = 1', '{a:? b:1}'],
      ['= 1\nb = 1', '{b:1}'],
      ['=======\nb = 1', '{b:1}'],
      ['[a\nb = 1', '{a:{b:1}}'],
      ['[]\nb = 1', '{b:1}'],
      ['a = ["x", "y\n[b]\nc = 1', '{a:["x" "y"] b:{c:1}}'],
      ['a = { b = "x"\nc = 1', '{a:{b:"x"} c:1}'],
      ['a = [1 2]\nb = 1', '{a:[1 2] b:1}'],
      ['a = 1 2\nb = 1', '{a:1 b:1}'],
    ];
    for (const [text, tree] of cases) {
      const { root, problems } = parse(text);
      assert.deepEqual([text, show(root), problems.length], [text, tree, 1]);
    }
  });

  it('bounds nesting', () => {
    const { problems } = parse(`a = ${'['.repeat(100_000)}`);
    assert.deepEqual(
      problems.map(problem => problem.code),
      ['too-deep'],
    );
  });

  it('gives comments the table or entry that follows as block', () => {
    const text = `# ${MARKER} x\n[a]\nb = 1\n# ${MARKER} y\nc = [\n  # ${MARKER} z\n  1,\n]\n`;
    assert.deepEqual(
      parse(text).comments.map(comment => sliceSpan(text, comment.block)),
      [text.slice(text.indexOf('[a]'), -1), text.slice(text.indexOf('c ='), -1), '1'],
    );
  });

  it('never throws, ends, and keeps places inside the text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '=',
      '.',
      ',',
      '"',
      "'",
      '"""',
      '\n',
      ' ',
      '#',
      '\\',
      'a',
      '1',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('');
        const check = (node: TreeNode): void => {
          assert.ok(node.span.start >= 0 && node.span.start <= node.span.end && node.span.end <= text.length);
          if (node.kind === 'list') node.items.forEach(check);
          if (node.kind === 'map') for (const { value } of node.entries) if (value) check(value);
        };
        check(parse(text).root);
      }),
      { numRuns: 5000 },
    );
  });
});
