import assert from 'node:assert/strict';
import { rmSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FileContent } from '../../src/engine/index.ts';
import { createFileTree } from '../../src/node/file-tree.ts';
import { ENGLISH } from '../../src/report/language.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

describe('reading files', () => {
  let tree: TemporaryTree;
  let read: (path: string) => Promise<FileContent>;
  beforeEach(() => {
    tree = temporaryTree();
    const files = createFileTree({ root: join(tree.root, 'project'), folders: [''], variables: {} });
    read = async path => files.read(path);
    tree.write('project/main.tf', 'here');
    tree.write('outside.tf', 'outside');
  });
  afterEach(() => tree.remove());

  async function problemOf(path: string): Promise<[code: string, message: string]> {
    const content = await read(path);
    assert.ok(!content.ok, `${JSON.stringify(path)} was read`);
    assert.equal(content.problem.path, path);
    return [content.problem.code, ENGLISH.phrase(content.problem.message)];
  }

  async function textOf(path: string): Promise<string> {
    const content = await read(path);
    assert.ok(content.ok && 'bytes' in content, JSON.stringify(content));
    return Buffer.from(content.bytes).toString('utf8');
  }

  it('gives the bytes, whatever their number', async () => {
    for (const size of [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3_000_000]) {
      const content = 'abc'.repeat(Math.ceil(size / 3)).slice(0, size);
      tree.write('project/size.tf', content);
      assert.equal(await textOf('size.tf'), content);
      assert.equal(await textOf('main.tf'), 'here');
    }
  });

  it('reads strange names', async () => {
    for (const name of ['a b.tf', 'line\nbreak.tf', '\u001b[2J.tf', '-rf', '杭州/é.tf']) {
      tree.write(`project/${name}`, name);
      assert.equal(await textOf(name), name);
    }
  });

  it('refuses a file of 50 MB without reading it', async () => {
    tree.write('project/large.json');
    truncateSync(join(tree.root, 'project/large.json'), 50_000_000);
    assert.equal((await problemOf('large.json'))[0], 'too-large');
    assert.equal(await textOf('main.tf'), 'here');
  });

  it('refuses a folder, a pipe, a socket and a device', async () => {
    tree.write('project/folder.tf/x');
    tree.pipe('project/pipe.tf');
    symlinkSync('/dev/zero', join(tree.root, 'project/device.tf'));
    const server = createServer();
    await new Promise<void>(listening => server.listen(join(tree.root, 'project/socket.tf'), listening));
    try {
      for (const path of ['folder.tf', 'pipe.tf', 'socket.tf']) {
        assert.equal((await problemOf(path))[0], 'not-a-file', path);
      }
      assert.equal((await problemOf('device.tf'))[0], 'unreadable');
    } finally {
      server.close();
    }
  });

  it('says that a file is gone', async () => {
    rmSync(join(tree.root, 'project/main.tf'));
    assert.equal((await problemOf('main.tf'))[0], 'unreadable');
  });

  it('follows links to files inside the root', async () => {
    symlinkSync('main.tf', join(tree.root, 'project/link.tf'));
    symlinkSync('link.tf', join(tree.root, 'project/link-to-link.tf'));
    assert.equal(await textOf('link.tf'), 'here');
    assert.equal(await textOf('link-to-link.tf'), 'here');
  });

  const links: readonly [title: string, target: string, message: RegExp][] = [
    ['out of the root', '../outside.tf', /leads out of/],
    ['to an absolute path', '/etc/hostname', /leads out of/],
    ['to a neighbour whose name begins alike', '../project-2/main.tf', /leads out of/],
    ['to nothing', 'nothing.tf', /leads nowhere/],
    ['to itself', 'link.tf', /leads nowhere/],
    ['to a folder', 'folder', /not a file/],
  ];
  for (const [title, target, message] of links) {
    it(`refuses a link ${title}`, async () => {
      tree.write('project/folder/x');
      tree.write('project-2/main.tf', 'outside');
      symlinkSync(target, join(tree.root, 'project/link.tf'));
      assert.match((await problemOf('link.tf'))[1], message);
    });
  }

  it('refuses paths that leave the root', async () => {
    for (const path of ['../outside.tf', '/etc/hostname', 'a/../../outside.tf', '..']) {
      assert.equal((await problemOf(path))[0], 'unreadable', path);
    }
  });
});
