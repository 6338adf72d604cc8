import type { CancellationToken } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import type { ScanProgress } from './session.ts';

/** Asks the server for a scan and passes its progress on; `undefined` when the token was cancelled. */
export async function requestScan<Summary>(
  client: BaseLanguageClient,
  request: { readonly method: string; readonly params: object },
  workDoneToken: string,
  progress: ScanProgress,
  token: CancellationToken,
): Promise<Summary | undefined> {
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, value => {
    if (value.kind !== 'end') progress(value.percentage, value.message);
  });
  try {
    return await client.sendRequest<Summary>(request.method, { ...request.params, workDoneToken }, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}
