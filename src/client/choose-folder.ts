import { l10n, type WorkspaceFolder, window, workspace } from 'vscode';

/** The workspace folder that something is about; asks when there are several, and says when there is none. */
export async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (!first) {
    void window.showInformationMessage(
      l10n.t('Vendor Diligence: open a folder first; there is no workspace to scan.'),
    );
    return undefined;
  }
  return others.length === 0 ? first : window.showWorkspaceFolderPick();
}
