import { type Disposable, l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { ReportView } from '../protocol/reports.ts';
import { chooseFolder } from './choose-folder.ts';
import { placeIn, reveal } from './page-messages.ts';
import { scanWithProgress } from './scan.ts';
import type { Session } from './session.ts';
import type { StatusItem } from './status-item.ts';

/** The report of a folder as a page, made anew each time it is asked for. */
export class ReportPanel implements Disposable {
  private readonly session: Pick<Session, 'reportView'>;
  private readonly status: StatusItem;
  private panel: WebviewPanel | undefined;
  private listener: Disposable | undefined;

  constructor(session: Pick<Session, 'reportView'>, status: StatusItem) {
    this.session = session;
    this.status = status;
  }

  /** Scans and shows the report; asks for the folder when there are several. */
  async show(): Promise<void> {
    const folder = await chooseFolder();
    if (!folder) return;
    const title = l10n.t('Report: {0}', folder.name);
    const nonce = crypto.randomUUID().replaceAll('-', '');
    const progress = l10n.t('Vendor Diligence: making the report');
    try {
      const view = await scanWithProgress(this.status, progress, (tell, token) =>
        this.session.reportView({ folder: folder.uri.toString(), title, nonce }, tell, token),
      );
      if (view) this.fill(title, view);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('Vendor Diligence: the report cannot be made. {0}', reason));
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private fill(title: string, { html, places }: ReportView): void {
    const panel = this.panel ?? this.open();
    panel.title = title;
    this.listener?.dispose();
    this.listener = panel.webview.onDidReceiveMessage(async message => {
      const place = placeIn(message, places);
      if (place) await reveal(place);
    });
    panel.webview.html = html;
    panel.reveal();
  }

  private open(): WebviewPanel {
    const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true };
    const panel = window.createWebviewPanel('vendorDiligence.report', '', ViewColumn.Active, options);
    this.panel = panel;
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.listener?.dispose();
    });
    return panel;
  }
}
