import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { phrase } from '../words/phrase.ts';

/**
 * Runs work that does not wait for anything, and stops it when it takes longer than so many milliseconds. What it throws
 * is thrown.
 */
export type TimeLimit = <Result>(work: () => Result, milliseconds: number) => Result | typeof TOO_SLOW;

/** The work was stopped in its middle: what it was changing is of no use any more. */
export const TOO_SLOW = Symbol('too slow');

/** How long one file may take. */
export interface TimeAllowance {
  /** Milliseconds for a file of any size. */
  readonly base: number;
  /** Milliseconds more for each million characters. */
  readonly perMillion: number;
}

/** Several times what the largest files take on a slow machine. */
export const TIME_ALLOWANCE: TimeAllowance = { base: 10_000, perMillion: 1000 };

/** Asked before each step, which may take so many milliseconds: whether the file may be looked at. */
type MayBegin = (path: string, milliseconds: number) => boolean;

let runLimited: TimeLimit = work => work();
let allowance = TIME_ALLOWANCE;
let mayBegin: MayBegin = () => true;

/**
 * Called by each main whose host can stop work: only it knows how.
 * @param most what a file may take, where somebody waits
 * @param begin for a host that can only be stopped as a whole, and must know afterwards what not to begin again
 */
export function setTimeLimit(limit: TimeLimit, most = TIME_ALLOWANCE, begin: MayBegin = () => true): void {
  [runLimited, allowance, mayBegin] = [limit, most, begin];
}

/** Work on one file. */
export interface Step {
  readonly path: string;
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  readonly work: () => void;
  /** Called when the work took longer than so many milliseconds and did not end. */
  readonly stopped: (milliseconds: number) => void;
}

/**
 * What the files of one tree may take. A file that was stopped once gets little time until it is read in time again, and
 * so do all when many were stopped: neither typing in one nor a folder full of them holds anybody.
 */
export class TimeBudget {
  private readonly slow = new Set<string>();
  private lost = 0;

  /** Does all steps, one after the other, but those that take too long. */
  runAll(steps: readonly Step[]): void {
    for (let done = 0; done < steps.length; ) done += this.runUntilStopped(steps.slice(done));
  }

  /**
   * Does steps up to the first that takes too long, or may not begin: what it was working with may be damaged.
   * @returns how many were done, that one included.
   */
  runUntilStopped(steps: readonly Step[]): number {
    let index = 0;
    let isRefused = false;
    // Together until so much time has passed: to watch over each alone would cost more than most of them do.
    const runTogether = (allowed: number): void => {
      const until = performance.now() + SLICE;
      for (let step = steps[index]; step && this.allowed(step) === allowed; step = steps[index]) {
        isRefused = !mayBegin(step.path, allowed);
        if (isRefused) return;
        step.work();
        this.slow.delete(step.path);
        index++;
        if (performance.now() > until) return;
      }
    };
    for (let step = steps[index]; step; step = steps[index]) {
      const milliseconds = this.allowed(step);
      const isTooSlow = runLimited(() => runTogether(milliseconds), milliseconds + SLICE) === TOO_SLOW;
      if (!isTooSlow && !isRefused) continue;
      const late = steps[index] ?? step;
      if (isTooSlow) {
        this.slow.add(late.path);
        this.lost += milliseconds;
      }
      late.stopped(milliseconds);
      return index + 1;
    }
    return index;
  }

  /** A new beginning: what was lost before counts no more. */
  renew(): void {
    this.lost = 0;
  }

  private allowed(step: Step): number {
    if (this.slow.has(step.path) || this.lost >= MOST_LOST) return Math.min(LITTLE, allowance.base);
    return allowance.base + Math.floor(step.length / 1_000_000) * allowance.perMillion;
  }
}

/** Milliseconds that steps are done together. */
const SLICE = 50;

/** Milliseconds for a file that nobody has reason to wait for. */
const LITTLE = 500;

/** Milliseconds lost to files that were stopped, after which none is waited for. */
const MOST_LOST = 60_000;

/**
 * Does what somebody waits for and what is about one file.
 * @returns what `otherwise` makes of so many milliseconds when it takes longer than the file may
 */
export type WithinTime = <Result>(
  source: Source,
  work: () => Result,
  otherwise: (milliseconds: number) => Result,
) => Result;

/** For one answer: what it loses to a file counts for the rest of it, and for no other. */
export function answerWithinTime(): WithinTime {
  const budget = new TimeBudget();
  return <Result>(
    { path, text }: Source,
    work: () => Result,
    otherwise: (milliseconds: number) => Result,
  ): Result => {
    const results: Result[] = [];
    budget.runAll([
      {
        path,
        length: text.length,
        work: () => void results.push(work()),
        stopped: milliseconds => void results.push(otherwise(milliseconds)),
      },
    ]);
    return results[0] ?? otherwise(0);
  };
}

/** What is said of a file that was stopped. */
export function tooSlow(path: string, milliseconds: number): Problem {
  const message = phrase('problem.too-slow', { milliseconds });
  return { code: 'too-slow', path, message };
}
