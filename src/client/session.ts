import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ChangeScanParams,
  type ChangeScanSummary,
  READ_STATE,
  type ReadStateParams,
  SCAN_CHANGE,
  SHOW_ALL,
  type StateContent,
} from '../protocol/changes.ts';
import type { RequestName } from '../protocol/request-name.ts';
import { type ScanParams, STATUS, type Status, TRUST_GRANTED } from '../protocol/requests.ts';
import type { GitStates } from './git-changes.ts';
import type { ServerState, StatusItem } from './status-item.ts';

/** How far a scan is: percent of the whole and a few words. */
export type ScanProgress = (percentage: number | undefined, message: string | undefined) => void;

/** Makes a client that is not started yet; each host starts its server in its own way. */
export type CreateClient = (
  context: ExtensionContext,
  output: LogOutputChannel,
  onState: (state: ServerState) => void,
) => Promise<BaseLanguageClient>;

/** The running server, if there is one. Starting, stopping and restarting come one after the other. */
export class Session implements Disposable {
  private readonly context: ExtensionContext;
  private readonly output: LogOutputChannel;
  private readonly status: StatusItem;
  private readonly createClient: CreateClient;
  private readonly trustListener: Disposable;
  private readonly statuses = new EventEmitter<Status | undefined>();
  /** What the server shows; `undefined` when a server starts, of which nothing is known yet. */
  readonly onDidChangeStatus = this.statuses.event;
  private readonly readers = new Map<string, GitStates['read']>();
  private scans = 0;
  private client: BaseLanguageClient | undefined;
  private current: Promise<void> = Promise.resolve();
  private queuedRestart: Promise<void> | undefined;

  constructor(
    context: ExtensionContext,
    output: LogOutputChannel,
    status: StatusItem,
    createClient: CreateClient,
  ) {
    this.context = context;
    this.output = output;
    this.status = status;
    this.createClient = createClient;
    this.trustListener = workspace.onDidGrantWorkspaceTrust(() =>
      this.client?.sendNotification(TRUST_GRANTED),
    );
  }

  /**
   * Starts the server in a turn of its own, so that activation does not wait for it. A failure is shown in the status
   * bar and the output, never thrown.
   */
  start(): Promise<void> {
    return this.enqueue(async () => {
      await new Promise(resume => setTimeout(resume));
      await this.startClient();
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopClient());
  }

  /** Restarts the server; of several wishes during a restart one more restart comes. */
  restart(): Promise<void> {
    this.queuedRestart ??= this.enqueue(async () => {
      this.queuedRestart = undefined;
      await this.stopClient();
      await this.startClient();
    });
    return this.queuedRestart;
  }

  /** Asks the server. Rejects while there is none. */
  async ask<Params, Answer>(name: RequestName<Params, Answer>, params: Params): Promise<Answer> {
    return (await this.running()).sendRequest<Answer>(name, params);
  }

  /** Asks for something that reads the workspace; `undefined` when it was cancelled. */
  scan<Params extends ScanParams, Answer>(
    name: RequestName<Params, Answer>,
    params: Omit<Params, 'workDoneToken'>,
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<Answer | undefined> {
    return this.scanAs(this.newScan(), name, params, progress, token);
  }

  /** Scans a change, whose states the server asks for while it does; `undefined` when it was cancelled. */
  async scanChange(
    change: Pick<ChangeScanParams, 'since' | 'base' | 'folders'>,
    { before, after, read }: GitStates,
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<ChangeScanSummary | undefined> {
    const id = this.newScan();
    const params = { ...change, before, ...(after ? { after } : {}) };
    this.readers.set(id, read);
    try {
      return await this.scanAs(id, SCAN_CHANGE, params, progress, token);
    } finally {
      this.readers.delete(id);
    }
  }

  /** Shows all findings again after the scan of a change. */
  async showAll(): Promise<void> {
    await (await this.running()).sendNotification(SHOW_ALL);
  }

  dispose(): void {
    this.trustListener.dispose();
    this.statuses.dispose();
  }

  /** The name of one more scan. */
  private newScan(): string {
    return `scan-${++this.scans}`;
  }

  private async scanAs<Params extends ScanParams, Answer>(
    workDoneToken: string,
    name: RequestName<Params, Answer>,
    params: Omit<Params, 'workDoneToken'>,
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<Answer | undefined> {
    const client = await this.running();
    const { requestScan } = await import('./session-scan.ts');
    return requestScan(client, name, { ...params, workDoneToken }, progress, token);
  }

  private async running(): Promise<BaseLanguageClient> {
    await this.current;
    if (!this.client) throw new Error(l10n.t('The server is not running; see the output for why.'));
    return this.client;
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.current = this.current.then(step).catch(error => this.fail(error));
    return this.current;
  }

  private async startClient(): Promise<void> {
    this.status.showServer('starting');
    const client = await this.createClient(this.context, this.output, state => this.status.showServer(state));
    client.onNotification(STATUS, (status: Status) => {
      this.status.show(status);
      this.statuses.fire(status);
    });
    client.onRequest(READ_STATE, async (asked: ReadStateParams): Promise<unknown> => {
      const content: StateContent | undefined = await this.readers.get(asked.scan)?.(asked);
      return content ?? { reason: '' };
    });
    this.statuses.fire(undefined);
    this.client = client;
    await client.start();
  }

  private async stopClient(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.dispose();
  }

  private fail(error: unknown): void {
    this.output.error(error instanceof Error ? error : String(error));
    this.status.showServer('stopped');
  }
}
