import {
  type CancellationToken,
  type CodeAction,
  type Connection,
  FileChangeType,
  type InitializeParams,
  Position,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadLanguage } from '../engine/index.ts';
import {
  type InitializationOptions,
  SHOW_NEXT_STEP,
  SHOW_PLACE,
  TRUST_GRANTED,
} from '../protocol/requests.ts';
import type { Language } from '../report/language.ts';
import type { Source } from '../text/source.ts';
import { type ActionContext, isActionData } from './actions/actions.ts';
import { codeActions, resolveAction } from './actions/code-actions.ts';
import { hoverAt } from './actions/hover.ts';
import { SERVER_CAPABILITIES } from './connection/capabilities.ts';
import { clientFeatures } from './connection/features.ts';
import { registerForChanges } from './connection/register.ts';
import { Sender } from './connection/sender.ts';
import { SettingsReader } from './connection/settings-reader.ts';
import { StatusTeller } from './connection/status.ts';
import type { Mark } from './documents/marks.ts';
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

/** Routes every message to who answers it. */
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
  connection.onNotification(TRUST_GRANTED, () => {
    isTrusted = true;
    folders.reload();
  });
  connection.onShutdown(() => {
    send.stop();
    folders.stop();
    rulesetChecks.stop();
  });
  connection.onHover(
    ({ textDocument, position }, token) =>
      rulesets.hover(textDocument.uri, position) ??
      withMarks(folders, documents.get(textDocument.uri), token, ({ source, marks }) =>
        hoverAt(source, marks, position, {
          uri: textDocument.uri,
          language,
          today: host.clock.today(),
          commandLinks,
        }),
      ),
  );
  connection.onCodeAction((request, token) =>
    withMarks(folders, documents.get(request.textDocument.uri), token, ({ source, marks, context }) =>
      codeActions(source, marks, request, context, () => token.isCancellationRequested),
    ),
  );
  connection.onCodeActionResolve(async (action, token): Promise<CodeAction> => {
    const { data } = action;
    if (!isActionData(data)) return action;
    const resolved = await withMarks(folders, documents.get(data.uri), token, marked =>
      resolveAction(marked, data),
    );
    if (!resolved) return action;
    if ('edit' in resolved) return { ...action, ...resolved };
    send.tell('warning', resolved.refused);
    return action;
  });
  connection.onExecuteCommand(async ({ command, arguments: [first, second] = [] }) => {
    if (typeof first !== 'string') return;
    if (command === SHOW_NEXT_STEP) send.tell('information', first);
    if (command !== SHOW_PLACE || !Position.is(second)) return;
    await connection.window.showDocument({
      uri: first,
      takeFocus: true,
      selection: { start: second, end: second },
    });
  });
  answerRequests(connection, { folders, services, scope, list, listChanged });
}

interface Marked {
  readonly source: Source;
  readonly marks: readonly Mark[];
  readonly context: ActionContext;
}

/** Answers from an open document's marks once they are up to date; nothing for one that is not open, or too late. */
async function withMarks<Answer>(
  folders: Folders,
  document: TextDocument | undefined,
  token: CancellationToken,
  answer: (marked: Marked) => Answer | Promise<Answer>,
): Promise<Answer | null> {
  const place = document && folders.placeOf(document.uri);
  if (!place) return null;
  const marked = await place.folder.marks(document, place.path);
  return token.isCancellationRequested ? null : answer({ ...marked, context: place.folder.actionContext });
}

const CHANGE_KINDS: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

function readOptions(options: unknown): InitializationOptions {
  if (typeof options !== 'object' || options === null) return {};
  const trusted: unknown = Reflect.get(options, 'trusted');
  const excluded: unknown = Reflect.get(options, 'excludedFiles');
  const stopped: unknown = Reflect.get(options, 'stoppedFiles');
  return {
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    commandLinks: Reflect.get(options, 'commandLinks') === true,
    virtualDocuments: Reflect.get(options, 'virtualDocuments') === true,
    excludedFiles: Array.isArray(excluded) ? excluded.filter(isText) : [],
    ...(Array.isArray(stopped) ? { stoppedFiles: stopped.filter(isText) } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function folderUris({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(uriOf);
  return rootUri ? [rootUri] : [];
}

function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}
