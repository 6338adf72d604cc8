import { createHash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { relative, sep } from 'node:path';
import { absolutePath } from './absolute-path.ts';
import type { GitIndexEntry } from './git-index.ts';
import { findRepositoryTop, readTrackedEntries } from './git-repository.ts';
import { createFileReader } from './read-file.ts';

/** What git could not give back if it were overwritten. Paths are relative to the scanned root, with `/`. */
export interface GitChanges {
  /** Tracked files below the root that are not as the index has them. */
  readonly changed: readonly string[];
  /** Those of the asked paths that git does not track. */
  readonly untracked: readonly string[];
  /** There is an index, but it could not be understood. */
  readonly isUnreadable: boolean;
}

/**
 * Compares the tracked files below `root` (absolute) with git's index, without running git: by time and size as git
 * itself does, and by content where these differ. What is staged counts as kept. Without a repository nothing is tracked.
 * @param asked paths that are about to be written
 */
export function gitChanges(root: string, asked: readonly string[]): GitChanges {
  const top = findRepositoryTop(root);
  if (top === undefined) return { changed: [], untracked: asked, isUnreadable: false };
  const entries = readTrackedEntries(top);
  if (!entries) return { changed: [], untracked: [], isUnreadable: true };
  const prefix = prefixOf(top, root);
  const below = entries.filter(({ name }) => name.startsWith(prefix));
  const tracked = new Set(below.map(({ name }) => name.slice(prefix.length)));
  const changed = below.filter(entry => isChanged(top, entry)).map(({ name }) => name.slice(prefix.length));
  return {
    changed: [...new Set(changed)],
    untracked: asked.filter(path => !tracked.has(path)),
    isUnreadable: false,
  };
}

function prefixOf(top: string, root: string): string {
  const way = relative(top, root).split(sep).join('/');
  return way === '' ? '' : `${way}/`;
}

function isChanged(top: string, entry: GitIndexEntry): boolean {
  if (entry.isUnmerged) return true;
  if (entry.isSkipped || entry.kind !== 'file') return false;
  const path = absolutePath(top, entry.name);
  const stats = statsOf(path);
  if (!stats?.isFile()) return true;
  return !hasSameStats(entry, stats) && !hasSameContent(entry, path);
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Git sets the size to 0 of a file that was changed in the very second of its index: then content decides, as it does
 * for every file that was written so recently.
 */
function hasSameStats({ seconds, nanoseconds, size }: GitIndexEntry, stats: Stats): boolean {
  const isRecent = Date.now() - stats.mtimeMs < RECENT;
  if (isRecent || stats.size % 2 ** 32 !== size || Math.floor(stats.mtimeMs / 1000) !== seconds) return false;
  const milliseconds = Math.floor(stats.mtimeMs) % 1000;
  return nanoseconds === 0 || Math.floor(nanoseconds / 1_000_000) === milliseconds;
}

/** Milliseconds in which two writes can have the same time. */
const RECENT = 10_000;
const readContent = createFileReader(256 * 1024 * 1024);

/** With line ends as they are, and as git keeps them where it converts them on checkout. */
function hasSameContent({ hash }: GitIndexEntry, path: string): boolean {
  const bytes = readContent(path);
  if (typeof bytes === 'string') return false;
  if (blobHash(bytes, hash.length) === hash) return true;
  const withoutReturns = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return withoutReturns.length !== bytes.length && blobHash(withoutReturns, hash.length) === hash;
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function blobHash(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
