import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from '../engine/decode.ts';
import { errorCode } from './read-file.ts';

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

/** Writes a text file that the user named, piece by piece; returns why that failed, as the end of a sentence. */
export function writeTextFile(folder: string, path: string, pieces: Iterable<string>): string | undefined {
  try {
    const descriptor = openSync(resolve(folder, path), 'w');
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    return undefined;
  } catch (error) {
    return reasonOf(error);
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
