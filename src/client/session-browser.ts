import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { SETTINGS_SECTION } from '../protocol/settings.ts';
import { attend, clientOptions } from './session-client.ts';
import type { ServerState } from './status-item.ts';

/** What a browser has to start a worker with. */
declare const Worker: new (url: string) => object;

/** A client whose server is a web worker. The id is also the section of `trace.server`. */
export function createBrowserClient(
  { extensionUri }: ExtensionContext,
  output: LogOutputChannel,
  onState: (state: ServerState) => void,
): LanguageClient {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist', 'web', 'server.js').toString(true));
  const client = new LanguageClient(SETTINGS_SECTION, 'Vendor Diligence', worker, clientOptions(output));
  attend(client, onState);
  return client;
}
