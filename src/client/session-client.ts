import { type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import {
  type DocumentFilter,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { commandId, LINK_COMMANDS } from '../protocol/commands.ts';
import { FILE_PATTERNS } from '../protocol/generated/file-patterns.ts';
import { RULESET_ENDING, RULESET_LANGUAGE, UNTITLED_NAMES } from '../protocol/languages.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { SETTINGS_SECTION } from '../protocol/settings.ts';

/** What people need to know of the server. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** Makes a client that is not started yet. The id is also the section of `trace.server`. */
export function createClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  onState: (state: ServerState) => void,
): LanguageClient {
  const client = new LanguageClient(
    SETTINGS_SECTION,
    'Vendor Diligence',
    serverOptions(context),
    options(output),
  );
  client.onDidChangeState(({ newState }) => onState(SERVER_STATES[newState]));
  return client;
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('dist/server.mjs'), transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } } };
}

function options(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: SETTINGS_SECTION,
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      commandLinks: true,
      virtualDocuments: true,
    }),
    // What a hover shows comes from a repository: of all commands only those that our own links run are let through.
    markdown: {
      isTrusted: { enabledCommands: [commandId('showDossier'), ...LINK_COMMANDS.map(commandId)] },
      supportHtml: false,
    },
  };
}

/** Files by their names, and documents that were never saved by their languages. */
function documentSelector(): DocumentFilter[] {
  return [
    ...FILE_PATTERNS.map(pattern => ({ scheme: 'file', pattern })),
    { scheme: 'file', pattern: `**/*${RULESET_ENDING}` },
    ...['file', 'untitled'].map(scheme => ({ scheme, language: RULESET_LANGUAGE })),
    ...Object.keys(UNTITLED_NAMES).map(language => ({ scheme: 'untitled', language })),
  ];
}

const SERVER_STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};
