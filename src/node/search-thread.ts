import type { MessagePort } from 'node:worker_threads';
import { detectEncoding } from '../engine/decode.ts';
import { createPrefilter } from '../engine/prefilter.ts';
import { absolutePath } from './absolute-path.ts';
import { BEGUN, DONE, KNOWN, type SearchBatch, type SearchSetup, WAITING } from './file-search.ts';
import { createFileReader } from './read-file.ts';

/** The other end of a `FileSearch`: looks through the batches that come in at `port`. */
export function searchBatches(port: MessagePort, { root, lists, sizeLimit }: SearchSetup): void {
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
  port.on('message', ({ paths, shared }: SearchBatch) => {
    if (Atomics.compareExchange(shared, 0, WAITING, BEGUN) !== WAITING) return;
    for (const [index, path] of paths.split('\0').entries())
      shared[index + 1] = search(path, shared[index + 1] ?? 0);
    Atomics.store(shared, 0, DONE);
    Atomics.notify(shared, 0);
  });
}
