import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { dirname as posixDirname } from '../text/path.ts';
import { findRepositoryTop } from './git-repository.ts';

/** What the paths of a command line stand for. */
export interface Targets {
  /** Absolute path of the scanned root, which all paths of a report are relative to. */
  readonly root: string;
  /** Folders to be listed, relative to the root with `/`; the root itself is `''`. */
  readonly folders: readonly string[];
  /** Files that were named one by one. */
  readonly files: readonly string[];
  /** Folders around those, relative to the root: their files may give values to the named ones. */
  readonly context: readonly string[];
  /** What leads from the working folder to the root: `''`, or `deploy/`, with a `/` at its end. */
  readonly pathPrefix: string;
}

/**
 * Finds the root of `paths` (relative to the absolute path `workingFolder`; none means that folder): a single
 * folder itself, else the working folder when all lie in it, else the deepest folder that holds all.
 * @returns the first path that does not exist as `missing`.
 */
export function resolveTargets(
  workingFolder: string,
  paths: readonly string[],
): Targets | { missing: string } {
  const named: { path: string; isFolder: boolean }[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(workingFolder, path);
    const stats = statsOf(absolute);
    if (!stats) return { missing: path };
    named.push({ path: absolute, isFolder: stats.isDirectory() });
  }
  const [only] = named;
  if (only?.isFolder && named.length === 1) {
    // The real path, so that a repository around the target of a link is found.
    const root = realpathSync(only.path);
    return { root, folders: [''], files: [], context: [], pathPrefix: prefixOf(workingFolder, only.path) };
  }
  const root = commonFolder(
    workingFolder,
    named.map(({ path, isFolder }) => (isFolder ? path : dirname(path))),
  );
  const inside = (isFolder: boolean) =>
    named.filter(each => each.isFolder === isFolder).map(({ path }) => posixRelative(root, path));
  const files = inside(false);
  return {
    root,
    folders: inside(true),
    files,
    context: contextOf(root, files),
    pathPrefix: prefixOf(workingFolder, root),
  };
}

/** A path that is relative to the root, as it is seen from the working folder; one beside the root may lead back there. */
export function shownPath({ pathPrefix }: Targets, path: string): string {
  return posix.normalize(pathPrefix + path);
}

/** All of the repository that lies below the root; without one, the files' own folders. */
function contextOf(root: string, files: readonly string[]): string[] {
  const folders = new Set(files.map(file => posixDirname(file)));
  return files.length > 0 && findRepositoryTop(root) !== undefined ? [''] : [...folders];
}

/** The absolute path of a file that the user named; `undefined` when there is none. */
export function resolveTargetPath(workingFolder: string, path: string): string | undefined {
  const absolute = resolve(workingFolder, path);
  return statsOf(absolute)?.isFile() ? absolute : undefined;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function commonFolder(first: string, folders: readonly string[]): string {
  let common = first;
  // Starting from the working folder would climb too far when no path lies in it.
  if (!folders.every(folder => isInside(common, folder))) {
    common = folders[0] ?? first;
    while (!folders.every(folder => isInside(common, folder)) && dirname(common) !== common)
      common = dirname(common);
  }
  return common;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function posixRelative(folder: string, path: string): string {
  return withSlashes(relative(folder, path));
}

/** A path as it was typed, with `/` where this system separates its parts. */
export function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}

/** What leads from one folder to another, both absolute: `''`, or `deploy/`, with a `/` at its end. */
export function prefixOf(from: string, to: string): string {
  const way = posixRelative(from, to);
  return way === '' ? '' : `${way}/`;
}
