import { CancellationTokenSource, type ExtensionContext, window } from 'vscode';
import { REPORT } from '../protocol/reports.ts';
import { registerTools } from './assistant-tools.ts';
import { registerCommands } from './commands.ts';
import { Dossiers } from './dossiers.ts';
import { FindingsView } from './findings-view.ts';
import { ReportPanel } from './report-panel.ts';
import { RulesetPreviewPanel } from './ruleset-preview.ts';
import { type CreateClient, Session } from './session.ts';
import { StatusItem } from './status-item.ts';
import { VirtualDocuments } from './virtual-documents.ts';

let session: Session | undefined;

/** What other extensions, and our tests, can ask of this one. */
export interface ExtensionApi {
  /** The JSON report of a workspace folder (a URI) as its files are now; `null` when there is no such folder. */
  readonly report: (folder: string) => Promise<string | null>;
  /** What the view of findings shows. */
  readonly findings: Pick<FindingsView, 'getChildren' | 'getTreeItem' | 'onDidChangeTreeData'>;
}

/**
 * Starts the extension when VS Code needs it. The server starts beside it: nobody waits for it here.
 * @param createClient as the host can
 */
export function start(context: ExtensionContext, createClient: CreateClient): ExtensionApi {
  const output = window.createOutputChannel('Vendor Diligence', { log: true });
  const status = new StatusItem();
  const started = new Session(context, output, status, createClient);
  session = started;
  const dossiers = new Dossiers(started);
  const findings = new FindingsView(started, context.workspaceState);
  const report = new ReportPanel(started, status);
  const preview = new RulesetPreviewPanel(started, status);
  const documents = new VirtualDocuments(started);
  const registered = registerCommands({
    session: started,
    status,
    dossiers,
    findings,
    report,
    preview,
    output,
  });
  context.subscriptions.push(
    output,
    status,
    started,
    dossiers,
    findings,
    report,
    preview,
    documents,
    ...registered,
    ...registerTools(started),
  );
  started.start();
  return {
    findings,
    report: async folder => {
      const { token } = new CancellationTokenSource();
      return (await started.scan(REPORT, { folder, format: 'json' }, () => undefined, token)) ?? null;
    },
  };
}

/** Called by VS Code, which waits for a while, when the extension is to end. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
