import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeTextFile } from '../../src/node/text-file.ts';
import { said } from '../support/said.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

describe('a text file that the user named', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  const written = (name: string): string => readFileSync(join(tree.root, name), 'utf8');

  it('is there whole, with nothing beside it', () => {
    assert.equal(writeTextFile(tree.root, 'report.json', ['{', '}']), undefined);
    assert.deepEqual([written('report.json'), readdirSync(tree.root)], ['{}', ['report.json']]);
  });

  it('is what it was when the writing breaks off', () => {
    tree.write('report.json', 'before');
    function* broken(): Generator<string> {
      yield 'half';
      throw new Error('out of memory');
    }
    assert.match(said(writeTextFile(tree.root, 'report.json', broken())), /out of memory/);
    assert.deepEqual([written('report.json'), readdirSync(tree.root)], ['before', ['report.json']]);
  });

  it('keeps its mode and its link', function () {
    if (process.platform === 'win32') this.skip();
    tree.write('real.json', 'before');
    chmodSync(join(tree.root, 'real.json'), 0o640);
    symlinkSync('real.json', join(tree.root, 'report.json'));
    assert.equal(writeTextFile(tree.root, 'report.json', ['after']), undefined);
    assert.equal(written('real.json'), 'after');
    assert.equal(statSync(join(tree.root, 'real.json')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(tree.root).sort(), ['real.json', 'report.json']);
  });

  it('may be a folder that is not there, or a folder itself: that is told', () => {
    assert.equal(said(writeTextFile(tree.root, 'no/report.json', [''])), 'there is no such file or folder');
    assert.equal(said(writeTextFile(tree.root, '.', [''])), 'it is a folder');
  });
});
