import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/cli/unified-diff.ts';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { takesAtMost } from '../support/time.ts';

describe('a unified diff', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.git('', 'init');
  });
  afterEach(() => tree.remove());

  it('is nothing for equal texts', () => {
    assert.equal(unifiedDiff(['a/x', 'b/x'], 'a\nb\n', 'a\nb\n'), '');
  });

  it('keeps line ends and tells of a missing last one', () => {
    assert.equal(
      unifiedDiff(['a/x', 'b/x'], 'a\r\nb', 'a\r\nc'),
      '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
    );
  });

  it('leaves a single line alone that stands between two changed ones', () => {
    assert.equal(
      unifiedDiff(['a/x', 'b/x'], 'index\nflask\noss\nend\n', 'flask\ns3\nend\n'),
      '--- a/x\n+++ b/x\n@@ -1,4 +1,3 @@\n-index\n flask\n-oss\n+s3\n end\n',
    );
  });

  it('is made of texts that have nothing in common, however long', () => {
    const text = (word: string) => `${word}\n`.repeat(150_000);
    assert.equal(unifiedDiff(['a/x', 'b/x'], text('a'), text('b')).match(/^[-+][ab]$/gm)?.length, 300_000);
  });

  for (const name of ['a b', 'tab\there', 'line\n+++ b/other', 'quote"d', 'back\\slash', 'ünï']) {
    it(`is applied by git to a file named ${JSON.stringify(name)}`, () => {
      tree.write(name, 'old\n');
      tree.write('fix.diff', unifiedDiff([`a/${name}`, `b/${name}`], 'old\n', 'new\n'));
      tree.git('', 'apply', 'fix.diff');
      assert.equal(readFileSync(join(tree.root, name), 'utf8'), 'new\n');
    });
  }

  it('is applied by git to give the other text, whatever the texts are', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd', '', 'a\r');
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
      .map(([lines, isClosed]) => lines.join('\n') + (isClosed && lines.length > 0 ? '\n' : ''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== '' && after !== '');
        const diff = unifiedDiff(['a/x', 'b/x'], before, after);
        tree.write('x', before);
        tree.write('x.diff', diff);
        if (diff !== '') tree.git('', 'apply', '--whitespace=nowarn', 'x.diff');
        assert.equal(readFileSync(join(tree.root, 'x'), 'utf8'), after);
      }),
      { numRuns: 60 },
    );
  });

  it('of twenty thousand changes takes no longer than reading them', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index}\n`);
    const after = lines.filter((_, index) => index % 3 !== 0);
    await takesAtMost(3000, () => {
      const diff = unifiedDiff(['a/x', 'b/x'], lines.join(''), after.join(''));
      assert.equal(diff.split('\n-').length - 1, 20_000);
    });
  });
});
