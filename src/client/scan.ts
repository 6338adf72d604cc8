import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { ScanSummary } from '../protocol/requests.ts';
import { summarySentence } from './sentences.ts';
import type { Session } from './session.ts';
import type { StatusItem } from './status-item.ts';

/**
 * Scans the workspace with a notification that shows how far it is and can cancel it; then tells the result.
 * @returns what was found; `undefined` when it was cancelled, or there is nothing to scan.
 */
export async function runScan(session: Session, status: StatusItem): Promise<ScanSummary | undefined> {
  if (!workspace.workspaceFolders?.length) {
    void window.showInformationMessage(
      l10n.t('Vendor Diligence: open a folder first; there is no workspace to scan.'),
    );
    return undefined;
  }
  const done = status.showScanning();
  try {
    const summary = await scanWithProgress(session);
    if (summary) void tellResult(summary);
    return summary;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('Vendor Diligence: the scan failed. {0}', reason));
    return undefined;
  } finally {
    done();
  }
}

function scanWithProgress(session: Session): Thenable<ScanSummary | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Vendor Diligence: scanning the workspace'),
    cancellable: true,
  };
  return window.withProgress(options, (progress, token) => {
    let reached = 0;
    return session.scan((percentage = reached, message) => {
      progress.report({ increment: percentage - reached, ...(message === undefined ? {} : { message }) });
      reached = percentage;
    }, token);
  });
}

/** Not awaited by the command: the message stays until somebody closes it. */
async function tellResult(summary: ScanSummary): Promise<void> {
  const sentence = `Vendor Diligence: ${summarySentence(summary, l10n.t)}`;
  const total = Object.values(summary.findings).reduce((sum, count) => sum + count, summary.problems);
  if (total === 0) {
    void window.showInformationMessage(sentence);
    return;
  }
  const show = l10n.t('Show Problems');
  const choice = await window.showInformationMessage(sentence, show);
  if (choice === show) await commands.executeCommand('workbench.actions.view.problems');
}
