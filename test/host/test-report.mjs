// @ts-check
/** Follows the file into which `shim.cjs` reports from the extension host. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/**
 * @typedef {object} TestReport
 * @property {() => boolean} started whether the test entry was reached
 * @property {() => number | undefined} code the tests' result, undefined unless they came to their end
 * @property {() => void} read prints what has arrived since the last time
 * @property {() => void} close
 */

const interval = 50;

/**
 * Prints the tests' output as it arrives.
 * @param {string} file
 * @param {{ stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream }} streams
 * @returns {TestReport}
 */
export function followReport(file, streams) {
  const descriptor = openSync(file, 'a+');
  const buffer = Buffer.alloc(64 * 1024);
  const decoder = new StringDecoder('utf8');
  let started = false;
  /** @type {number | undefined} */
  let code;
  let pending = '';
  let offset = 0;

  const read = () => {
    let size = 0;
    do {
      size = readSync(descriptor, buffer, 0, buffer.length, offset);
      pending += decoder.write(buffer.subarray(0, size));
      offset += size;
    } while (size > 0);
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      const event = JSON.parse(line);
      if (event.text !== undefined)
        streams[event.stream === 'stderr' ? 'stderr' : 'stdout'].write(event.text);
      if (event.started) started = true;
      if (event.done) code = event.code;
    }
  };
  const timer = setInterval(read, interval);
  return {
    started: () => started,
    code: () => code,
    read,
    close() {
      clearInterval(timer);
      read();
      closeSync(descriptor);
    },
  };
}
