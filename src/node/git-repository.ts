import { readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import {
  type GitIndexEntry,
  readGitEntries,
  readGitIndex,
  type TrackedFiles,
  trackedFiles,
} from './git-index.ts';
import { createFileReader } from './read-file.ts';

/** A git working tree. */
export interface Repository {
  /** Absolute path of the working tree's top. */
  readonly top: string;
  readonly tracked: TrackedFiles;
  /** Ignore rules of the repository that stand in no `.gitignore`: the text of `info/exclude`. */
  readonly excludes: string;
  /** `false`: there is an index, but it could not be understood, so that nothing counts as tracked. */
  readonly indexReadable: boolean;
}

/**
 * The repository whose working tree has its top at the absolute path `folder`, by reading git's files.
 * Git itself is not run: a configuration inside a hostile repository can make it run programs, it refuses
 * working trees of other owners, and reading its index takes a tenth of the time.
 */
export function openRepository(folder: string): Repository | undefined {
  const gitFolder = findGitFolder(folder);
  if (gitFolder === undefined) return undefined;
  const common = resolve(gitFolder, readText(join(gitFolder, 'commondir'))?.trim() ?? '.');
  const names = readTrackedNames(gitFolder, common);
  return {
    top: folder,
    tracked: trackedFiles(names ?? []),
    excludes: readText(join(common, 'info/exclude')) ?? '',
    indexReadable: names !== undefined,
  };
}

/** The top of the git working tree that the absolute path `folder` lies in. */
export function findRepositoryTop(folder: string): string | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (findGitFolder(top) !== undefined) return top;
    if (dirname(top) === top) return undefined;
  }
}

/** An index of a million files takes about 100 MB. */
const INDEX_LIMIT = 1024 * 1024 * 1024;
const readSmallFile = createFileReader(1024 * 1024);

/** `.git` is a folder, or in a linked worktree or submodule a file that names one (`gitdir: …`). */
function findGitFolder(folder: string): string | undefined {
  const path = join(folder, '.git');
  if (isGitFolder(path)) return path;
  const pointer = readText(path);
  if (pointer === undefined || !pointer.startsWith('gitdir:')) return undefined;
  const target = pointer.slice('gitdir:'.length).trim();
  const gitFolder = isAbsolute(target) ? target : resolve(folder, target);
  return isGitFolder(gitFolder) ? gitFolder : undefined;
}

function isGitFolder(path: string): boolean {
  return readText(join(path, 'HEAD')) !== undefined;
}

/** All tracked names; `undefined` when there is an index that cannot be read. A new repository has none. */
function readTrackedNames(gitFolder: string, common: string): string[] | undefined {
  return readIndexes(gitFolder, common, readGitIndex);
}

/**
 * What git knows of every tracked file of the repository with its top at `folder`; none without a repository,
 * `undefined` when its index cannot be read.
 */
export function readTrackedEntries(folder: string): GitIndexEntry[] | undefined {
  const gitFolder = findGitFolder(folder);
  if (gitFolder === undefined) return [];
  const common = resolve(gitFolder, readText(join(gitFolder, 'commondir'))?.trim() ?? '.');
  return readIndexes(gitFolder, common, readGitEntries);
}

function readIndexes<Entry>(
  gitFolder: string,
  common: string,
  readIndex: (bytes: Buffer, hashLength: number) => Entry[] | undefined,
): Entry[] | undefined {
  const hashLength = OBJECT_FORMAT_SHA256.test(readText(join(common, 'config')) ?? '') ? 32 : 20;
  const read = createFileReader(INDEX_LIMIT);
  const entries: Entry[] = [];
  for (const path of [join(gitFolder, 'index'), ...sharedIndexes(gitFolder)]) {
    const bytes = read(path);
    if (bytes === 'missing') continue;
    const found = typeof bytes === 'string' ? undefined : readIndex(bytes, hashLength);
    if (found === undefined) return undefined;
    for (const entry of found) entries.push(entry);
  }
  return entries;
}

const OBJECT_FORMAT_SHA256 = /^[ \t]*objectformat[ \t]*=[ \t]*"?sha256/im;

/** With `core.splitIndex`, most names are in a second file; one that is out of date adds only names that do no harm. */
function sharedIndexes(gitFolder: string): string[] {
  return readdirSync(gitFolder)
    .filter(name => name.startsWith('sharedindex.'))
    .map(name => join(gitFolder, name));
}

function readText(path: string): string | undefined {
  const bytes = readSmallFile(path);
  return typeof bytes === 'string' ? undefined : bytes.toString('utf8');
}
