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
import { ASSISTANT_EXPLAIN, ASSISTANT_SCAN, type AssistantExplainParams } from '../protocol/assistant.ts';
import {
  type ChangeScanParams,
  type ChangeScanSummary,
  READ_STATE,
  type ReadStateParams,
  SCAN_CHANGE,
  SHOW_ALL,
  type StateContent,
} from '../protocol/changes.ts';
import {
  FINDING_GROUPS,
  FINDING_PAGE,
  type FindingGroups,
  type FindingPage,
  type FindingPageParams,
  type FindingQuery,
} from '../protocol/findings.ts';
import {
  REPORT,
  REPORT_VIEW,
  type ReportParams,
  type ReportView,
  type ReportViewParams,
} from '../protocol/reports.ts';
import {
  DOSSIER,
  type Dossier,
  type DossierParams,
  EXCEPTION,
  type ExceptionEdit,
  type ExceptionParams,
  SCAN_WORKSPACE,
  type ScanSummary,
  STATUS,
  type Status,
  TRUST_GRANTED,
  VENDORS,
  type VendorChoice,
} from '../protocol/requests.ts';
import {
  NEW_RULESET,
  type NewRuleset,
  type NewRulesetParams,
  PREVIEW_RULESET,
  type PreviewRulesetParams,
  RULESET_QUESTIONS,
  type RulesetPreview,
  type RulesetQuestions,
} from '../protocol/rulesets.ts';
import { VIRTUAL_DOCUMENT, type VirtualDocumentParams } from '../protocol/virtual-documents.ts';
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

  /** Scans the workspace; `undefined` when it was cancelled. */
  scan(progress: ScanProgress, token: CancellationToken): Promise<ScanSummary | undefined> {
    return this.requestScan(`scan-${++this.scans}`, { method: SCAN_WORKSPACE, params: {} }, progress, token);
  }

  /** Scans a change, whose states the server asks for while it does; `undefined` when it was cancelled. */
  async scanChange(
    change: Pick<ChangeScanParams, 'since' | 'base' | 'folders'>,
    { before, after, read }: GitStates,
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<ChangeScanSummary | undefined> {
    const id = `scan-${++this.scans}`;
    const params = { ...change, before, ...(after ? { after } : {}) };
    this.readers.set(id, read);
    try {
      return await this.requestScan(id, { method: SCAN_CHANGE, params }, progress, token);
    } finally {
      this.readers.delete(id);
    }
  }

  /** A report's text; `undefined` when it was cancelled, `null` when there is nothing to report on. */
  report(
    params: Omit<ReportParams, 'workDoneToken'>,
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<string | null | undefined> {
    return this.requestScan(`scan-${++this.scans}`, { method: REPORT, params }, progress, token);
  }

  /** A report as a page; `undefined` when it was cancelled, `null` when there is nothing to report on. */
  reportView(
    params: Omit<ReportViewParams, 'workDoneToken'>,
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<ReportView | null | undefined> {
    return this.requestScan(`scan-${++this.scans}`, { method: REPORT_VIEW, params }, progress, token);
  }

  /** What a path of the workspace holds, as compact JSON, after a scan; `undefined` when it was cancelled. */
  assistantScan(path: string, token: CancellationToken): Promise<string | undefined> {
    const request = { method: ASSISTANT_SCAN, params: { path } };
    return this.requestScan(`scan-${++this.scans}`, request, () => {}, token);
  }

  /** The explanation of a vendor, a rule or a line, in Markdown. */
  async assistantExplain(subject: string): Promise<string> {
    const params: AssistantExplainParams = { subject };
    return (await this.running()).sendRequest<string>(ASSISTANT_EXPLAIN, params);
  }

  /** Shows all findings again after the scan of a change. */
  async showAll(): Promise<void> {
    await (await this.running()).sendNotification(SHOW_ALL);
  }

  /** The groups of what is shown; none while there is no server. */
  async findingGroups(query: FindingQuery): Promise<FindingGroups> {
    return (await this.running()).sendRequest<FindingGroups>(FINDING_GROUPS, query);
  }

  /** The first findings of a group. */
  async findingPage(query: FindingPageParams): Promise<FindingPage> {
    return (await this.running()).sendRequest<FindingPage>(FINDING_PAGE, query);
  }

  /** The vendors that have a dossier. */
  async vendors(): Promise<readonly VendorChoice[]> {
    return (await this.running()).sendRequest<VendorChoice[]>(VENDORS);
  }

  /** The page about a vendor; `null` when there is no such vendor. */
  async dossier(params: DossierParams): Promise<Dossier | null> {
    return (await this.running()).sendRequest<Dossier | null>(DOSSIER, params);
  }

  /** The ruleset file with one more exception; `null` when it cannot be read. */
  async exception(params: ExceptionParams): Promise<ExceptionEdit | null> {
    return (await this.running()).sendRequest<ExceptionEdit | null>(EXCEPTION, params);
  }

  /** What an open ruleset would change; `null` when it is none, `undefined` when it was cancelled. */
  previewRuleset(
    params: Pick<PreviewRulesetParams, 'uri' | 'nonce'>,
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<RulesetPreview | null | undefined> {
    const request = { method: PREVIEW_RULESET, params };
    return this.requestScan(`scan-${++this.scans}`, request, progress, token);
  }

  /** What somebody who writes a first ruleset chooses from. */
  async rulesetQuestions(): Promise<RulesetQuestions> {
    return (await this.running()).sendRequest<RulesetQuestions>(RULESET_QUESTIONS);
  }

  /** A first ruleset for a folder; `null` when there is no such folder. */
  async newRuleset(params: NewRulesetParams): Promise<NewRuleset | null> {
    return (await this.running()).sendRequest<NewRuleset | null>(NEW_RULESET, params);
  }

  /** The text of a document that only the server knows; `null` when there is none of that name. */
  async virtualDocument(params: VirtualDocumentParams): Promise<string | null> {
    return (await this.running()).sendRequest<string | null>(VIRTUAL_DOCUMENT, params);
  }

  dispose(): void {
    this.trustListener.dispose();
    this.statuses.dispose();
  }

  private async requestScan<Summary>(
    id: string,
    request: { readonly method: string; readonly params: object },
    progress: ScanProgress,
    token: CancellationToken,
  ): Promise<Summary | undefined> {
    const client = await this.running();
    const { requestScan } = await import('./session-scan.ts');
    return requestScan<Summary>(client, request, id, progress, token);
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
