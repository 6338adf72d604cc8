import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadRulesets, scan } from '../../src/engine/index.ts';
import { FindingsRoom } from '../../src/engine/memory/findings-room.ts';
import type { Finding } from '../../src/model/finding.ts';
import { makeSource } from '../../src/text/source.ts';
import { span } from '../../src/text/span.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** As many findings in files of their own as there are numbers, each with a comment of so many characters. */
async function found(lengths: readonly number[]): Promise<readonly Finding[]> {
  const { ruleset } = await loadRulesets([]);
  const files = lengths.map((length, index) => [
    `${index}/Dockerfile`,
    `FROM registry.cn-hangzhou.aliyuncs.com/a/b${index}:1\n# ${'x'.repeat(length)}\n`,
  ]);
  const { findings } = await scan({ tree: memoryTree(Object.fromEntries(files)), ruleset, clock: testClock });
  return findings;
}

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

function usedHeap(): number {
  // Twice: what was made while a collection was under way outlives that one.
  for (let round = 0; round < 2; round++) if (typeof collectGarbage === 'function') collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('what a scan has found', () => {
  it('has room for so many findings, with their texts', async () => {
    const findings = await found([1]);
    const source = makeSource('0/Dockerfile', 'x'.repeat(10_000));
    const adding = (bytes: number) => {
      const all = new FindingsRoom(bytes);
      let count = 0;
      for (; !all.isFull && count < 1000; count++) all.take(findings, [], [source]);
      return count;
    };
    for (const [bytes, count] of [
      [0, 1],
      [100_000, 9],
    ] as const)
      assert.equal(adding(bytes), count);
  });

  it('counts the text of a file that could not be read to its end, and no other without findings', () => {
    const source = makeSource('a.tf', 'é'.repeat(1000));
    const problem = { code: 'syntax-error', path: 'a.tf', message: { words: '' } } as const;
    const all = new FindingsRoom(100);
    all.take([], [problem], [source]);
    assert.equal(all.isFull, false);
    all.take([], [{ ...problem, span: span(0, 1) }], [source]);
    assert.equal(all.isFull, true);
  });

  it('keeps nothing of large texts', async () => {
    const before = usedHeap();
    const findings = await found(new Array(10).fill(3_000_000));
    const kept = usedHeap() - before;
    assert.ok(kept < 10_000_000, `${kept} bytes`);
    assert.equal(findings.length, 10);
  });
});
