import type { FileTree } from '../engine/ports.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { type GitBase, headOrNothing, mergeBase } from './git-base.ts';
import { findRepositoryTop } from './git-repository.ts';
import { openGitTree } from './git-tree.ts';
import type { Targets } from './targets.ts';

/** The two states of a change. Must be closed. */
export interface ChangeTrees {
  readonly base: GitBase;
  readonly before: FileTree;
  readonly after: FileTree;
  close(): void;
}

/** A change to be scanned: everything since a commit, or what is staged. */
export type ChangeRequest = { readonly since: string } | 'staged';

/**
 * Opens the states before and after a change of the targets' files.
 * @param disk the targets' files as they are on disk
 * @returns or one sentence that says what is wrong and what to do
 */
export function openChangeTrees(
  request: ChangeRequest,
  { root, folders, files }: Targets,
  disk: FileTree,
): ChangeTrees | { readonly reason: Phrase } {
  const top = findRepositoryTop(root);
  if (top === undefined) return { reason: phrase('git.no-repository') };
  const base = request === 'staged' ? headOrNothing(top) : mergeBase(top, request.since);
  if ('reason' in base) return base;
  const includes = (path: string): boolean =>
    files.includes(path) || folders.some(folder => folder === '' || path.startsWith(`${folder}/`));
  const open = (state: { tree: string } | 'index') => openGitTree({ root, top, state, includes, disk });
  const before = open({ tree: base.commit });
  if ('reason' in before) return before;
  const staged = request === 'staged' ? open('index') : undefined;
  if (staged && 'reason' in staged) {
    before.close();
    return staged;
  }
  return {
    base,
    before,
    after: staged ?? disk,
    close: () => {
      before.close();
      staged?.close();
    },
  };
}
