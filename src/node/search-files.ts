import { detectEncoding } from '../engine/decode.ts';
import { createPrefilter } from '../engine/prefilter.ts';
import { absolutePath } from './absolute-path.ts';
import { createFileReader } from './read-file.ts';

/** What files are looked through for. */
export interface SearchSetup {
  /** Absolute path that the files' paths are relative to. */
  readonly root: string;
  readonly lists: readonly (readonly string[])[];
  /** In bytes; a longer file is left alone. */
  readonly sizeLimit: number;
}

/**
 * Files that are looked through together, by whoever claims them first: the state, then for each path the lists to look
 * for, a bit each, and once they are done those of which it holds a word, with `KNOWN`; 0 where nothing is certain.
 */
export type SharedBatch = Int32Array<SharedArrayBuffer>;

const WAITING = 0;
const CLAIMED = 1;
const DONE = 2;

/** No list has this bit. */
export const KNOWN = 1 << 30;

/** @param lists for each path those to look for, a bit each */
export function createBatch(lists: readonly number[]): SharedBatch {
  const batch = new Int32Array(new SharedArrayBuffer(4 * (lists.length + 1)));
  batch.set(lists, 1);
  return batch;
}

/** Whether whoever asks is to look through the files: the first who does. */
export function claim(batch: SharedBatch): boolean {
  return Atomics.compareExchange(batch, 0, WAITING, CLAIMED) === WAITING;
}

export function isDone(batch: SharedBatch): boolean {
  return Atomics.load(batch, 0) === DONE;
}

/** Waits for another thread. @returns whether it was done in time */
export function waitFor(batch: SharedBatch, milliseconds: number): boolean {
  Atomics.wait(batch, 0, CLAIMED, milliseconds);
  return isDone(batch);
}

/** What looks through the files of a batch that was claimed. */
export function createSearch({
  root,
  lists,
  sizeLimit,
}: SearchSetup): (paths: readonly string[], batch: SharedBatch) => void {
  const prefilters = lists.map(words => createPrefilter(words));
  const readFile = createFileReader(sizeLimit);
  const search = (path: string, asked: number): number => {
    const bytes = readFile(absolutePath(root, path));
    if (typeof bytes === 'string' || detectEncoding(bytes) !== 'utf-8') return 0;
    let answer = KNOWN;
    for (const [index, prefilter] of prefilters.entries())
      if (asked & (1 << index) && prefilter(bytes)) answer |= 1 << index;
    return answer;
  };
  return (paths, batch) => {
    for (const [index, path] of paths.entries()) batch[index + 1] = search(path, batch[index + 1] ?? 0);
    Atomics.store(batch, 0, DONE);
    Atomics.notify(batch, 0);
  };
}
