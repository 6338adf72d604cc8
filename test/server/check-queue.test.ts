import assert from 'node:assert/strict';
import { CheckQueue } from '../../src/server/documents/check-queue.ts';

describe('the check queue', () => {
  it('runs once for all keys, and again for what came during the run', async () => {
    const runs: string[][] = [];
    const queue: CheckQueue = new CheckQueue(async keys => {
      runs.push([...keys]);
      if (runs.length === 1) queue.add('late', 0);
      assert.ok(!queue.has('first'));
    });
    queue.add('first', 5);
    queue.add('second', 0);
    queue.add('first', 0);
    assert.ok(queue.has('first'));
    await queue.settled();
    assert.deepEqual(runs, [['first', 'second'], ['late']]);
  });

  it('never runs twice at once', async () => {
    let running = 0;
    const queue: CheckQueue = new CheckQueue(async () => {
      assert.equal(++running, 1);
      await new Promise(resume => setTimeout(resume, 2));
      running--;
    });
    queue.add('a', 0);
    await new Promise(resume => setTimeout(resume, 1));
    queue.add('b', 0);
    await queue.settled();
    assert.equal(running, 0);
  });

  it('is settled when nothing was ever added, and when it is disposed of', async () => {
    const queue = new CheckQueue(async () => assert.fail('must not run'));
    await queue.settled();
    queue.add('a', 0);
    const settled = queue.settled();
    queue.dispose();
    await settled;
  });
});
