import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decode } from '../engine/decode.ts';
import { errorCode } from './read-file.ts';
import { putInPlace, stageFile } from './replace-file.ts';

/** A text that was read and the absolute path that it has, or why not, as the end of a sentence. */
export type TextOrFailure =
  | { readonly ok: true; readonly text: string; readonly location: string }
  | { readonly ok: false; readonly reason: string };

/** Reads a text file that the user named; links and pipes are the user's own business. */
export function readTextFile(folder: string, path: string): TextOrFailure {
  try {
    const location = resolve(folder, path);
    return { ok: true, text: decode(path, readFileSync(location)).text, location };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** The bytes of a file that the user named, or why there are none, as the end of a sentence. */
export function readBytes(folder: string, path: string): Uint8Array<ArrayBuffer> | string {
  try {
    return Uint8Array.from(readFileSync(resolve(folder, path)));
  } catch (error) {
    return reasonOf(error);
  }
}

/**
 * Writes a text file that the user named, piece by piece; an interruption leaves what was there, whole.
 * @returns why that failed, as the end of a sentence.
 */
export function writeTextFile(folder: string, path: string, pieces: Iterable<string>): string | undefined {
  const write = (descriptor: number): void => {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  };
  try {
    const target = targetOf(resolve(folder, path));
    if (target) putInPlace(stageFile(target.path, write, target));
    else writeDirectly(resolve(folder, path), write);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** The file behind links, and its mode; `undefined` for what cannot be replaced: a device, a pipe, a file in a folder that is read-only. */
function targetOf(path: string): { path: string; mode: number; isExact: boolean } | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return isWritable(dirname(path)) ? { path, mode: 0o666, isExact: false } : undefined;
  const real = realpathSync(path);
  const canBeReplaced = stats.isFile() && isWritable(path) && isWritable(dirname(real));
  return canBeReplaced ? { path: real, mode: stats.mode & 0o7777, isExact: true } : undefined;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function writeDirectly(path: string, write: (descriptor: number) => void): void {
  const descriptor = openSync(path, 'w');
  try {
    write(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission was denied';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return errorCode(error) ?? String(error);
  }
}
