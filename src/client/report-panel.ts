import { type Disposable, l10n, window } from 'vscode';
import { REPORT_VIEW } from '../protocol/reports.ts';
import { chooseFolder } from './choose-folder.ts';
import { newNonce, PagePanel } from './page-panel.ts';
import { scanWithProgress } from './scan.ts';
import type { Session } from './session.ts';
import type { StatusItem } from './status-item.ts';

/** The report of a folder as a page, made anew each time it is asked for. */
export class ReportPanel implements Disposable {
  private readonly session: Pick<Session, 'scan'>;
  private readonly status: StatusItem;
  private readonly panel = new PagePanel('vendorDiligence.report');

  constructor(session: Pick<Session, 'scan'>, status: StatusItem) {
    this.session = session;
    this.status = status;
  }

  /** Scans and shows the report; asks for the folder when there are several. */
  async show(): Promise<void> {
    const folder = await chooseFolder();
    if (!folder) return;
    const title = l10n.t('Report: {0}', folder.name);
    const asked = { folder: folder.uri.toString(), title, nonce: newNonce() };
    try {
      const view = await scanWithProgress(
        this.status,
        l10n.t('Vendor Diligence: making the report'),
        (tell, token) => this.session.scan(REPORT_VIEW, asked, tell, token),
      );
      if (view) this.panel.show({ title, ...view });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('Vendor Diligence: the report cannot be made. {0}', reason));
    }
  }

  dispose(): void {
    this.panel.dispose();
  }
}
