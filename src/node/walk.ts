import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../model/problem.ts';
import { phrase } from '../words/phrase.ts';
import { absolutePath } from './absolute-path.ts';
import { childFolder, enterFolder, type Folder, isIgnoredFile, startFolder } from './folder.ts';
import { errorCode } from './read-file.ts';

export interface WalkOptions {
  /** Absolute path of the scanned root. */
  readonly root: string;
  /** Where to begin, relative to the root. */
  readonly start: string;
  /** The user's ignore rules for every repository, as in a `.gitignore`. */
  readonly userExcludes: string;
  /** Which units are wanted: repositories below `start` by their paths, and `start` for all the rest. */
  readonly owns?: (unit: string) => boolean;
  /** How large a tree may be before the walk leaves something out and says so. */
  readonly limits?: { readonly files: number; readonly depth: number };
  /** Told before the first file how many git tracks in the repository where the walk begins. */
  readonly expect?: (files: number) => void;
  /** Told each file as it is found, in the order of the list: a tree may have far more than anybody keeps. */
  readonly found: (path: string) => void;
}

/** What a walk came to. */
export interface Walked {
  /** How many files it found. */
  readonly count: number;
  readonly problems: readonly Problem[];
}

/**
 * Finds what a project consists of: the files that git tracks and those that it neither tracks nor ignores;
 * without a repository, all that no `.gitignore` excludes. A repository inside the tree follows its own index
 * and rules. Deleted files are left out; so are links to folders, whose files stand where the folder is; other links are
 * listed. Sorted by code unit.
 */
export async function walk(options: WalkOptions): Promise<Walked> {
  const { root, start, userExcludes, limits = LIMITS, expect, found } = options;
  let count = 0;
  const problems: Problem[] = [];
  const first = startFolder(absolutePath(root, start), start, userExcludes);
  expect?.(first.repository?.tracked.count ?? 0);
  const pending: (string | Folder)[] = [first];
  let folders = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      if (count === limits.files) return { count, problems: [...problems, tooMany(count)] };
      count++;
      found(next);
    } else if (next.depth > limits.depth) {
      problems.push(tooDeep(next.path, limits.depth));
    } else {
      if (++folders % FOLDERS_PER_TURN === 0) await setImmediate();
      // The last one pushed comes first, so that the files come out sorted.
      for (const child of listFolder(options, next, problems).reverse()) pending.push(child);
    }
  }
  return { count, problems };
}

const LIMITS = { files: 1_000_000, depth: 100 };

/** A server keeps answering while a large tree is listed. */
const FOLDERS_PER_TURN = 500;

/** The paths of files and the folders in `folder` that belong to the project, sorted as the paths below them are. */
function listFolder(
  { root, start, userExcludes, owns = () => true }: WalkOptions,
  folder: Folder,
  problems: Problem[],
): (string | Folder)[] {
  const absolute = absolutePath(root, folder.path);
  const names = readFolder(absolute, folder.path, problems);
  const inside = enterFolder(folder, absolute, names, userExcludes);
  if (inside.repository?.top === absolute && !inside.repository.indexReadable)
    problems.push(noIndex(folder.path));
  if (inside.unit !== undefined && !owns(inside.unit)) return [];
  const isWanted = inside.unit !== undefined || owns(start);
  const isTracked = oneOf(inside.repository?.tracked.in(inside.base.slice(0, -1)) ?? []);
  const prefix = folder.path === '' ? '' : `${folder.path}/`;
  const entries: (string | Folder)[] = [];
  for (const name of names.sort()) {
    if (name.endsWith('/')) {
      const child = childFolder(inside, name.slice(0, -1), isTracked(name.slice(0, -1)));
      if (child) entries.push(child);
    } else if (isWanted && (isTracked(name) || (name !== '.git' && !isIgnoredFile(inside, name)))) {
      entries.push(prefix + name);
    }
  }
  return entries;
}

/** Most folders have few files: looking through them takes less than making a set. */
function oneOf(names: readonly string[]): (name: string) => boolean {
  if (names.length <= 16) return name => names.includes(name);
  const known = new Set(names);
  return name => known.has(name);
}

/** The names in a folder; those of folders end with `/`, so that they sort as the paths below them do. */
function readFolder(absolute: string, path: string, problems: Problem[]): string[] {
  try {
    return readdirSync(absolute, { withFileTypes: true })
      .filter(dirent => !isFolderLink(dirent, absolute))
      .map(nameWithSlash);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') problems.push(notListed(path, code));
    return [];
  }
}

/** Whatever name a link to a folder has, there is no file to read under it. */
function isFolderLink(dirent: Dirent, folder: string): boolean {
  if (!dirent.isSymbolicLink()) return false;
  try {
    return statSync(join(folder, dirent.name)).isDirectory();
  } catch {
    return false;
  }
}

function nameWithSlash(dirent: Dirent): string {
  return dirent.isDirectory() ? `${dirent.name}/` : dirent.name;
}

function notListed(path: string, code: string | undefined): Problem {
  const message = phrase('problem.folder-unlisted', { code: code ?? '?' });
  return { code: 'unreadable', path, message };
}

function tooDeep(path: string, depth: number): Problem {
  const message = phrase('problem.folders-deep', { depth });
  return { code: 'discovery-limit', path, message };
}

function tooMany(files: number): Problem {
  const message = phrase('problem.files-many', { files });
  return { code: 'discovery-limit', message };
}

function noIndex(path: string): Problem {
  const message = phrase('problem.git-index');
  return { code: 'unreadable', path: path === '' ? '.git/index' : `${path}/.git/index`, message };
}
