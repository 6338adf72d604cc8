import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { SETTINGS_SECTION } from '../protocol/settings.ts';
import { attend, clientOptions } from './session-client.ts';
import { type WebWorker, watchedTransports } from './session-worker.ts';
import type { ServerState } from './status-item.ts';

/** What a browser has to start a worker with. */
declare const Worker: new (url: string) => WebWorker;

/** What workers were ended at, for as long as the window is open. */
const stoppedFiles = new Set<string>();

/** A client whose server is a web worker. The id is also the section of `trace.server`. */
export function createBrowserClient(
  { extensionUri }: ExtensionContext,
  output: LogOutputChannel,
  onState: (state: ServerState) => void,
): LanguageClient {
  const script = Uri.joinPath(extensionUri, 'dist', 'web', 'server.js').toString(true);
  const server = async () => watchedTransports(new Worker(script), path => stoppedFiles.add(path));
  const options = clientOptions(output, () => ({ stoppedFiles: [...stoppedFiles] }));
  const client = new LanguageClient(SETTINGS_SECTION, 'Vendor Diligence', server, options);
  attend(client, onState);
  return client;
}
