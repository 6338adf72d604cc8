import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  Diagnostic,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  ShowDocumentParams,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import type { RulesetPorts } from '../../../src/engine/index.ts';
import { STATUS, type Status } from '../../../src/protocol/requests.ts';
import type { ServerHost } from '../../../src/server/host/host.ts';
import { createServer } from '../../../src/server/server.ts';
import { Disk } from './disk.ts';

/** What a conversation starts with. */
export interface Opening {
  /** Texts by URI. */
  readonly files?: Readonly<Record<string, string>>;
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly trusted?: boolean;
  /** Links in hovers can run commands. */
  readonly commandLinks?: boolean;
  /** It can show documents that only the server knows. */
  readonly virtualDocuments?: boolean;
  /** The editor's language. */
  readonly locale?: string;
  readonly rulesetPorts?: RulesetPorts;
  /** In place of one with the files. */
  readonly host?: ServerHost;
  /** For clients that can do less. */
  readonly capabilities?: object;
}

/** The other end of a language server over streams in memory: an editor that does what the test says. */
export class Conversation {
  readonly disk: Disk;
  settings: Readonly<Record<string, unknown>>;
  /** Where the server put the cursor. */
  readonly shown: ShowDocumentParams[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  readonly progress: { readonly kind: string; readonly message?: string }[] = [];
  private readonly connection: MessageConnection;
  private readonly listeners = new Set<() => void>();
  private readonly versions = new Map<string, number>();

  private constructor(opening: Opening) {
    this.disk = new Disk(opening.files ?? {}, opening.rulesetPorts);
    this.settings = opening.settings ?? {};
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    // From readers and writers: made from streams, a connection would end the whole process with them.
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    createServer(server, opening.host ?? this.disk.host());
    server.listen();
    this.connection = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.note(this.published, params),
    );
    this.connection.onNotification(STATUS, (status: Status) => this.note(this.statuses, status));
    this.connection.onNotification('$/progress', ({ value }) => this.note(this.progress, value));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: readonly object[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      this.note(this.shown, params);
      return { success: true };
    });
    this.connection.listen();
  }

  /** Starts a server and shakes hands with it. */
  static async start(opening: Opening): Promise<Conversation> {
    const conversation = new Conversation(opening);
    const folders = opening.folders ?? [];
    await conversation.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: opening.capabilities ?? FULL_CAPABILITIES,
      workspaceFolders: folders.map(uri => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
      ...(opening.locale === undefined ? {} : { locale: opening.locale }),
      initializationOptions: {
        trusted: opening.trusted,
        commandLinks: opening.commandLinks,
        virtualDocuments: opening.virtualDocuments,
      },
    });
    await conversation.notify('initialized', {});
    return conversation;
  }

  /** Ends the conversation. */
  async end(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.end();
    this.connection.dispose();
  }

  notify(method: string, params?: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<Answer>(method: string, params: object): Promise<Answer> {
    return this.connection.sendRequest<Answer>(method, params);
  }

  /** Sends a request that can be cancelled. */
  get messages(): MessageConnection {
    return this.connection;
  }

  /** Opens a document; without a text, as it is on disk. */
  open(uri: string, text = this.disk.text(uri), languageId = 'plaintext'): Promise<void> {
    this.versions.set(uri, 1);
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the whole text of an open document. */
  change(uri: string, text: string): Promise<void> {
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version: this.nextVersion(uri) },
      contentChanges: [{ text }],
    });
  }

  /** Replaces a range of an open document. */
  edit(uri: string, range: Range, text: string): Promise<void> {
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version: this.nextVersion(uri) },
      contentChanges: [{ range, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  codeActions(
    uri: string,
    range: Range,
    diagnostics: readonly Diagnostic[] = [],
  ): Promise<CodeAction[] | null> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
  }

  /** What was published last for a file. */
  current(uri: string): readonly Diagnostic[] {
    return this.published.findLast(params => params.uri === uri)?.diagnostics ?? [];
  }

  /** Waits until the newest diagnostics of a file are as wanted, and returns them. */
  async diagnostics(
    uri: string,
    isWanted: (diagnostics: readonly Diagnostic[]) => boolean = some,
  ): Promise<readonly Diagnostic[]> {
    await this.until(
      () => isWanted(this.current(uri)),
      () => `diagnostics of ${uri}: ${JSON.stringify(this.current(uri))}`,
    );
    return this.current(uri);
  }

  /** Waits for messages until the condition holds; mocha's timeout ends a wait that is in vain. */
  until(holds: () => boolean, describe: () => string = () => 'a condition'): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${describe()}`)), 8000);
      const check = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.listeners.delete(check);
        resolve();
      };
      this.listeners.add(check);
      check();
    });
  }

  private nextVersion(uri: string): number {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    return version;
  }

  private note<Message>(list: Message[], message: Message): void {
    list.push(message);
    for (const listener of [...this.listeners]) listener();
  }
}

function some(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.length > 0;
}

/** What VS Code can do. */
const FULL_CAPABILITIES = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
      snippetEditSupport: true,
    },
  },
  window: { showDocument: { support: true } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    codeAction: {
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};
