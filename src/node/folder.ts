import { join, relative, sep } from 'node:path';
import {
  DOWNLOAD_FOLDERS,
  type IgnoreRules,
  ignoreRules,
  isIgnored,
  VERSION_CONTROL_FOLDERS,
} from '../engine/ignore-rules.ts';
import { findRepositoryTop, openRepository, type Repository } from './git-repository.ts';
import { createFileReader } from './read-file.ts';

/** A folder on the way of a walk, and what git says about it. */
export interface Folder {
  /** Relative to the scanned root; the root is `''`. */
  readonly path: string;
  /** The outermost repository below where the walk began that the folder lies in, as its path. */
  readonly unit: string | undefined;
  /** How many folders lie between it and where the walk began. */
  readonly depth: number;
  /** Relative to the repository's top (without a repository, to where the walk began); ends with `/` unless empty. */
  readonly base: string;
  readonly repository: Repository | undefined;
  /** The ignore rules for what is inside. */
  readonly rules: IgnoreRules | undefined;
  /** Whether the folder itself is ignored; what is tracked in it is listed all the same. */
  readonly ignored: () => boolean;
}

/**
 * The folder where a walk begins, named by the user and therefore never ignored: inside its repository if there
 * is one, with the rules of all folders above it. `absolute` is its absolute path, `path` the one that is shown.
 */
export function startFolder(absolute: string, path: string, userExcludes: string): Folder {
  const alone: Folder = {
    path,
    unit: undefined,
    depth: 0,
    base: '',
    repository: undefined,
    rules: undefined,
    ignored: () => false,
  };
  const top = findRepositoryTop(absolute);
  const repository = top === undefined ? undefined : openRepository(top);
  if (!repository) return alone;
  let rules = repositoryRules(repository, userExcludes);
  let base = '';
  for (const segment of relative(repository.top, absolute).split(sep).filter(Boolean)) {
    rules = folderRules(join(repository.top, base), base, rules);
    base += `${segment}/`;
    // A repository that ignores the folder (a home folder kept in git) says nothing about its content.
    if (isIgnored(rules, base) && !hasTracked(repository, base)) return alone;
  }
  return { ...alone, base, repository, rules };
}

/**
 * The folder as its content (`names`, those of folders with a `/`) sees it: with its own `.gitignore`, or as the top of a
 * repository of its own.
 */
export function enterFolder(
  folder: Folder,
  absolute: string,
  names: readonly string[],
  userExcludes: string,
): Folder {
  const isTop = names.includes('.git/') || names.includes('.git');
  const entered = isTop ? (enterRepository(folder, absolute, userExcludes) ?? folder) : folder;
  if (!names.includes('.gitignore')) return entered;
  return { ...entered, rules: folderRules(absolute, entered.base, entered.rules) };
}

/** The folder `name` in `parent`; `undefined` when it does not belong to the project. */
export function childFolder(parent: Folder, name: string, isTracked: boolean): Folder | undefined {
  if (VERSION_CONTROL_FOLDERS.has(name)) return undefined;
  const { repository, rules } = parent;
  const base = `${parent.base}${name}/`;
  let verdict: boolean | undefined;
  const ignored = () => {
    verdict ??= parent.ignored() || isIgnored(rules, base);
    return verdict;
  };
  const belongs = isTracked || hasTracked(repository, base) || !(DOWNLOAD_FOLDERS.has(name) || ignored());
  if (!belongs) return undefined;
  const path = parent.path === '' ? name : `${parent.path}/${name}`;
  return { path, unit: parent.unit, depth: parent.depth + 1, base, repository, rules, ignored };
}

/** Whether git ignores the file `name` in `folder`, unless it tracks it. */
export function isIgnoredFile(folder: Folder, name: string): boolean {
  return folder.ignored() || isIgnored(folder.rules, folder.base + name);
}

function enterRepository(folder: Folder, absolute: string, userExcludes: string): Folder | undefined {
  if (folder.repository?.top === absolute) return undefined;
  const repository = openRepository(absolute);
  if (!repository) return undefined;
  const rules = repositoryRules(repository, userExcludes);
  const unit = folder.unit ?? folder.path;
  return { ...folder, unit, base: '', repository, rules, ignored: () => false };
}

function hasTracked(repository: Repository | undefined, base: string): boolean {
  return repository?.tracked.hasBelow(base.slice(0, -1)) ?? false;
}

function repositoryRules(repository: Repository, userExcludes: string): IgnoreRules {
  const user = ignoreRules('', undefined, () => userExcludes, IGNORE_CASE);
  return ignoreRules('', user, () => repository.excludes, IGNORE_CASE);
}

function folderRules(absolute: string, base: string, parent: IgnoreRules | undefined): IgnoreRules {
  const readText = () => {
    const bytes = readIgnoreFile(join(absolute, '.gitignore'));
    return typeof bytes === 'string' ? undefined : bytes.toString('utf8');
  };
  return ignoreRules(base, parent, readText, IGNORE_CASE);
}

const IGNORE_CASE = process.platform === 'darwin' || process.platform === 'win32';

const readIgnoreFile = createFileReader(1024 * 1024);
