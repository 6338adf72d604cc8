import { type ExtensionContext, window } from 'vscode';
import { registerTools } from './assistant-tools.ts';
import { registerCommands } from './commands.ts';
import { Dossiers } from './dossiers.ts';
import { FindingsView } from './findings-view.ts';
import { ReportPanel } from './report-panel.ts';
import { Session } from './session.ts';
import { StatusItem } from './status-item.ts';
import { provideVirtualDocuments } from './virtual-documents.ts';

let session: Session | undefined;

/** What other extensions, and our tests, can ask of this one. */
export interface ExtensionApi {
  /** What the view of findings shows. */
  readonly findings: Pick<FindingsView, 'getChildren' | 'getTreeItem' | 'onDidChangeTreeData'>;
}

/** Called by VS Code when the extension is needed. The server starts beside it: nobody waits for it here. */
export function activate(context: ExtensionContext): ExtensionApi {
  const output = window.createOutputChannel('Vendor Diligence', { log: true });
  const status = new StatusItem();
  session = new Session(context, output, status);
  const dossiers = new Dossiers(session);
  const findings = new FindingsView(session, context.workspaceState);
  const report = new ReportPanel(session, status);
  const registered = registerCommands({ session, status, dossiers, findings, report, output });
  context.subscriptions.push(
    output,
    status,
    session,
    dossiers,
    findings,
    report,
    provideVirtualDocuments(session),
    ...registered,
    ...registerTools(session),
  );
  session.start();
  return { findings };
}

/** Called by VS Code, which waits for a while, when the extension is to end. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
