import { Worker } from 'node:worker_threads';
import type { FoundWords } from '../engine/ports.ts';

/** What the thread is started with. */
export interface SearchSetup {
  /** Absolute path that the files' paths are relative to. */
  readonly root: string;
  readonly lists: readonly (readonly string[])[];
  /** In bytes; a longer file is left to the caller. */
  readonly sizeLimit: number;
}

/** Files that are looked through together, by whoever begins first. */
export interface SearchBatch {
  /** Joined by `\0`, which no path has: one string is passed on faster than many. */
  readonly paths: string;
  /**
   * Shared: the state of the batch, then for each path the lists to look for, a bit each, and once the batch is done
   * those of which it holds a word, with `KNOWN`; 0 where nothing is certain.
   */
  readonly shared: Int32Array;
}

export const WAITING = 0;
export const BEGUN = 1;
export const DONE = 2;

/** No list has this bit. */
export const KNOWN = 1 << 30;

/**
 * Looks through files for lists of words on a thread of its own, while the caller still finds more of them. What it is not
 * certain of, files that could not be read included, is the caller's to find out.
 */
export class FileSearch {
  private readonly worker: URL;
  private readonly setup: SearchSetup;
  private readonly batches: Batch[] = [];
  private pending: Asked[] = [];
  private thread: Worker | undefined;
  /** The batch that is asked about, which of its paths comes next, and whether the thread looked through it. */
  private current = -1;
  private next = 0;
  private isSearched = false;

  /** @param worker where the thread's program is */
  constructor(worker: URL, setup: SearchSetup) {
    this.worker = worker;
    this.setup = setup;
  }

  /** @param lists to look for, a bit each */
  add(path: string, lists: number): void {
    this.pending.push({ path, lists });
    if (this.pending.length === BATCH_LENGTH) this.send();
  }

  /**
   * What the file holds. To be asked about every path, in the order in which they were added: what the thread has not
   * begun by then, it leaves to the caller.
   */
  found(path: string): FoundWords | undefined {
    if (this.next === (this.batches[this.current]?.files.length ?? 0)) this.advance();
    const batch = this.batches[this.current];
    const place = this.next++;
    const file = batch?.files[place];
    const answer = batch?.shared[place + 1] ?? 0;
    if (!this.isSearched || file?.path !== path || (answer & KNOWN) === 0) return undefined;
    return { asked: file.lists, held: answer & ~KNOWN };
  }

  /** Ends the thread. */
  close(): void {
    void this.thread?.terminate();
  }

  private advance(): void {
    this.next = 0;
    const batch = this.batches[++this.current];
    this.isSearched = batch !== undefined && wasSearched(batch.shared);
  }

  private send(): void {
    const files = this.pending;
    this.pending = [];
    const shared = new Int32Array(new SharedArrayBuffer(4 * (files.length + 1)));
    for (const [place, { lists }] of files.entries()) shared[place + 1] = lists;
    this.batches.push({ files, shared });
    const isStart = this.batches.length === BATCHES_WORTH_A_THREAD;
    if (isStart) this.thread = start(this.worker, this.setup);
    for (const batch of isStart ? this.batches : this.batches.slice(-1))
      this.thread?.postMessage({
        paths: batch.files.map(({ path }) => path).join('\0'),
        shared: batch.shared,
      } satisfies SearchBatch);
  }
}

interface Asked {
  readonly path: string;
  readonly lists: number;
}

interface Batch {
  readonly files: readonly Asked[];
  readonly shared: Int32Array;
}

/** Some milliseconds of reading. */
const BATCH_LENGTH = 256;

/** Starting a thread takes as long as reading some hundred files. */
const BATCHES_WORTH_A_THREAD = 8;

/** `undefined` where none may be started, as under Node's permission model (https://nodejs.org/api/permissions.html). */
function start(program: URL, workerData: SearchSetup): Worker | undefined {
  try {
    const thread = new Worker(program, { workerData });
    // One that ends early leaves the rest to the caller.
    thread.on('error', () => {});
    thread.unref();
    return thread;
  } catch {
    return undefined;
  }
}

/** Takes over a batch that was not begun, and waits for one that was: `false` leaves its files to the caller. */
function wasSearched(shared: Int32Array): boolean {
  if (Atomics.compareExchange(shared, 0, WAITING, BEGUN) === WAITING) return false;
  Atomics.wait(shared, 0, BEGUN, MOST_WAITED);
  return Atomics.load(shared, 0) === DONE;
}

/** In milliseconds. A thread may have ended, or be held up by a device. */
const MOST_WAITED = 1000;
