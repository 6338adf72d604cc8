import assert from 'node:assert/strict';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

describe('inventory', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.write('package.json', '{ "dependencies": { "left-pad": "1.3.0", "ali-oss": "^6.17.0" } }\n');
  });
  afterEach(() => tree.remove());

  it('lists every reference, flagged or not', async () => {
    const { exitCode, stdout, stderr } = await runCli(tree.root, ['inventory', '--format', 'json']);
    const { version, references, problems } = JSON.parse(stdout);
    assert.deepEqual([exitCode, stderr, version, problems], [0, '', 1, []]);
    assert.deepEqual(
      references.map(({ name, state }: { name: string; state: string }) => [name, state]),
      [
        ['left-pad', 'unmatched'],
        ['ali-oss', 'matched'],
      ],
    );
  });

  it('is readable', async () => {
    const { stdout } = await runCli(tree.root, ['inventory', '.']);
    assert.match(stdout, /^package\.json:1:22 package .*left-pad.* unmatched: not in the catalog$/m);
    assert.match(stdout, /^2 references: 1 matched, 1 unmatched, 0 unresolved$/m);
  });

  it('ends with 3 when something could not be read', async () => {
    tree.write('package.json', Buffer.from([0x7b, 0, 0, 1]));
    assert.equal((await runCli(tree.root, ['inventory'])).exitCode, 3);
  });
});
