import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readGitIndex, trackedFiles } from '../../src/node/git-index.ts';

const HEADER = Buffer.from('DIRC\0\0\0\x02\0\0\0\x01', 'latin1');

describe('readGitIndex', () => {
  it('bears any bytes', () => {
    const version = fc.constantFrom(2, 3, 4, 5);
    const count = fc.oneof(fc.nat(5), fc.constant(0xffffffff));
    fc.assert(
      fc.property(
        version,
        count,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(20, 32),
        (v, n, bytes, hash) => {
          const header = Buffer.from(HEADER);
          header.writeUInt32BE(v, 4);
          header.writeUInt32BE(n, 8);
          const names = readGitIndex(Buffer.concat([header, bytes]), hash);
          assert.ok(names === undefined || names.length === n);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses what does not begin like an index', () => {
    for (const text of ['', 'DIRC', 'TREE\0\0\0\x02\0\0\0\0', 'DIRC\0\0\0\x01\0\0\0\0']) {
      assert.equal(readGitIndex(Buffer.from(text, 'latin1'), 20), undefined);
    }
  });
});

describe('trackedFiles', () => {
  const tracked = trackedFiles(['a', 'b/c', 'b/d/e', 'b/f', '__proto__/x', 'bb/c']);

  it('answers by folder', () => {
    assert.deepEqual([...tracked.in('')], ['a']);
    assert.deepEqual([...tracked.in('b')], ['c', 'f']);
    assert.deepEqual([...tracked.in('b/d')], ['e']);
    assert.deepEqual([...tracked.in('__proto__')], ['x']);
    assert.deepEqual([...tracked.in('constructor')], []);
  });

  it('knows the folders with something below', () => {
    const folders = ['', 'b', 'b/d', 'bb', '__proto__', 'a', 'c', 'toString'];
    assert.deepEqual(folders.filter(tracked.hasBelow), ['', 'b', 'b/d', 'bb', '__proto__']);
  });
});
