import { l10n, Uri, workspace } from 'vscode';
import type { GitApi, GitRepository } from './git-api.ts';

/** A submodule that is checked out. */
export interface Submodule {
  readonly repository: GitRepository;
  readonly root: Uri;
}

/**
 * The submodules that are checked out directly in a repository.
 * @throws Error with a sentence for the user when one of them cannot be opened.
 */
export async function submodulesOf(git: GitApi, { rootUri, state }: GitRepository): Promise<Submodule[]> {
  const found: Submodule[] = [];
  for (const { path } of state.submodules) {
    const root = Uri.joinPath(rootUri, path);
    // A path of a hostile file may lead out of the repository.
    if (!root.path.startsWith(`${rootUri.path}/`) || !(await exists(Uri.joinPath(root, '.git')))) continue;
    const repository = await repositoryAt(git, root);
    if (!repository) {
      throw new Error(
        l10n.t('The Git extension does not open the submodule {0}; open it in Source Control.', path),
      );
    }
    found.push({ repository, root });
  }
  return found;
}

/** The commit of a submodule that a commit of the repository around it records; `undefined` when it has no such submodule. */
export async function recordedIn(
  repository: GitRepository,
  commit: string,
  root: Uri,
): Promise<string | undefined> {
  const entry = await repository.getObjectDetails(commit, root.fsPath).catch(() => undefined);
  return entry?.mode === SUBMODULE ? entry.object : undefined;
}

/** The same for what is staged. */
export async function recordedInIndex(repository: GitRepository, root: Uri): Promise<string | undefined> {
  const difference = await repository.diffIndexWithHEAD(root.fsPath);
  if (difference === '') return recordedIn(repository, 'HEAD', root);
  return STAGED_COMMIT.exec(difference)?.slice(1).find(Boolean);
}

/** Git's mode of an entry that is a commit of another repository. */
const SUBMODULE = '160000';

/** In the forms of the setting `diff.submodule`: https://git-scm.com/docs/git-config#Documentation/git-config.txt-diffsubmodule */
const STAGED_COMMIT = /^\+Subproject commit ([0-9a-f]+)|^Submodule .* [0-9a-f]+\.{2,3}([0-9a-f]+)/m;

async function repositoryAt(git: GitApi, root: Uri): Promise<GitRepository | undefined> {
  const isAt = (repository: GitRepository | null) => repository?.rootUri.fsPath === root.fsPath;
  const known = git.getRepository(root);
  if (known && isAt(known)) return known;
  const opened = await git.openRepository(root);
  return opened && isAt(opened) ? opened : undefined;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
