import type { CancellationToken } from 'vscode';
import { type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';
import { SCAN_WORKSPACE, type ScanParams, type ScanSummary } from '../protocol/requests.ts';
import type { ScanProgress } from './session.ts';

/** Asks the server for a scan and passes its progress on; `undefined` when the token was cancelled. */
export async function scanWorkspace(
  client: LanguageClient,
  progress: ScanProgress,
  token: CancellationToken,
): Promise<ScanSummary | undefined> {
  const workDoneToken = `scan-${++scans}`;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, value => {
    if (value.kind !== 'end') progress(value.percentage, value.message);
  });
  const params: ScanParams = { workDoneToken };
  try {
    return await client.sendRequest<ScanSummary>(SCAN_WORKSPACE, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}

let scans = 0;
