import type { CancellationToken } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import type { RequestName } from '../protocol/request-name.ts';
import type { ScanProgress } from './session.ts';

/** Asks the server for a scan and passes its progress on; `undefined` when the token was cancelled. */
export async function requestScan<Params, Answer>(
  client: BaseLanguageClient,
  name: RequestName<Params, Answer>,
  params: Omit<Params, 'workDoneToken'> & { readonly workDoneToken: string },
  progress: ScanProgress,
  token: CancellationToken,
): Promise<Answer | undefined> {
  const listener = client.onProgress(WorkDoneProgress.type, params.workDoneToken, value => {
    if (value.kind !== 'end') progress(value.percentage, value.message);
  });
  try {
    return await client.sendRequest<Answer>(name, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}
