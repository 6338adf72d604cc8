import { l10n, Uri, workspace } from 'vscode';
import type { ReadStateParams, StateContent, StateFile } from '../protocol/changes.ts';
import { toBase64 } from '../text/base64.ts';
import type { GitApi, GitChange, GitRepository } from './git-api.ts';
import { recordedIn, recordedInIndex, submodulesOf } from './git-submodules.ts';

/** A change as the server scans it: how two states differ from the disk, and what reads them. */
export interface GitStates {
  readonly before: readonly StateFile[];
  readonly after?: readonly StateFile[];
  read(asked: Pick<ReadStateParams, 'state' | 'uri'>): Promise<StateContent>;
}

/** A state of a repository with its submodules. */
interface State {
  readonly files: readonly StateFile[];
  /** What has its files: the outer repository before those in it. */
  readonly sources: readonly { readonly repository: GitRepository; readonly ref: string }[];
}

/** Everything since a commit, committed or not. */
export async function statesSince(
  git: GitApi,
  repository: GitRepository,
  commit: string,
): Promise<GitStates> {
  const before = await stateAt(git, repository, commit);
  return { before: before.files, read: ({ uri }) => read(before, uri) };
}

/** What is staged, compared with the current commit. */
export async function stagedStates(git: GitApi, repository: GitRepository): Promise<GitStates> {
  await repository.status();
  const { workingTreeChanges, mergeChanges } = repository.state;
  const staged = await repository.diffIndexWithHEAD();
  const unstaged = filesBefore([...workingTreeChanges, ...mergeChanges, ...untracked(repository)]);
  // What was changed only on disk is the same in commit and index; what is staged decides for the commit.
  const committed = unique([...unstaged, ...filesBefore(staged)]);
  const [before, after] = await Promise.all([
    withSubmodules(git, { repository, ref: 'HEAD' }, committed, root => recordedIn(repository, 'HEAD', root)),
    withSubmodules(git, { repository, ref: '' }, unstaged, root => recordedInIndex(repository, root)),
  ]);
  return {
    before: before.files,
    after: after.files,
    read: ({ state, uri }) => read(state === 'before' ? before : after, uri),
  };
}

/** A commit, and of each submodule the commit that it records. */
async function stateAt(git: GitApi, repository: GitRepository, commit: string): Promise<State> {
  await repository.status();
  const changes = [...(await repository.diffWith(commit)), ...untracked(repository)];
  return withSubmodules(git, { repository, ref: commit }, filesBefore(changes), root =>
    recordedIn(repository, commit, root),
  );
}

async function withSubmodules(
  git: GitApi,
  source: State['sources'][number],
  files: readonly StateFile[],
  recorded: (root: Uri) => Promise<string | undefined>,
): Promise<State> {
  const submodules = await submodulesOf(git, source.repository);
  const states = await Promise.all(
    submodules.map(async ({ repository, root }): Promise<State> => {
      const commit = await recorded(root);
      if (commit === undefined) return { files: [{ uri: root.toString(), exists: false }], sources: [] };
      return stateAt(git, repository, commit).catch((error: unknown) => {
        throw new Error(
          l10n.t(
            'The commit {0} of the submodule {1} cannot be read; fetch more of its history.',
            commit.slice(0, 8),
            workspace.asRelativePath(root),
          ),
          { cause: error },
        );
      });
    }),
  );
  const roots = new Set(submodules.map(({ root }) => root.toString()));
  return {
    files: [...files.filter(({ uri }) => !roots.has(uri)), ...states.flatMap(state => state.files)],
    sources: [source, ...states.flatMap(state => state.sources)],
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

async function read({ sources }: State, uri: string): Promise<StateContent> {
  try {
    const file = Uri.parse(uri, true);
    const source = sources.findLast(({ repository }) => file.path.startsWith(`${repository.rootUri.path}/`));
    if (!source) return { reason: uri };
    const bytes = await source.repository.buffer(source.ref, file.fsPath);
    if (bytes.length > SIZE_LIMIT) return { reason: '> 20 MB' };
    return { base64: toBase64(bytes) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
