import type { FileContent } from '../../engine/index.ts';
import type {
  ChangeScanParams,
  ChangeScanSummary,
  ReadStateParams,
  StateContent,
  StateFile,
} from '../../protocol/changes.ts';
import { phrase } from '../../words/phrase.ts';
import type { Folder, StateOf } from '../folders/folder.ts';
import type { FolderRoot } from '../folders/folder-root.ts';
import { stateTree } from '../host/state-tree.ts';
import type { ChangeScope } from './change-scope.ts';
import { eachFolder, type Scanning } from './scan-folders.ts';

/** Asks the client for a file of a state. */
export type AskState = (params: ReadStateParams) => Promise<StateContent>;

/**
 * Scans the folders before and after a change, and lets the scope show what the change adds.
 * @throws ResponseError `RequestCancelled` when the token says so; what is shown stays then.
 */
export async function scanFoldersForChange(
  { workDoneToken, since, base, before, after, folders }: ChangeScanParams,
  all: readonly Folder[],
  scope: ChangeScope,
  ask: AskState,
  scanning: Scanning,
): Promise<ChangeScanSummary> {
  const concerned = all.filter(({ root }) => folders.includes(root.uri));
  const stateOf = (
    root: FolderRoot,
    state: ReadStateParams['state'],
    files: readonly StateFile[],
  ): StateOf => {
    const read = reader(root, uri => ask({ scan: workDoneToken, state, uri }));
    return disk => stateTree(disk, pathsOf(files, root), read);
  };
  const results = await eachFolder(concerned, scanning, async (folder, tell, signal) => {
    const { root } = folder;
    const states = {
      before: stateOf(root, 'before', before),
      ...(after ? { after: stateOf(root, 'after', after) } : {}),
    };
    const scan = await folder.scanChange(states, tell, signal);
    return scan && { root, scan };
  });
  scope.show({ since, base, isOnDisk: after === undefined }, results);
  return {
    added: results.reduce((sum, { scan }) => sum + scan.changes.added.length, 0),
    problems: results.reduce((sum, { scan }) => sum + scan.problems.length, 0),
  };
}

/** Files of a repository that lie in the folder, by their paths there. */
function pathsOf(files: readonly StateFile[], root: FolderRoot): ReadonlyMap<string, boolean> {
  return new Map(
    files.flatMap(({ uri, exists }) => {
      const path = root.toPath(uri);
      return path === undefined || path === '' ? [] : [[path, exists] as const];
    }),
  );
}

function reader(
  root: FolderRoot,
  ask: (uri: string) => Promise<StateContent>,
): (path: string) => Promise<FileContent> {
  return async path => {
    const content = await ask(root.toUri(path)).catch((error: unknown) => ({ reason: String(error) }));
    if ('base64' in content) return { ok: true, bytes: bytesOf(content.base64) };
    const message = phrase('problem.state-unread', { why: phrase('change.unread'), reason: content.reason });
    return { ok: false, problem: { code: 'unreadable', path, message } };
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}
