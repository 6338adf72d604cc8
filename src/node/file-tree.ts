import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { FileContent, FileList, FileTree, SearchedFileList } from '../engine/ports.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { comparePaths, joinInside } from '../text/path.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { absolutePath } from './absolute-path.ts';
import { FileSearch } from './file-search.ts';
import { createFileReader, type ReadFailure } from './read-file.ts';
import { belongsTo, type Shard } from './shard.ts';
import { type HomeFolders, readUserExcludes } from './user-excludes.ts';
import { walk } from './walk.ts';

export interface FileTreeOptions {
  /** Absolute path of the scanned root; nothing outside it is read. */
  readonly root: string;
  /** Folders below the root, relative to it, to be listed; the root itself is `''`. */
  readonly folders: readonly string[];
  /** Files below the root, relative to it, that belong to the tree even when git ignores them. */
  readonly files?: readonly string[];
  /** The part of a divided scan that is listed. */
  readonly shard?: Shard | undefined;
  /** Folders whose files may give values to those. */
  readonly context?: readonly string[];
  /** Where the program of a thread is that may look through files (`search-thread.ts`). */
  readonly searchWorker?: URL | undefined;
  /** Where the user's own git configuration lies. */
  readonly variables: HomeFolders;
}

/** A tree of files on disk. */
export function createFileTree(options: FileTreeOptions): FileTree {
  const { root, variables } = options;
  const readFile = createFileReader(SIZE_LIMIT);
  return {
    ...(canSearch(options)
      ? { listAndSearch: (lists, wanted) => listAndSearch(options, lists, wanted) }
      : {}),
    list: () => list(options, readUserExcludes(variables)),
    read: path => {
      if (joinInside('', path) !== path) return failed(path, 'outside');
      const bytes = readFile(absolutePath(root, path));
      if (bytes === 'symbolic-link') return readLink(root, path, readFile);
      return typeof bytes === 'string' ? failed(path, bytes) : { ok: true, bytes };
    },
  };
}

/** 20 MB: several times the largest lockfiles there are. */
const SIZE_LIMIT = 20 * 1024 * 1024;

async function list(
  { root, folders, files = [], context = [], shard }: FileTreeOptions,
  userExcludes: string,
): Promise<FileList> {
  const owns = ownedUnits(shard);
  const all = new Set<string>();
  let problems: readonly Problem[] = [];
  for (const start of folders) {
    const walked = await walk({ root, start, userExcludes, owns, found: path => all.add(path) });
    problems = [...problems, ...walked.problems];
  }
  if (folders.length === 1 && files.length === 0) return { files: [...all], problems };
  for (const path of files) if (owns(path)) all.add(path);
  const around = new Set<string>();
  const found = (path: string) => all.has(path) || around.add(path);
  // What cannot be read around the files is nothing that anybody asked about.
  for (const start of context) await walk({ root, start, userExcludes, found });
  return {
    files: [...all].sort(comparePaths),
    ...(around.size > 0 ? { context: [...around].sort(comparePaths) } : {}),
    problems,
  };
}

function ownedUnits(shard: Shard | undefined): (unit: string) => boolean {
  return unit => shard === undefined || belongsTo(shard, unit);
}

type SearchingOptions = FileTreeOptions & { readonly searchWorker: URL };

/** One walk finds all files in their order; of several the order is known at their end only. */
function canSearch(options: FileTreeOptions): options is SearchingOptions {
  const { folders, files = [], context = [], searchWorker } = options;
  return searchWorker !== undefined && folders.length === 1 && files.length === 0 && context.length === 0;
}

async function listAndSearch(
  { root, folders: [start = ''], shard, variables, searchWorker }: SearchingOptions,
  lists: readonly (readonly string[])[],
  wanted: (path: string) => number,
): Promise<SearchedFileList> {
  const search = new FileSearch(searchWorker, { root, lists, sizeLimit: SIZE_LIMIT });
  const { count, problems } = await walk({
    root,
    start,
    userExcludes: readUserExcludes(variables),
    owns: ownedUnits(shard),
    expect: count => search.expect(count),
    found: path => {
      const asked = wanted(path);
      if (asked !== 0) search.add(path, asked);
    },
  });
  return { count, problems, found: path => search.found(path), close: () => search.close() };
}

/** A link to a file inside the root is read as that file: Terraform modules share files this way. */
function readLink(root: string, path: string, readFile: (path: string) => Buffer | ReadFailure): FileContent {
  const target = realPath(absolutePath(root, path));
  const realRoot = realPath(root);
  if (target === undefined || realRoot === undefined) return failed(path, 'broken-link');
  if (!target.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return failed(path, 'outside');
  const bytes = readFile(target);
  return typeof bytes === 'string' ? failed(path, bytes) : { ok: true, bytes };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

type Failure = ReadFailure | 'outside' | 'broken-link';

function failed(path: string, failure: Failure): FileContent {
  const { code, message } = FAILURES[failure];
  const nameBroken = failure === 'missing' && path.includes('\uFFFD');
  return { ok: false, problem: { code, path, message: nameBroken ? NAME_NOT_UTF8 : message } };
}

const NAME_NOT_UTF8 = phrase('problem.name-not-utf8');

const FAILURES: Readonly<Record<Failure, { code: ProblemCode; message: Phrase }>> = {
  missing: { code: 'unreadable', message: phrase('problem.gone') },
  unreadable: { code: 'unreadable', message: phrase('problem.unreadable') },
  'too-large': { code: 'too-large', message: phrase('problem.too-large') },
  'not-a-file': {
    code: 'not-a-file',
    message: phrase('problem.not-a-file'),
  },
  'symbolic-link': { code: 'unreadable', message: phrase('problem.link') },
  'broken-link': { code: 'unreadable', message: phrase('problem.broken-link') },
  outside: {
    code: 'unreadable',
    message: phrase('problem.link-outside'),
  },
};
