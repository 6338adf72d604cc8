import { type Connection, FileChangeType, type InitializeParams, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadLanguage } from '../engine/index.ts';
import { TRUST_GRANTED } from '../protocol/requests.ts';
import type { Language } from '../report/language.ts';
import { answerEditor } from './actions/editor-requests.ts';
import { SERVER_CAPABILITIES } from './connection/capabilities.ts';
import { type ClientFeatures, clientFeatures } from './connection/features.ts';
import { readOptions } from './connection/options.ts';
import { registerForChanges } from './connection/register.ts';
import { Sender } from './connection/sender.ts';
import { SettingsReader } from './connection/settings-reader.ts';
import { StatusTeller } from './connection/status.ts';
import { Publisher } from './documents/publisher.ts';
import type { FileChange } from './folders/file-change.ts';
import { Folders } from './folders/folders.ts';
import type { ServerHost } from './host/host.ts';
import { FindingList } from './requests/finding-list.ts';
import { answerRequests } from './requests/requests.ts';
import { RulesetAnswers } from './ruleset/answers.ts';
import { RulesetChecks } from './ruleset/checks.ts';
import { ChangeScope } from './scan/change-scope.ts';
import type { Services } from './services.ts';

/** Makes a language server of a connection; the caller lets the connection listen. */
export function createServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(async params => {
    serve(connection, host, documents, params, await loadLanguage(params.locale));
    return { capabilities: SERVER_CAPABILITIES, serverInfo: { name: 'Vendor Diligence' } };
  });
  documents.listen(connection);
}

/** Makes the parts of a server, and routes every message to the one that it is for. */
function serve(
  connection: Connection,
  host: ServerHost,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  language: Language,
): void {
  const features = clientFeatures(params.capabilities);
  const send = new Sender(connection);
  const settings = new SettingsReader(connection, features, send);
  const options = readOptions(params.initializationOptions);
  const { trusted, commandLinks = false, virtualDocuments = false } = options;
  host.start?.(options);
  let isTrusted = trusted ?? true;
  const status = new StatusTeller(
    () => ({
      findings: publisher.counts(),
      rulesetProblems: folders.rulesetProblems,
      isScanned: folders.isScanned,
      ...(scope.words === undefined ? {} : { change: scope.words }),
      revision: list.revision,
    }),
    current => send.status(current),
  );
  const publisher = new Publisher(
    report => send.diagnostics(report),
    () => listChanged(),
  );
  const scope = new ChangeScope(language, host.clock, () => publisher.findings());
  const list = new FindingList({
    findings: () => scope.filter(publisher.findings()),
    nameOf: uri => folders.nameOf(uri),
    language,
  });
  const listChanged = () => {
    list.changed();
    status.update();
  };
  const services: Services = {
    host,
    features,
    publisher,
    language,
    settingsOf: uri => settings.settingsOf(uri),
    isTrusted: () => isTrusted,
    openDocument: uri => documents.get(uri),
    onPolicyChanged: () => status.update(),
    logError: error => send.error(error),
  };
  const folders = new Folders(services);
  const rulesets = new RulesetAnswers(documents, { services, folders, virtual: virtualDocuments });
  rulesets.listen(connection);
  const rulesetChecks = new RulesetChecks(services, folders);

  followClient(connection, documents, { params, features, settings, folders, rulesetChecks, send });
  connection.onNotification(TRUST_GRANTED, () => {
    isTrusted = true;
    folders.reload();
  });
  answerEditor(connection, { folders, services, rulesets, send, commandLinks });
  answerRequests(connection, { folders, services, scope, list, listChanged });
}

interface Followers {
  readonly params: InitializeParams;
  readonly features: ClientFeatures;
  readonly settings: SettingsReader;
  readonly folders: Folders;
  readonly rulesetChecks: RulesetChecks;
  readonly send: Sender;
}

/** Hands on what the client tells: folders, documents, files, settings, and its end. */
function followClient(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { params, features, settings, folders, rulesetChecks, send }: Followers,
): void {
  connection.onInitialized(async () => {
    folders.change(folderUris(params), [], documents.all());
    if (features.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        folders.change(added.map(uriOf), removed.map(uriOf), documents.all()),
      );
    }
    await registerForChanges(connection, features);
  });
  documents.onDidChangeContent(({ document }) => {
    folders.documentChanged(document);
    rulesetChecks.documentChanged(document);
  });
  documents.onDidClose(({ document }) => {
    folders.documentClosed(document.uri);
    rulesetChecks.documentClosed(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    folders.filesChanged(changes.map(({ uri, type }) => ({ uri, kind: CHANGE_KINDS[type] ?? 'changed' })));
    if (changes.some(({ uri }) => uri.endsWith('.jsonc'))) rulesetChecks.recheck();
  });
  connection.onDidChangeConfiguration(change => {
    settings.accept(change.settings);
    folders.reload();
  });
  connection.onShutdown(() => {
    send.stop();
    folders.stop();
    rulesetChecks.stop();
  });
}

const CHANGE_KINDS: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

function folderUris({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(uriOf);
  return rootUri ? [rootUri] : [];
}

function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}
