import assert from 'node:assert/strict';
import { readSource } from '../../src/engine/read-source.ts';
import { createFileTree } from '../../src/node/file-tree.ts';
import { openGitTree } from '../../src/node/git-tree.ts';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';

describe('files that are read side by side', () => {
  let folder: TemporaryTree;
  const paths = ['a.tf', 'b.tf', 'c.tf'];
  beforeEach(() => {
    folder = temporaryTree();
    for (const path of paths) folder.write(path, `# ${path}`);
  });
  afterEach(() => folder.remove());

  const open = () => createFileTree({ root: folder.root, folders: [''], variables: {} });

  async function textsOf(tree: Parameters<typeof readSource>[0]) {
    const read = await Promise.all(paths.map(path => readSource(tree, path)));
    return read.map(({ source }) => source?.text);
  }

  it('each have their own text', async () => {
    assert.deepEqual(
      await textsOf(open()),
      paths.map(path => `# ${path}`),
    );
  });

  it('each have their own text in a state of git', async () => {
    folder.git('.', 'init', '-q');
    folder.git('.', 'add', '-A');
    const options = { root: folder.root, top: folder.root, includes: () => true, disk: open() };
    const tree = openGitTree({ ...options, state: 'index' });
    assert.ok('read' in tree);
    assert.deepEqual(
      await textsOf(tree),
      paths.map(path => `# ${path}`),
    );
    tree.close();
  });
});
