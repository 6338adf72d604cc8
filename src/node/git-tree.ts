import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FileContent, FileList, FileTree } from '../engine/ports.ts';
import type { Problem } from '../model/problem.ts';
import { comparePaths, dirname, joinInside } from '../text/path.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { askGit } from './git-command.ts';
import { ObjectReader } from './git-objects.ts';

/** A file as a commit or the index has it. */
interface GitEntry {
  readonly mode: string;
  readonly oid: string;
}

export interface GitTreeOptions {
  /** Absolute path of the scanned root. */
  readonly root: string;
  /** Absolute path of the working tree's top. */
  readonly top: string;
  /** A commit or tree, or what the index holds. */
  readonly state: { readonly tree: string } | 'index';
  /** Which of the paths, relative to the root, belong to the scan. */
  readonly includes: (path: string) => boolean;
  /** The files as they are on disk: what is the same there need not be asked of git. */
  readonly disk: FileTree;
}

/** A tree of files as git has them. Must be closed. */
export interface GitTree extends FileTree {
  close(): void;
}

const LINK = '120000';
const SUBMODULE = '160000';

/**
 * Opens a state of the repository as a tree of files; submodules are read at the commit that the state records.
 * @returns or one sentence that says why it cannot be listed
 */
export function openGitTree(options: GitTreeOptions): GitTree | { readonly reason: Phrase } {
  const readers: ObjectReader[] = [];
  const collected = collect(options, readers);
  if ('reason' in collected) return collected;
  const { files, problems } = collected;
  return {
    list: async (): Promise<FileList> => ({ files: [...files.keys()].sort(comparePaths), problems }),
    read: path => readAt(path, files, options.disk),
    close: () => {
      for (const reader of readers) reader.close();
    },
  };
}

/** An entry and the repository that has its content. */
interface Located extends GitEntry {
  readonly reader: () => ObjectReader;
}

interface Collected {
  readonly files: ReadonlyMap<string, Located>;
  readonly problems: readonly Problem[];
}

function collect(
  { root, top, state, includes }: GitTreeOptions,
  readers: ObjectReader[],
): Collected | { readonly reason: Phrase } {
  const files = new Map<string, Located>();
  const problems: Problem[] = [];
  const prefix = root === top ? '' : `${root.slice(top.length + 1).replaceAll('\\', '/')}/`;
  const pending = [{ folder: top, at: '', state }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { folder, at } = next;
    const entries = entriesOf(folder, next.state);
    if (typeof entries === 'string') {
      if (at === '') return { reason: phrase('git.failed', { reason: entries }) };
      problems.push(submoduleProblem(at.slice(prefix.length), entries));
      continue;
    }
    const reader = lazily(() => {
      const opened = new ObjectReader(folder, SIZE_LIMIT);
      readers.push(opened);
      return opened;
    });
    for (const [name, entry] of entries) {
      const path = at === '' ? name : `${at}/${name}`;
      if (!path.startsWith(prefix) && !prefix.startsWith(`${path}/`)) continue;
      if (entry.mode === SUBMODULE) {
        pending.push({ folder: join(top, path), at: path, state: { tree: entry.oid } });
      } else if (includes(path.slice(prefix.length))) {
        files.set(path.slice(prefix.length), { ...entry, reader });
      }
    }
  }
  return { files, problems };
}

/** All files of the state by path, or why they cannot be listed. */
function entriesOf(folder: string, state: GitTreeOptions['state']): Map<string, GitEntry> | string {
  const args =
    state === 'index'
      ? ['ls-files', '-s', '-z', '--full-name', ':/']
      : ['ls-tree', '-r', '-z', '--full-tree', state.tree];
  const answer = askGit(folder, args);
  if (!answer.ok) return answer.reason;
  const entries = new Map<string, GitEntry>();
  for (const line of answer.output.toString('utf8').split('\0')) {
    // `<mode> <type> <oid>\t<path>` of a tree, `<mode> <oid> <stage>\t<path>` of the index.
    const match = /^(\d+) (?:[a-z]+ )?([0-9a-f]+)(?: \d)?\t([\s\S]+)$/.exec(line);
    const [, mode, oid, path] = match ?? [];
    if (mode !== undefined && oid !== undefined && path !== undefined) entries.set(path, { mode, oid });
  }
  return entries;
}

async function readAt(
  path: string,
  files: Collected['files'],
  disk: FileTree,
  links = 0,
): Promise<FileContent> {
  const entry = files.get(path);
  if (!entry) return unreadable(path, phrase('problem.not-in-state'));
  if (entry.mode !== LINK) {
    const answer = disk.read(path);
    const onDisk = answer instanceof Promise ? await answer : answer;
    // A copy, as the answer comes later, when the disk's buffer may hold something else.
    if (onDisk.ok && 'bytes' in onDisk && blobId(onDisk.bytes, entry.oid.length) === entry.oid)
      return { ok: true, bytes: new Uint8Array(onDisk.bytes) };
  }
  const bytes = await entry.reader().read(entry.oid);
  if (bytes === 'missing') {
    return unreadable(path, phrase('problem.not-fetched'));
  }
  if (bytes === 'too-large') {
    return {
      ok: false,
      problem: { code: 'too-large', path, message: phrase('problem.too-large') },
    };
  }
  if (entry.mode !== LINK) return { ok: true, bytes };
  const target = joinInside(dirname(path), bytes.toString('utf8'));
  if (target === undefined || links > MOST_LINKS || !files.has(target)) {
    return unreadable(path, phrase('problem.link-broken-then'));
  }
  return readAt(target, files, disk, links + 1);
}

const SIZE_LIMIT = 20 * 1024 * 1024;
const MOST_LINKS = 10;

/** The id that git gives a file of these bytes (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). */
function blobId(bytes: Uint8Array, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function unreadable(path: string, message: Phrase): FileContent {
  return { ok: false, problem: { code: 'unreadable', path, message } };
}

function submoduleProblem(path: string, reason: string): Problem {
  const message = phrase('problem.submodule', { reason });
  return { code: 'unreadable', path, message };
}
