import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { boundHeapGrowth } from '../../src/node/heap-growth.ts';

describe('the growth of the heap', () => {
  async function flagsFor(v8: string): Promise<string[]> {
    const flags: string[] = [];
    boundHeapGrowth(v8, 1, given => flags.push(given));
    await setTimeout(20);
    return flags;
  }

  it('is bounded after a while, by a flag that the V8 that runs understands', async () => {
    const flags = await flagsFor(process.versions.v8);
    assert.equal(flags.length, 1);
    const program = `require('node:v8').setFlagsFromString(${JSON.stringify(flags[0])});`;
    const { stderr, status } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    assert.deepEqual([stderr, status], ['', 0]);
  });

  it('is left alone in versions that may not know the flag', async () => {
    assert.deepEqual(await flagsFor('14.1.0'), []);
  });
});
