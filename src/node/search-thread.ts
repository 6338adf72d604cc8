import type { MessagePort } from 'node:worker_threads';
import { detectEncoding } from '../engine/decode.ts';
import { createPrefilter } from '../engine/prefilter.ts';
import { absolutePath } from './absolute-path.ts';
import { BEGUN, DONE, type SearchBatch, type SearchSetup, WAITING } from './file-search.ts';
import { createFileReader } from './read-file.ts';

/** The other end of a `FileSearch`: looks through the batches that come in at `port`. */
export function searchBatches(port: MessagePort, { root, anchors, sizeLimit }: SearchSetup): void {
  const prefilter = createPrefilter(anchors);
  const readFile = createFileReader(sizeLimit);
  const holdsNone = (path: string): boolean => {
    const bytes = readFile(absolutePath(root, path));
    return typeof bytes !== 'string' && detectEncoding(bytes) === 'utf-8' && !prefilter(bytes);
  };
  port.on('message', ({ paths, shared }: SearchBatch) => {
    if (Atomics.compareExchange(shared, 0, WAITING, BEGUN) !== WAITING) return;
    for (const [index, path] of paths.split('\0').entries()) if (holdsNone(path)) shared[index + 1] = 1;
    Atomics.store(shared, 0, DONE);
    Atomics.notify(shared, 0);
  });
}
