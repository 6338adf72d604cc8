import type { Writable } from 'node:stream';
import { errorCode } from './read-file.ts';

/** A reader such as `head` that closes the pipe early is no error: what remains to be said is dropped. */
export function tolerateClosedPipe(stream: Writable): void {
  stream.on('error', error => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });
}
