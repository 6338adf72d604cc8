import { commands, l10n, type QuickPickItem, window, workspace } from 'vscode';
import { type GitApi, type GitRef, type GitRepository, gitApi } from './git-api.ts';
import { type GitStates, stagedStates, statesSince } from './git-changes.ts';
import { scanWithProgress } from './scan.ts';
import type { Session } from './session.ts';
import { FINDINGS_VIEW, type StatusItem } from './status-item.ts';

/** What a change is compared with. */
interface Base {
  /** As people call it. */
  readonly since: string;
  readonly commit: string;
  readonly states: GitStates;
}

/** Scans what changed since the current branch left another one; asks for it unless `ref` names it. */
export function scanChanges(session: Session, status: StatusItem, ref: unknown): Promise<number | undefined> {
  return scanChange(session, status, async (git, repository) => {
    const since = typeof ref === 'string' ? ref : await chooseRef(repository);
    if (since === undefined) return undefined;
    const commit = await repository.getMergeBase('HEAD', since).catch(() => undefined);
    if (!commit) {
      throw new Error(
        l10n.t('{0} and the current branch have no common commit here; fetch more of their history.', since),
      );
    }
    return { since, commit, states: await statesSince(git, repository, commit) };
  });
}

/** Scans what the next commit brings in. */
export function scanStaged(session: Session, status: StatusItem): Promise<number | undefined> {
  return scanChange(session, status, async (git, repository) => ({
    since: 'HEAD',
    commit: repository.state.HEAD?.commit ?? '',
    states: await stagedStates(git, repository),
  }));
}

/** @returns how many findings the change adds; `undefined` when there was nothing to scan, or it was cancelled. */
async function scanChange(
  session: Session,
  status: StatusItem,
  baseOf: (git: GitApi, repository: GitRepository) => Promise<Base | undefined>,
): Promise<number | undefined> {
  try {
    const git = await gitApi();
    const chosen = await chooseRepository(git);
    if (!chosen) return undefined;
    const { repository, folders } = chosen;
    if (!repository.state.HEAD?.commit) {
      throw new Error(l10n.t('The repository has no commit yet; there is nothing to compare with.'));
    }
    const base = await baseOf(git, repository);
    if (!base) return undefined;
    const { since, commit, states } = base;
    const title = l10n.t('Vendor Diligence: scanning the changes since {0}', since);
    const summary = await scanWithProgress(status, title, (progress, token) =>
      session.scanChange({ since, base: commit, folders }, states, progress, token),
    );
    if (!summary) return undefined;
    await commands.executeCommand(FINDINGS_VIEW);
    return summary.added;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('Vendor Diligence: the changes cannot be scanned. {0}', reason));
    return undefined;
  }
}

interface Chosen {
  readonly repository: GitRepository;
  /** The workspace folders in it. */
  readonly folders: readonly string[];
}

/** The repository of the workspace; asks when there are several. */
async function chooseRepository(git: GitApi): Promise<Chosen | undefined> {
  const byRoot = new Map<string, { repository: GitRepository; folders: string[] }>();
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const repository = git.getRepository(uri);
    if (!repository) continue;
    const root = repository.rootUri.toString();
    const known = byRoot.get(root) ?? { repository, folders: [] };
    known.folders.push(uri.toString());
    byRoot.set(root, known);
  }
  const all = [...byRoot.values()];
  if (all.length === 0) throw new Error(l10n.t('No folder of the workspace is in a Git repository.'));
  if (all.length === 1) return all[0];
  const items = all.map(each => ({ label: workspace.asRelativePath(each.repository.rootUri), each }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('A repository of the workspace') }))?.each;
}

/** Asks for a branch or tag; the newest first, without the current one. */
async function chooseRef(repository: GitRepository): Promise<string | undefined> {
  const current = repository.state.HEAD?.name;
  const refs = await repository.getRefs({ sort: 'committerdate' });
  const items = refs.flatMap(ref => (ref.name && ref.name !== current ? [refItem(ref, ref.name)] : []));
  if (items.length === 0) throw new Error(l10n.t('There is no other branch or tag to compare with.'));
  const placeHolder = l10n.t('The branch or tag that the changes will go to');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.label;
}

function refItem({ type, commit }: GitRef, name: string): QuickPickItem {
  const icon = type === 2 ? '$(tag)' : type === 1 ? '$(cloud)' : '$(git-branch)';
  return { label: name, description: `${icon} ${commit?.slice(0, 8) ?? ''}` };
}
