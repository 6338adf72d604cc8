import { Worker } from 'node:worker_threads';
import type { FoundWords } from '../engine/ports.ts';
import {
  claim,
  createBatch,
  createSearch,
  isDone,
  KNOWN,
  type SearchSetup,
  type SharedBatch,
  waitFor,
} from './search-files.ts';
import type { SearchRequest } from './search-thread.ts';

/**
 * Looks through files for lists of words on a thread of its own, while the caller still finds more of them. Once the caller
 * asks, it shares what is left to do. What is not certain, files that could not be read included, is the caller's to find
 * out.
 */
export class FileSearch {
  private readonly worker: URL;
  private readonly setup: SearchSetup;
  private readonly batches: Batch[] = [];
  private pending: Asked[] = [];
  private thread: Worker | undefined;
  /** The batch that is asked about, which of its paths comes next, and whether it was looked through. */
  private current = -1;
  private next = 0;
  private isSearched = false;
  /** Those behind it are claimed. */
  private last: number | undefined;
  private searchHere: ReturnType<typeof createSearch> | undefined;

  /** @param worker where the thread's program is */
  constructor(worker: URL, setup: SearchSetup) {
    this.worker = worker;
    this.setup = setup;
  }

  /** Told how many files there may be before they are found: a thread takes a while to start. */
  expect(files: number): void {
    if (files >= FILES_WORTH_A_THREAD) this.start();
  }

  /** @param lists to look for, a bit each */
  add(path: string, lists: number): void {
    this.pending.push({ path, lists });
    if (this.pending.length < BATCH_LENGTH) return;
    const files = this.pending;
    this.pending = [];
    this.batches.push({ files, shared: createBatch(files.map(each => each.lists)) });
    if (this.thread) this.send(this.batches.slice(-1));
    else if (this.batches.length === BATCHES_WORTH_A_THREAD) this.start();
  }

  /**
   * What the file holds. To be asked about every path, in the order in which they were added: it is known of most, if there
   * is a thread.
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
    this.batches.length = 0;
  }

  private start(): void {
    this.thread ??= startThread(this.worker, this.setup);
    this.send(this.batches);
  }

  private send(batches: readonly Batch[]): void {
    for (const { files, shared } of batches)
      this.thread?.postMessage({
        paths: files.map(({ path }) => path).join('\0'),
        batch: shared,
      } satisfies SearchRequest);
  }

  private advance(): void {
    this.next = 0;
    const batch = this.batches[++this.current];
    this.isSearched = batch !== undefined && this.thread !== undefined && this.finish(batch);
  }

  /** Looks through what the thread has not come to, the last first, until it is done with a batch. */
  private finish(batch: Batch): boolean {
    this.searchHere ??= createSearch(this.setup);
    while (!isDone(batch.shared)) {
      const own = claim(batch.shared) ? batch : this.claimLast();
      if (own) {
        this.searchHere(
          own.files.map(({ path }) => path),
          own.shared,
        );
      } else if (!waitFor(batch.shared, MOST_WAITED)) return false;
    }
    return true;
  }

  private claimLast(): Batch | undefined {
    this.last ??= this.batches.length;
    while (--this.last > this.current) {
      const batch = this.batches[this.last];
      if (batch && claim(batch.shared)) return batch;
    }
    return undefined;
  }
}

interface Asked {
  readonly path: string;
  readonly lists: number;
}

interface Batch {
  readonly files: readonly Asked[];
  readonly shared: SharedBatch;
}

/** Some milliseconds of reading. */
const BATCH_LENGTH = 256;

/** Starting a thread takes as long as reading some hundred files. */
const BATCHES_WORTH_A_THREAD = 8;

/** Mostly a quarter of them is looked through. */
const FILES_WORTH_A_THREAD = 8192;

/** In milliseconds. A thread may have ended, or be held up by a device. */
const MOST_WAITED = 1000;

/** `undefined` where none may be started, as under Node's permission model (https://nodejs.org/api/permissions.html). */
function startThread(program: URL, workerData: SearchSetup): Worker | undefined {
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
