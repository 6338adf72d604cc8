import type { MessagePort } from 'node:worker_threads';
import { claim, createSearch, type SearchSetup, type SharedBatch } from './search-files.ts';

/** Files to look through. */
export interface SearchRequest {
  /** Joined by `\0`, which no path has: one string is passed on faster than many. */
  readonly paths: string;
  readonly batch: SharedBatch;
}

/** The other end of a `FileSearch`: looks through the batches that come in at `port`. */
export function searchBatches(port: MessagePort, setup: SearchSetup): void {
  const search = createSearch(setup);
  port.on('message', ({ paths, batch }: SearchRequest) => {
    if (claim(batch)) search(paths.split('\0'), batch);
  });
}
