import { existsSync, lstatSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { decode } from '../engine/decode.ts';
import { encodeLike } from '../engine/encode.ts';
import { joinInside } from '../text/path.ts';
import { phrase } from '../words/phrase.ts';
import { absolutePath } from './absolute-path.ts';
import { createFileReader, errorCode } from './read-file.ts';
import { putInPlace, type StagedFile, stageFile } from './replace-file.ts';
import type { Reason } from './text-file.ts';

/** A file's text before and after. */
export interface TextChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** There is no such file yet. */
  readonly isNew: boolean;
}

/** What became of a write: `failure` names the file and why. */
export interface WriteOutcome {
  readonly written: readonly string[];
  readonly failure?: { readonly path: string; readonly reason: Reason };
}

/**
 * Writes all the files or, when one of them cannot be prepared, none. Each is written beside its place, flushed, and
 * then put there in one step with the mode it had, so that an interruption leaves whole files only. Should that step fail for
 * one, those before it stay and are told. A file that is not
 * as it was read, is read-only, or leads out of `root` by a link is not touched.
 */
export function writeTexts(root: string, changes: readonly TextChange[]): WriteOutcome {
  const staged: Staged[] = [];
  try {
    for (const change of changes) {
      const next = stage(root, change);
      if ('reason' in next) return { written: [], failure: { path: change.path, reason: next.reason } };
      staged.push(next);
    }
    const stale = staged.find(each => !isUnchanged(each));
    if (stale) return { written: [], failure: { path: stale.path, reason: CHANGED } };
    return putAllInPlace(staged);
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

/** New content that lies beside its place. */
interface Staged extends StagedFile {
  readonly path: string;
  /** What the file held; `undefined` when there was none. */
  readonly bytes: Uint8Array | undefined;
}

const CHANGED = phrase('file.changed');
const readBytes = createFileReader(64 * 1024 * 1024);

function stage(root: string, change: TextChange): Staged | { reason: Reason } {
  try {
    const target = targetOf(root, change);
    if (target === undefined) return { reason: phrase('file.link-outside') };
    if (change.isNew) {
      return existsSync(target) ? { reason: CHANGED } : write(change, target, undefined, 0o666);
    }
    const bytes = readBytes(target);
    if (typeof bytes === 'string') return { reason: phrase('file.unreadable', { code: bytes }) };
    const { text, problems } = decode(change.path, bytes);
    if (problems.length > 0) return { reason: phrase('file.no-text') };
    if (text !== change.before) return { reason: CHANGED };
    const { mode } = statSync(target);
    if ((mode & 0o222) === 0) return { reason: phrase('file.read-only') };
    return write(change, target, Uint8Array.from(bytes), mode & 0o7777);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The file itself, behind links that stay inside the root; `undefined` when it is outside. */
function targetOf(root: string, { path, isNew }: TextChange): string | undefined {
  if (joinInside('', path) !== path) return undefined;
  const place = absolutePath(root, path);
  const real = isNew ? join(realpathSync(dirname(place)), basename(place)) : realpathSync(place);
  const realRoot = realpathSync(root);
  return real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep) ? real : undefined;
}

function write(change: TextChange, target: string, bytes: Uint8Array | undefined, mode: number): Staged {
  const content = encodeLike(bytes ?? new Uint8Array(), change.after);
  const file = stageFile(target, descriptor => writeFileSync(descriptor, content), {
    mode,
    isExact: bytes !== undefined,
  });
  return { ...file, path: change.path, bytes };
}

function isUnchanged({ target, bytes }: Staged): boolean {
  if (!bytes) return !existsSync(target);
  const now = readBytes(target);
  return typeof now !== 'string' && !lstatSync(target).isSymbolicLink() && now.equals(bytes);
}

function putAllInPlace(staged: readonly Staged[]): WriteOutcome {
  const written: string[] = [];
  for (const each of staged) {
    try {
      putInPlace(each);
    } catch (error) {
      return { written, failure: { path: each.path, reason: reasonOf(error) } };
    }
    written.push(each.path);
  }
  return { written };
}

function reasonOf(error: unknown): Reason {
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return phrase('file.denied');
  if (code === 'ENOSPC') return phrase('file.disk-full');
  return code ?? String(error);
}
