import assert from 'node:assert/strict';
import { type Step, setTimeLimit, TimeBudget, TOO_SLOW } from '../../src/engine/time-limit.ts';

/** Thrown by a step of these tests in place of going on for ever. */
class Endless extends Error {}

describe('what the files of a tree may take', () => {
  let granted: number[];
  let done: string[];
  let stopped: string[];
  beforeEach(() => {
    [granted, done, stopped] = [[], [], []];
    setTimeLimit(
      (work, milliseconds) => {
        granted.push(milliseconds);
        try {
          return work();
        } catch (error) {
          if (error instanceof Endless) return TOO_SLOW;
          throw error;
        }
      },
      { base: 10_000, perMillion: 2000 },
    );
  });
  afterEach(() => setTimeLimit(work => work()));

  function good(path: string, length = 0): Step {
    return { path, length, work: () => done.push(path), stopped: () => assert.fail(path) };
  }

  function endless(path: string): Step {
    return {
      path,
      length: 0,
      work: () => {
        throw new Endless();
      },
      stopped: milliseconds => stopped.push(`${path} ${milliseconds}`),
    };
  }

  it('is watched over together: many small files cost one watch', () => {
    new TimeBudget().runAll(['a', 'b', 'c'].map(path => good(path)));
    assert.deepEqual([done, granted], [['a', 'b', 'c'], [10_050]]);
  });

  it('grows with the text', () => {
    new TimeBudget().runAll([good('a'), good('b', 20_000_000)]);
    assert.deepEqual(
      [done, granted],
      [
        ['a', 'b'],
        [10_050, 50_050],
      ],
    );
  });

  it('is told of those that do not end, and the others are done', () => {
    new TimeBudget().runAll([good('a'), endless('b'), good('c'), endless('d')]);
    assert.deepEqual(
      [done, stopped],
      [
        ['a', 'c'],
        ['b 10000', 'd 10000'],
      ],
    );
  });

  it('is little for a file that did not end, until it does', () => {
    const budget = new TimeBudget();
    budget.runAll([endless('a')]);
    budget.runAll([endless('a')]);
    budget.runAll([good('a')]);
    budget.runAll([good('a')]);
    assert.deepEqual(granted, [10_050, 550, 550, 10_050]);
  });

  it('is little for all when many did not end', () => {
    const budget = new TimeBudget();
    budget.runAll(Array.from({ length: 8 }, (_, index) => endless(`${index}`)));
    assert.deepEqual(granted, [...Array(6).fill(10_050), 550, 550]);
    budget.renew();
    budget.runAll([good('a')]);
    assert.equal(granted.at(-1), 10_050);
  });

  it('passes on what a step throws', () => {
    const work = () => {
      throw new RangeError('of ours');
    };
    assert.throws(() => new TimeBudget().runAll([{ ...good('a'), work }]), RangeError);
  });
});
