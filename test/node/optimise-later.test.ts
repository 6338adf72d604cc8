import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { optimiseLater } from '../../src/node/optimise-later.ts';

/** What V8 is told. */
function flagsFor(v8: string): string[] {
  const flags: string[] = [];
  optimiseLater(v8, given => flags.push(given));
  return flags;
}

describe('optimising later', () => {
  it('is asked of versions without Maglev, and of no other: it may not know the flag', () => {
    const asked = (v8: string) => flagsFor(v8).length > 0;
    assert.deepEqual(['11.3.244.8-node.38', '12.4.254.21-node.33', '13.6.233.17-node.41'].map(asked), [
      true,
      false,
      false,
    ]);
  });

  it('is understood by the V8 that runs, which would complain', () => {
    const flags = flagsFor(process.versions.v8);
    const program = `for (const flags of ${JSON.stringify(flags)}) require('node:v8').setFlagsFromString(flags);`;
    const { stderr, status } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    assert.deepEqual([stderr, status], ['', 0]);
  });
});
