import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createFileTree } from '../../src/node/file-tree.ts';
import { listFiles, type TemporaryTree, temporaryTree } from './temporary-tree.ts';

describe('discovery in a git repository', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  it('lists nothing in a new repository', async () => {
    tree.git('', 'init');
    assert.deepEqual(await listFiles(tree.root), []);
  });

  it('lists what is tracked, and what is neither tracked nor ignored', async () => {
    tree.git('', 'init');
    tree.write('.gitignore', '*.log\nsecret/\nnode_modules/\n');
    for (const path of [
      'tracked.tf',
      'forced.log',
      'secret/forced.tf',
      'node_modules/forced/main.tf',
      'gone.tf',
    ]) {
      tree.write(path);
    }
    tree.git('', 'add', '--force', '.');
    rmSync(join(tree.root, 'gone.tf'));
    for (const path of ['new.tf', 'new.log', 'secret/new.tf', 'node_modules/forced/new.tf']) tree.write(path);
    assert.deepEqual(await listFiles(tree.root), [
      '.gitignore',
      'forced.log',
      'new.tf',
      'node_modules/forced/main.tf',
      'secret/forced.tf',
      'tracked.tf',
    ]);
  });

  for (const version of ['2', '3', '4']) {
    it(`reads an index of version ${version}`, async () => {
      tree.git('', 'init');
      tree.write('.gitignore', '*\n');
      for (const path of ['a/one.tf', 'a/one-more.tf', 'b/两.tf', 'b/c/three.tf', 'later.tf'])
        tree.write(path);
      tree.git('', 'add', '--force', 'a', 'b');
      // An entry that is only announced is what makes version 3.
      if (version !== '2') tree.git('', 'add', '--force', '--intent-to-add', 'later.tf');
      tree.git('', 'update-index', '--index-version', version);
      assert.deepEqual(await listFiles(tree.root), [
        'a/one-more.tf',
        'a/one.tf',
        'b/c/three.tf',
        'b/两.tf',
        ...(version === '2' ? [] : ['later.tf']),
      ]);
    });
  }

  it('reads an index of SHA-256 hashes', async () => {
    tree.git('', 'init', '--object-format=sha256');
    tree.write('.gitignore', '*\n');
    for (const path of ['a/one.tf', 'two.tf']) tree.write(path);
    tree.git('', 'add', '--force', 'a');
    assert.deepEqual(await listFiles(tree.root), ['a/one.tf']);
  });

  it('reads a split index', async () => {
    tree.git('', 'init');
    tree.write('.gitignore', '*\n');
    for (const path of ['one.tf', 'two.tf', 'three.tf']) tree.write(path);
    tree.git('', 'add', '--force', 'one.tf');
    tree.git('', 'update-index', '--split-index');
    tree.git('', 'add', '--force', 'two.tf');
    assert.deepEqual(await listFiles(tree.root), ['one.tf', 'two.tf']);
  });

  it('says when the index cannot be understood, and goes on', async () => {
    tree.git('', 'init');
    tree.write('main.tf');
    for (const content of ['no index', Buffer.from('DIRC\0\0\0\x02\xff\xff\xff\xffmore', 'latin1')]) {
      tree.write('.git/index', content);
      const { files, problems } = await createFileTree({
        root: tree.root,
        folders: [''],
        variables: {},
      }).list();
      assert.deepEqual(files, ['main.tf']);
      assert.deepEqual(
        problems.map(({ code, path }) => [code, path]),
        [['unreadable', '.git/index']],
      );
    }
  });

  it('follows the rules of the folders above a sub-folder', async () => {
    tree.git('', 'init');
    tree.write('.gitignore', '*.log\n/a/b/hidden.tf\n');
    tree.write('a/.gitignore', '!keep.log\n');
    for (const path of ['a/b/main.tf', 'a/b/x.log', 'a/b/keep.log', 'a/b/hidden.tf', 'outside.tf'])
      tree.write(path);
    assert.deepEqual(await listFiles(join(tree.root, 'a/b')), ['keep.log', 'main.tf']);
    assert.deepEqual(await listFiles(tree.root, 'a/b'), ['a/b/keep.log', 'a/b/main.tf']);
  });

  it('lists an ignored folder that was asked for', async () => {
    tree.git('', 'init');
    tree.write('.gitignore', 'out/\n');
    tree.write('out/main.tf');
    assert.deepEqual(await listFiles(join(tree.root, 'out')), ['main.tf']);
  });

  it('does not let an outer repository hide everything', async () => {
    tree.git('', 'init');
    tree.write('.gitignore', '*\n');
    tree.write('project/main.tf');
    assert.deepEqual(await listFiles(join(tree.root, 'project')), ['main.tf']);
  });

  it('lists a linked worktree by its own index', async () => {
    tree.git('', 'init', 'main');
    tree.write('main/main.tf');
    tree.write('main/.git/info/exclude', 'excluded.tf\n');
    tree.git('main', 'add', '.');
    tree.git('main', 'commit', '-m', 'first');
    tree.git('main', 'worktree', 'add', '../other');
    tree.write('other/.gitignore', '*.tf\n');
    tree.write('other/new.tf');
    tree.write('other/excluded.tf');
    assert.deepEqual(await listFiles(join(tree.root, 'other')), ['.gitignore', 'main.tf']);
  });

  it('lists submodules and nested repositories by their own index and rules', async () => {
    tree.git('', 'init', 'library');
    tree.write('library/.gitignore', '*.log\n');
    tree.write('library/library.tf');
    tree.git('library', 'add', '.');
    tree.git('library', 'commit', '-m', 'first');
    tree.git('', 'init', 'project');
    tree.write('project/.gitignore', 'modules/\n*.tfvars\nignored-clone/\n');
    tree.git('project', 'submodule', 'add', '--force', join(tree.root, 'library'), 'modules/library');
    tree.write('project/modules/library/x.log');
    tree.write('project/modules/library/prod.tfvars');
    for (const clone of ['clone', 'ignored-clone']) {
      tree.git('', 'init', `project/${clone}`);
      tree.write(`project/${clone}/main.tf`);
    }
    assert.deepEqual(await listFiles(join(tree.root, 'project')), [
      '.gitignore',
      '.gitmodules',
      'clone/main.tf',
      'modules/library/.gitignore',
      'modules/library/library.tf',
      'modules/library/prod.tfvars',
    ]);
  });

  it('never runs git, so that a hostile configuration does nothing', async () => {
    tree.git('', 'init');
    tree.write('main.tf');
    tree.git('', 'add', '.');
    const trap = join(tree.root, 'trap.sh');
    tree.write('trap.sh', `#!/bin/sh\ntouch "${join(tree.root, 'sprung')}"\n`);
    for (const key of ['core.fsmonitor', 'core.sshCommand', 'core.pager', 'alias.ls-files']) {
      tree.git('', 'config', key, `sh ${trap}`);
    }
    assert.deepEqual(await listFiles(tree.root), ['main.tf', 'trap.sh']);
    assert.equal(existsSync(join(tree.root, 'sprung')), false);
  });

  it('takes a broken .git for no repository', async () => {
    for (const folder of ['a', 'b', 'c']) tree.write(`${folder}/main.tf`);
    mkdirSync(join(tree.root, 'a/.git'));
    tree.write('b/.git', 'gitdir: ../../../../etc\n');
    tree.write('c/.git', 'gitdir: .git\n');
    assert.deepEqual(await listFiles(tree.root), ['a/main.tf', 'b/main.tf', 'c/main.tf']);
  });

  it("follows the user's own ignore file", async () => {
    tree.git('', 'init', 'project');
    for (const path of ['project/main.tf', 'project/notes.tmp', 'project/notes.bak']) tree.write(path);
    const list = async (variables: Record<string, string>) =>
      (await createFileTree({ root: join(tree.root, 'project'), folders: [''], variables }).list()).files;
    tree.write('home/.config/git/ignore', '*.tmp\n');
    assert.deepEqual(await list({ HOME: join(tree.root, 'home') }), ['main.tf', 'notes.bak']);
    tree.write(
      'home/.gitconfig',
      '[user]\n\tname = x\n[core]\n\tautocrlf = input\n\texcludesFile = ~/mine\n',
    );
    tree.write('home/mine', '*.bak\n');
    assert.deepEqual(await list({ HOME: join(tree.root, 'home') }), ['main.tf', 'notes.tmp']);
    assert.deepEqual(await list({}), ['main.tf', 'notes.bak', 'notes.tmp']);
  });

  it('agrees with git about random trees and rules', async () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'build', 'x.log', 'y.tf');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map(names => names.join('/'));
    const rule = fc.constantFrom(
      'a',
      'a/',
      '/a',
      'a/b',
      '**/b',
      'a/**',
      '*.log',
      '!x.log',
      '!/a/x.log',
      'build/',
      '!build/',
      'a*',
      '?b',
      '[ab]',
      '#a',
      ' ',
      '!b',
      '**/a/x.log',
    );
    const rules = fc.array(rule, { maxLength: 4 }).map(lines => `${lines.join('\n')}\n`);
    const scenario = fc.record({
      files: fc.uniqueArray(path, { minLength: 1, maxLength: 8 }),
      tracked: fc.nat(3),
      ignores: fc.dictionary(fc.constantFrom('', 'a/', 'build/'), rules, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ files, tracked, ignores }) => {
        tree.remove();
        mkdirSync(tree.root);
        tree.git('', 'init');
        const written = files.filter(file => writeIfPossible(tree, file, 'x'));
        for (const [folder, text] of Object.entries(ignores))
          writeIfPossible(tree, `${folder}.gitignore`, text);
        for (const file of written.slice(0, tracked)) tree.git('', 'add', '--force', '--', file);
        const expected = tree.git('', 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
        assert.deepEqual(
          await listFiles(tree.root),
          [...new Set(expected.split('\0').filter(Boolean))].sort(),
        );
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});

/** Writes a file unless its path needs a folder where there is a file already. */
function writeIfPossible(tree: TemporaryTree, path: string, content: string): boolean {
  try {
    tree.write(path, content);
    return true;
  } catch {
    return false;
  }
}
