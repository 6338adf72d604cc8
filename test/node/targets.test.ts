import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTargets } from '../../src/node/targets.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

describe('resolveTargets', () => {
  let tree: TemporaryTree;
  before(() => {
    tree = temporaryTree();
    for (const path of ['work/a/main.tf', 'work/a/b/x.tf', 'work/..c/y.tf', 'other/z.tf']) tree.write(path);
    symlinkSync('../other', join(tree.root, 'work/link'));
  });
  after(() => tree.remove());

  const rows: readonly [
    paths: string[],
    root: string,
    folders: string[],
    files: string[],
    context: string[],
    prefix: string,
  ][] = [
    [[], 'work', [''], [], [], ''],
    [['.'], 'work', [''], [], [], ''],
    [['a'], 'work/a', [''], [], [], 'a/'],
    [['a/'], 'work/a', [''], [], [], 'a/'],
    [['a/../a/b'], 'work/a/b', [''], [], [], 'a/b/'],
    [['..'], '.', [''], [], [], '../'],
    [['../other'], 'other', [''], [], [], '../other/'],
    [['link'], 'other', [''], [], [], 'link/'],
    [['a/main.tf'], 'work', [], ['a/main.tf'], ['a'], ''],
    [['a', 'a/main.tf', '..c'], 'work', ['a', '..c'], ['a/main.tf'], ['a'], ''],
    [['../other/z.tf'], 'other', [], ['z.tf'], [''], '../other/'],
    [['a', '../other'], '.', ['work/a', 'other'], [], [], '../'],
  ];
  for (const [paths, root, folders, files, context, pathPrefix] of rows) {
    it(JSON.stringify(paths), () => {
      assert.deepEqual(resolveTargets(join(tree.root, 'work'), paths), {
        root: join(tree.root, root),
        folders,
        files,
        context,
        pathPrefix,
      });
    });
  }

  it('takes absolute paths', () => {
    const targets = resolveTargets(join(tree.root, 'work'), [join(tree.root, 'work/a')]);
    assert.deepEqual(targets, {
      root: join(tree.root, 'work/a'),
      folders: [''],
      files: [],
      context: [],
      pathPrefix: 'a/',
    });
  });

  it('names the first path that does not exist', () => {
    assert.deepEqual(resolveTargets(tree.root, ['work', 'nothing', 'neither']), { missing: 'nothing' });
  });
});
