import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';

/** Why a file gave no bytes. */
export type ReadFailure = 'missing' | 'symbolic-link' | 'not-a-file' | 'too-large' | 'unreadable';

/** The file's bytes in a buffer that the next call reuses, or why there are none. */
export type ReadFile = (path: string) => Buffer | ReadFailure;

/**
 * Makes a reader of regular files of at most `limit` bytes, given by absolute path. It is synchronous,
 * because a promise per file costs several times the read; it never follows a symbolic link and never waits
 * for a pipe or device.
 */
export function createFileReader(limit: number): ReadFile {
  let buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER_LENGTH);
  return path => {
    let descriptor: number | undefined;
    try {
      descriptor = openWithoutWaiting(path);
      const length = readSync(descriptor, buffer, 0, buffer.length, null);
      if (length > 0 && length < buffer.length) return buffer.subarray(0, length);
      // Nothing or a full buffer: an empty or a longer file, but a pipe or a device looks the same.
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return 'not-a-file';
      if (stats.size > limit) return 'too-large';
      if (stats.size >= buffer.length) buffer = grown(buffer, length, stats.size);
      return readRest(descriptor, buffer, length);
    } catch (error) {
      return failureOf(error, path);
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
}

/** Holds nearly every manifest, so that one read is enough. */
const FIRST_BUFFER_LENGTH = 256 * 1024;

/** Windows has neither flag: there, links are looked for before opening. */
const NO_FOLLOW: number | undefined = constants.O_NOFOLLOW;
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (NO_FOLLOW ?? 0);

function openWithoutWaiting(path: string): number {
  if (NO_FOLLOW === undefined && lstatSync(path).isSymbolicLink()) throw new LinkError();
  return openSync(path, FLAGS);
}

class LinkError extends Error {
  readonly code = 'ELOOP';
}

/** A larger buffer that begins with what was read already. One byte more than the file shows its end. */
function grown(buffer: Buffer, length: number, size: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(size + 1);
  buffer.copy(larger, 0, 0, length);
  return larger;
}

function readRest(descriptor: number, buffer: Buffer, start: number): Buffer {
  let length = start;
  while (length < buffer.length) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}

function failureOf(error: unknown, path: string): ReadFailure {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'ELOOP' || code === 'EMLINK') return 'symbolic-link';
  const stats = statsOf(path);
  if (stats?.isSymbolicLink()) return 'symbolic-link';
  return stats === undefined || stats.isFile() ? 'unreadable' : 'not-a-file';
}

/** The system's name of an error (`ENOENT`), when it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
