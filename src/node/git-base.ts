import { type Phrase, phrase } from '../words/phrase.ts';
import { askGit } from './git-command.ts';

/** The state that a change is compared with. */
export interface GitBase {
  /** As the user named it. */
  readonly ref: string;
  /** The commit's id, or the id of the empty tree where there is none yet. */
  readonly commit: string;
}

/**
 * Where the work since `ref` began: the newest commit that `ref` and HEAD share, as pull requests are compared.
 * @param folder absolute path in the repository
 * @returns or one sentence that says what is wrong and what to do
 */
export function mergeBase(folder: string, ref: string): GitBase | { readonly reason: Phrase } {
  const named = askGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (!named.ok) {
    const isMissing = named.reason === 'git failed';
    return {
      reason: isMissing ? unknownRef(ref, isShallow(folder)) : phrase('git.failed', { reason: named.reason }),
    };
  }
  const commit = named.output.toString('latin1').trim();
  const base = askGit(folder, ['merge-base', commit, 'HEAD']);
  if (base.ok) return { ref, commit: base.output.toString('latin1').trim().split('\n')[0] ?? commit };
  if (isShallow(folder)) {
    return { reason: phrase('git.shallow', { ref }) };
  }
  return { reason: phrase('git.unrelated', { ref }) };
}

/** What the staged changes are compared with: HEAD, or nothing in a repository without commits. */
export function headOrNothing(folder: string): GitBase {
  const head = askGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  return { ref: 'HEAD', commit: head.ok ? head.output.toString('latin1').trim() : emptyTree(folder) };
}

/** Git knows the empty tree without having it stored. */
function emptyTree(folder: string): string {
  const answer = askGit(folder, ['hash-object', '-t', 'tree', '/dev/null']);
  return answer.ok ? answer.output.toString('latin1').trim() : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}

function isShallow(folder: string): boolean {
  const answer = askGit(folder, ['rev-parse', '--is-shallow-repository']);
  return answer.ok && answer.output.toString('latin1').trim() === 'true';
}

function unknownRef(ref: string, shallow: boolean): Phrase {
  return shallow ? phrase('git.unknown-shallow', { ref }) : phrase('git.unknown', { ref });
}
