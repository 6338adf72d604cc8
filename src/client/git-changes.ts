import { Uri } from 'vscode';
import type { ReadStateParams, StateContent, StateFile } from '../protocol/changes.ts';
import type { GitChange, GitRepository } from './git-api.ts';

/** A change as the server scans it: how two states differ from the disk, and what reads them. */
export interface GitStates {
  readonly before: readonly StateFile[];
  readonly after?: readonly StateFile[];
  read(asked: Pick<ReadStateParams, 'state' | 'uri'>): Promise<StateContent>;
}

/** Everything since a commit, committed or not. */
export async function statesSince(repository: GitRepository, commit: string): Promise<GitStates> {
  await repository.status();
  const changes = [...(await repository.diffWith(commit)), ...untracked(repository)];
  return { before: filesBefore(changes), read: ({ uri }) => read(repository, commit, uri) };
}

/** What is staged, compared with the current commit. */
export async function stagedStates(repository: GitRepository): Promise<GitStates> {
  await repository.status();
  const { workingTreeChanges, mergeChanges } = repository.state;
  const staged = await repository.diffIndexWithHEAD();
  const unstaged = [...workingTreeChanges, ...mergeChanges, ...untracked(repository)];
  const index = filesBefore(unstaged);
  return {
    // What was changed only on disk is the same in commit and index; what is staged decides for the commit.
    before: unique([...index, ...filesBefore(staged)]),
    after: index,
    read: ({ state, uri }) => read(repository, state === 'before' ? 'HEAD' : '', uri),
  };
}

/** Files that are not tracked stand in a group of their own, or among those that were changed on disk. */
function untracked({ state }: GitRepository): readonly GitChange[] {
  const changed = state.workingTreeChanges.filter(({ status }) => status === UNTRACKED);
  return [...changed, ...(state.untrackedChanges ?? [])];
}

const UNTRACKED = 7;

/** The values of the extension's `Status` that say that a file was not there before. */
const ADDED: ReadonlySet<number> = new Set([1, UNTRACKED, 9]);
/** Renamed or copied: the new name was not there before, the old one was. */
const MOVED: ReadonlySet<number> = new Set([3, 4, 10]);

function filesBefore(changes: readonly GitChange[]): StateFile[] {
  return changes.flatMap(({ uri, originalUri, renameUri, status }) => {
    if (ADDED.has(status)) return [{ uri: uri.toString(), exists: false }];
    if (!MOVED.has(status)) return [{ uri: uri.toString(), exists: true }];
    return [
      { uri: (renameUri ?? uri).toString(), exists: false },
      { uri: originalUri.toString(), exists: true },
    ];
  });
}

/** The last word on each file counts. */
function unique(files: readonly StateFile[]): StateFile[] {
  return [...new Map(files.map(file => [file.uri, file])).values()];
}

/** Larger files are not read from disk either. */
const SIZE_LIMIT = 20 * 1024 * 1024;

async function read(repository: GitRepository, ref: string, uri: string): Promise<StateContent> {
  try {
    const bytes = await repository.buffer(ref, Uri.parse(uri, true).fsPath);
    if (bytes.length > SIZE_LIMIT) return { reason: '> 20 MB' };
    return { base64: base64Of(bytes) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

const PIECE = 8192;
