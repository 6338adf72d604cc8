import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { SETTINGS_SECTION } from '../protocol/settings.ts';
import { attend, clientOptions } from './session-client.ts';
import type { ServerState } from './status-item.ts';

/** A client whose server is a process of its own. The id is also the section of `trace.server`. */
export function createNodeClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  onState: (state: ServerState) => void,
): LanguageClient {
  const run = { module: context.asAbsolutePath('dist/server.mjs'), transport: TransportKind.ipc };
  const server: ServerOptions = {
    run,
    debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
  };
  const client = new LanguageClient(SETTINGS_SECTION, 'Vendor Diligence', server, clientOptions(output));
  attend(client, onState);
  return client;
}
