import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decode } from '../engine/decode.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { errorCode } from './read-file.ts';
import { putInPlace, stageFile } from './replace-file.ts';

/** Why a file could not be read or written, as the end of a sentence: a phrase, or what the system calls it. */
export type Reason = Phrase | string;

/** A text that was read and the absolute path that it has, or why not. */
export type TextOrFailure =
  | { readonly ok: true; readonly text: string; readonly location: string }
  | { readonly ok: false; readonly reason: Reason };

/** Reads a text file that the user named; links and pipes are the user's own business. */
export function readTextFile(folder: string, path: string): TextOrFailure {
  try {
    const location = resolve(folder, path);
    return { ok: true, text: decode(path, readFileSync(location)).text, location };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** The bytes of a file that the user named, or why there are none. */
export function readBytes(
  folder: string,
  path: string,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly reason: Reason } {
  try {
    return { bytes: Uint8Array.from(readFileSync(resolve(folder, path))) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Whether something has the name already, a file or anything else, readable or not. */
export function isThere(folder: string, path: string): boolean {
  return lstatSync(resolve(folder, path), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Writes a text file that the user named, piece by piece; an interruption leaves what was there, whole.
 * @returns why that failed
 */
export function writeTextFile(folder: string, path: string, pieces: Iterable<string>): Reason | undefined {
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

function reasonOf(error: unknown): Reason {
  switch (errorCode(error)) {
    case 'ENOENT':
      return phrase('file.missing');
    case 'EACCES':
    case 'EPERM':
      return phrase('file.denied');
    case 'EISDIR':
      return phrase('file.is-folder');
    case 'ENOSPC':
      return phrase('file.disk-full');
    default:
      return errorCode(error) ?? String(error);
  }
}
