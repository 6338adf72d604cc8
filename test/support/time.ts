import assert from 'node:assert/strict';

/**
 * Fails when `work` takes the processor more than so many milliseconds. Time on the clock would be shorter or longer by
 * what else the machine does meanwhile, and so fail now and then.
 */
export async function takesAtMost(milliseconds: number, work: () => unknown): Promise<void> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const taken = Math.round((user + system) / 1000);
  assert.ok(taken <= milliseconds, `took ${taken} ms`);
}
