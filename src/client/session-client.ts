import { type LogOutputChannel, l10n, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type DocumentFilter,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { commandId, LINK_COMMANDS } from '../protocol/commands.ts';
import { FILE_PATTERNS } from '../protocol/generated/file-patterns.ts';
import { RULESET_ENDING, RULESET_LANGUAGE, UNTITLED_NAMES } from '../protocol/languages.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { SETTINGS_SECTION } from '../protocol/settings.ts';
import { answerFileRequests } from './session-files.ts';
import { tellingRestart } from './session-recovery.ts';
import type { ServerState } from './status-item.ts';

/**
 * What every client is made with, whatever its server runs on.
 * @param ownOptions what else this one tells its server whenever it starts
 */
export function clientOptions(
  outputChannel: LogOutputChannel,
  ownOptions: () => InitializationOptions = () => ({}),
): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: SETTINGS_SECTION,
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      commandLinks: true,
      virtualDocuments: true,
      excludedFiles: excludedFiles(),
      ...ownOptions(),
    }),
    // What a hover shows comes from a repository: of all commands only those that our own links run are let through.
    markdown: {
      isTrusted: { enabledCommands: [commandId('showDossier'), ...LINK_COMMANDS.map(commandId)] },
      supportHtml: false,
    },
  };
}

/** Makes the client tell its state and answer what its server asks about files. */
export function attend(client: BaseLanguageClient, onState: (state: ServerState) => void): void {
  client.onDidChangeState(({ newState }) => onState(SERVER_STATES[newState]));
  client.clientOptions.errorHandler = tellingRestart(
    client.createDefaultErrorHandler(),
    CloseAction.Restart,
    () => void window.showWarningMessage(restartSentence()),
    givenUpSentence(),
  );
  answerFileRequests(client);
}

function restartSentence(): string {
  return l10n.t(
    'Vendor Diligence: the server ended unexpectedly and was started again. A scan must be repeated.',
  );
}

function givenUpSentence(): string {
  return l10n.t(
    'Vendor Diligence: the server ended several times in a few minutes and is not started again. See the output for why, and run "Restart Server" to try once more.',
  );
}

/** Files by their names, where the workspace is, and documents that were never saved by their languages. */
function documentSelector(): DocumentFilter[] {
  const schemes = new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  const patterns = [...FILE_PATTERNS, `**/*${RULESET_ENDING}`];
  return [
    ...[...schemes].flatMap(scheme => patterns.map(pattern => ({ scheme, pattern }))),
    // By their first line, where their names say nothing.
    ...[...schemes].map(scheme => ({ scheme, language: 'shellscript' })),
    ...[...schemes, 'untitled'].map(scheme => ({ scheme, language: RULESET_LANGUAGE })),
    ...Object.keys(UNTITLED_NAMES).map(language => ({ scheme: 'untitled', language })),
  ];
}

/** The user's `files.exclude`; not the workspace's, with which a repository could hide its files. */
function excludedFiles(): string[] {
  const { defaultValue, globalValue } =
    workspace.getConfiguration('files').inspect<Readonly<Record<string, unknown>>>('exclude') ?? {};
  return Object.entries({ ...defaultValue, ...globalValue }).flatMap(([glob, on]) =>
    on === true ? [glob] : [],
  );
}

const SERVER_STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};
