import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type TextChange, writeTexts } from '../../src/node/write-texts.ts';
import { phrase } from '../../src/words/phrase.ts';
import { said } from '../support/said.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

const change = (path: string, before: string, after: string, isNew = false): TextChange => ({
  path,
  before,
  after,
  isNew,
});

describe('writing texts', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  const read = (path: string) => readFileSync(join(tree.root, path), 'utf8');

  it('keeps mode, byte order mark and encoding', () => {
    tree.write('run.sh', '\uFEFFold\r\n');
    chmodSync(join(tree.root, 'run.sh'), 0o751);
    tree.write('wide.txt', Buffer.from('\uFEFFold', 'utf16le'));
    const changes = [change('run.sh', 'old\r\n', 'new\r\n'), change('wide.txt', 'old', 'new 𝒳')];
    assert.deepEqual(writeTexts(tree.root, changes), { written: ['run.sh', 'wide.txt'] });
    assert.equal(read('run.sh'), '\uFEFFnew\r\n');
    assert.equal(statSync(join(tree.root, 'run.sh')).mode & 0o7777, 0o751);
    assert.equal(readFileSync(join(tree.root, 'wide.txt')).toString('utf16le'), '\uFEFFnew 𝒳');
    assert.deepEqual(readdirSync(tree.root).sort(), ['run.sh', 'wide.txt']);
  });

  it('makes a new file, and none where one has come meanwhile', () => {
    assert.deepEqual(writeTexts(tree.root, [change('a.txt', '', 'a', true)]).written, ['a.txt']);
    assert.deepEqual(writeTexts(tree.root, [change('a.txt', '', 'b', true)]).failure, {
      path: 'a.txt',
      reason: phrase('file.changed'),
    });
    assert.equal(read('a.txt'), 'a');
  });

  const refusals: Readonly<Record<string, { prepare: () => void; reason: RegExp }>> = {
    'has changed meanwhile': { prepare: () => tree.write('b.txt', 'newer'), reason: /meanwhile/ },
    'is gone': { prepare: () => undefined, reason: /ENOENT|read/ },
    'is read-only': {
      prepare: () => {
        tree.write('b.txt', 'b');
        chmodSync(join(tree.root, 'b.txt'), 0o444);
      },
      reason: /read-only/,
    },
    'leads out of the folder': {
      prepare: () => symlinkSync('/etc/hostname', join(tree.root, 'b.txt')),
      reason: /symbolic link/,
    },
    'is a folder': { prepare: () => tree.write('b.txt/c', ''), reason: /read/ },
    'holds bytes that are no text': {
      prepare: () => tree.write('b.txt', Buffer.from([0x62, 0xff])),
      reason: /no valid text/,
    },
  };
  for (const [name, { prepare, reason }] of Object.entries(refusals)) {
    it(`writes nothing at all when one file ${name}`, () => {
      tree.write('a.txt', 'a');
      prepare();
      const outcome = writeTexts(tree.root, [change('a.txt', 'a', 'A'), change('b.txt', 'b', 'B')]);
      assert.deepEqual(outcome.written, []);
      assert.equal(outcome.failure?.path, 'b.txt');
      assert.match(said(outcome.failure?.reason), reason);
      assert.equal(read('a.txt'), 'a');
      assert.ok(!readdirSync(tree.root).some(file => file.startsWith('.a.txt')), 'no temporary file is left');
    });
  }

  it('follows a link that stays inside', () => {
    tree.write('shared/a.txt', 'a');
    symlinkSync('shared/a.txt', join(tree.root, 'link.txt'));
    assert.deepEqual(writeTexts(tree.root, [change('link.txt', 'a', 'A')]).written, ['link.txt']);
    assert.equal(read('shared/a.txt'), 'A');
  });

  it('leaves whole files wherever it is killed', async () => {
    const [old, now] = ['old\n'.repeat(50_000), 'new\n'.repeat(50_000)];
    const paths = Array.from({ length: 20 }, (_, index) => `file-${index}.txt`);
    for (const path of paths) tree.write(path, old);
    const script = `
      import { writeTexts } from ${JSON.stringify(join(import.meta.dirname, '../../src/node/write-texts.ts'))};
      const [old, now] = ['old\\n'.repeat(50000), 'new\\n'.repeat(50000)];
      const paths = ${JSON.stringify(paths)};
      console.log('started');
      for (let turn = 0; ; turn++) {
        const [before, after] = turn % 2 ? [now, old] : [old, now];
        writeTexts(${JSON.stringify(tree.root)}, paths.map(path => ({ path, before, after, isNew: false })));
      }`;
    const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await setTimeout(100);
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (const path of paths) assert.ok([old, now].includes(read(path)), `${path} is half written`);
  });
});
