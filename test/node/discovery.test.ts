import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createFileTree } from '../../src/node/file-tree.ts';
import { walk } from '../../src/node/walk.ts';
import { takesAtMost } from '../support/time.ts';
import { listFiles, type TemporaryTree, temporaryTree } from './temporary-tree.ts';

describe('discovery without git', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  it('lists nothing in an empty folder', async () => {
    assert.deepEqual(await listFiles(tree.root), []);
  });

  it('sorts by code unit of the whole path', async () => {
    for (const path of ['a/b.tf', 'a.tf', 'a-b/c.tf', 'a/b/c.tf', 'B.tf', 'é.tf', 'a b.tf']) tree.write(path);
    assert.deepEqual(await listFiles(tree.root), [
      'B.tf',
      'a b.tf',
      'a-b/c.tf',
      'a.tf',
      'a/b.tf',
      'a/b/c.tf',
      'é.tf',
    ]);
  });

  it('leaves out what package tools download and version control keeps', async () => {
    for (const folder of ['node_modules/x', 'a/node_modules/x', '.terraform/modules', '.hg', '.svn']) {
      tree.write(`${folder}/main.tf`);
    }
    tree.write('a/main.tf');
    assert.deepEqual(await listFiles(tree.root), ['a/main.tf']);
  });

  it('honours ignore files, deeper ones first', async () => {
    tree.write('.gitignore', '*.log\nbuild/\n/only-here.tf\n');
    tree.write('a/.gitignore', '!keep.log\n!build/\n');
    for (const path of [
      'x.log',
      'build/x.tf',
      'only-here.tf',
      'a/only-here.tf',
      'a/keep.log',
      'a/y.log',
      'a/build/x.tf',
    ]) {
      tree.write(path);
    }
    assert.deepEqual(await listFiles(tree.root), [
      '.gitignore',
      'a/.gitignore',
      'a/build/x.tf',
      'a/keep.log',
      'a/only-here.tf',
    ]);
  });

  it('reads an ignore file with a byte order mark and CRLF', async () => {
    tree.write('.gitignore', '\uFEFF*.log\r\n# x.tf\r\nbuild/\r\n');
    for (const path of ['x.log', 'build/x.tf', 'x.tf']) tree.write(path);
    assert.deepEqual(await listFiles(tree.root), ['.gitignore', 'x.tf']);
  });

  it('is not held up by a hostile ignore file', async () => {
    tree.write('.gitignore', `${'*a'.repeat(2000)}\n${'[a-z]*?**/'.repeat(500)}\n${'x\n'.repeat(300_000)}`);
    for (let index = 0; index < 200; index++) tree.write(`${'a'.repeat(200)}${index}.tf`);
    await takesAtMost(2000, async () => {
      assert.equal((await listFiles(tree.root)).length, 201);
    });
  });

  it('keeps names as they are', async () => {
    const names = [
      'with space.tf',
      'line\nbreak.tf',
      'escape\u001b[31m.tf',
      'quote\'".tf',
      '杭州.tf',
      '__proto__',
    ];
    for (const name of names) tree.write(name);
    assert.deepEqual(await listFiles(tree.root), [...names].sort());
  });

  it('takes a folder with the name of a file for a folder', async () => {
    tree.write('main.tf/inside.tf');
    assert.deepEqual(await listFiles(tree.root), ['main.tf/inside.tf']);
  });

  it('does not enter links, so that loops cannot happen', async () => {
    tree.write('a/main.tf');
    symlinkSync('..', join(tree.root, 'a/loop'));
    symlinkSync('/', join(tree.root, 'everything'));
    assert.deepEqual(await listFiles(tree.root), ['a/main.tf']);
  });

  it('leaves out a link to a folder whatever its name, and keeps one that leads nowhere', async () => {
    tree.write('real/hosts.ini');
    symlinkSync('real', join(tree.root, 'inventory'));
    symlinkSync('real', join(tree.root, 'main.tf'));
    symlinkSync('gone', join(tree.root, 'variables.tf'));
    assert.deepEqual(await listFiles(tree.root), ['real/hosts.ini', 'variables.tf']);
  });

  it('says when a tree is too deep', async () => {
    tree.write('1/2/3/4/deep.tf');
    tree.write('1/2/near.tf');
    const limits = { files: 100, depth: 3 };
    const files: string[] = [];
    const found = (path: string) => files.push(path);
    const { problems } = await walk({ root: tree.root, start: '', userExcludes: '', limits, found });
    assert.deepEqual(files, ['1/2/near.tf']);
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path]),
      [['discovery-limit', '1/2/3/4']],
    );
  });

  it('says when there are too many files', async () => {
    for (const name of ['a.tf', 'b.tf', 'c.tf']) tree.write(name);
    const walkAtMost = async (files: number, found: (path: string) => void) =>
      walk({ root: tree.root, start: '', userExcludes: '', limits: { files, depth: 9 }, found });
    assert.deepEqual((await walkAtMost(3, () => {})).problems, []);
    const files: string[] = [];
    const { count, problems } = await walkAtMost(2, path => files.push(path));
    assert.deepEqual([count, files], [2, ['a.tf', 'b.tf']]);
    assert.deepEqual(
      problems.map(problem => problem.code),
      ['discovery-limit'],
    );
  });

  it('lists several folders and files once, sorted', async () => {
    for (const path of ['a/1.tf', 'a/b/2.tf', 'c/3.tf', 'd.tf']) tree.write(path);
    const options = { root: tree.root, folders: ['c', 'a', 'a/b'], files: ['d.tf', 'a/1.tf'], variables: {} };
    assert.deepEqual((await createFileTree(options).list()).files, ['a/1.tf', 'a/b/2.tf', 'c/3.tf', 'd.tf']);
  });

  it('bears a folder that is gone', async () => {
    const files = createFileTree({ root: join(tree.root, 'gone'), folders: [''], variables: {} });
    rmSync(join(tree.root, 'gone'), { recursive: true, force: true });
    assert.deepEqual(await files.list(), { files: [], problems: [] });
  });
});
