import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gitChanges } from '../../src/node/git-changes.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

describe('what git could not give back', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.git('', 'init');
    for (const path of ['a.txt', 'deploy/b.txt', 'deploy/c.txt']) tree.write(path, `${path}\r\n`);
    tree.git('', 'add', '.');
    tree.git('', 'commit', '-m', 'all');
  });
  afterEach(() => tree.remove());

  const changes = (folder = '', asked: readonly string[] = []) => gitChanges(join(tree.root, folder), asked);

  it('is nothing after a commit', () => {
    assert.deepEqual(changes('', ['a.txt']), { changed: [], untracked: [], isUnreadable: false });
  });

  it('is a file of which only the time has changed neither', () => {
    utimesSync(join(tree.root, 'a.txt'), new Date(0), new Date(0));
    assert.deepEqual(changes().changed, []);
  });

  it('is a changed, a deleted and an untracked file, below the root only', () => {
    tree.write('a.txt', 'A.txt\r\n');
    rmSync(join(tree.root, 'deploy/c.txt'));
    assert.deepEqual(changes('', ['new.txt']), {
      changed: ['a.txt', 'deploy/c.txt'],
      untracked: ['new.txt'],
      isUnreadable: false,
    });
    assert.deepEqual(changes('deploy').changed, ['c.txt']);
  });

  it('is not what is staged', () => {
    tree.write('a.txt', 'staged');
    tree.git('', 'add', 'a.txt');
    assert.deepEqual(changes().changed, []);
  });

  it('is not a file whose line ends git converts', () => {
    tree.git('', 'config', 'core.autocrlf', 'true');
    tree.git('', 'rm', '--cached', '-r', '.');
    tree.git('', 'add', '.');
    tree.git('', 'commit', '-m', 'converted');
    utimesSync(join(tree.root, 'a.txt'), new Date(0), new Date(0));
    assert.deepEqual(changes().changed, []);
  });

  it('is not a file that is left out of the working tree on purpose', () => {
    tree.git('', 'update-index', '--skip-worktree', 'a.txt');
    rmSync(join(tree.root, 'a.txt'));
    assert.deepEqual(changes().changed, []);
  });

  it('is unknown when the index cannot be read', () => {
    tree.write('.git/index', 'garbage');
    assert.equal(changes().isUnreadable, true);
  });

  it('is all that is asked about without a repository', () => {
    tree.write('.git/HEAD.gone');
    rmSync(join(tree.root, '.git'), { recursive: true });
    assert.deepEqual(changes('', ['a.txt']), { changed: [], untracked: ['a.txt'], isUnreadable: false });
  });
});
