import { type CancellationToken, commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { commandId } from '../protocol/commands.ts';
import { SCAN_WORKSPACE, type ScanSummary } from '../protocol/requests.ts';
import { summarySentence } from './sentences.ts';
import type { ScanProgress, Session } from './session.ts';
import { FINDINGS_VIEW, PROBLEMS_VIEW, type StatusItem } from './status-item.ts';

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
  try {
    const title = l10n.t('Vendor Diligence: scanning the workspace');
    const summary = await scanWithProgress(status, title, (progress, token) =>
      session.scan(SCAN_WORKSPACE, {}, progress, token),
    );
    if (summary) void tellResult(summary);
    return summary;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('Vendor Diligence: the scan failed. {0}', reason));
    return undefined;
  }
}

/** Runs any kind of scan with a notification that shows how far it is and can cancel it. */
export async function scanWithProgress<Result>(
  status: StatusItem,
  title: string,
  run: (progress: ScanProgress, token: CancellationToken) => Promise<Result>,
): Promise<Result> {
  const done = status.showScanning();
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  try {
    return await window.withProgress(options, (progress, token) => {
      let reached = 0;
      return run((percentage = reached, message) => {
        progress.report({ increment: percentage - reached, ...(message === undefined ? {} : { message }) });
        reached = percentage;
      }, token);
    });
  } finally {
    done();
  }
}

/** Not awaited by the command: the message stays until somebody closes it. */
async function tellResult(summary: ScanSummary): Promise<void> {
  const sentence = `Vendor Diligence: ${summarySentence(summary, l10n.t)}`;
  const found = Object.values(summary.findings).reduce((sum, count) => sum + count, 0);
  const choices: Readonly<Record<string, string>> = {
    ...(found > 0
      ? { [l10n.t('Show Findings')]: FINDINGS_VIEW, [l10n.t('Show Report')]: commandId('showReport') }
      : {}),
    ...(summary.problems > 0 ? { [l10n.t('Show Problems')]: PROBLEMS_VIEW } : {}),
  };
  const choice = await window.showInformationMessage(sentence, ...Object.keys(choices));
  const command = choice && choices[choice];
  if (command) await commands.executeCommand(command);
}
