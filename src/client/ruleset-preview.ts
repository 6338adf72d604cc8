import { type Disposable, l10n, Uri, window } from 'vscode';
import { PREVIEW_RULESET } from '../protocol/rulesets.ts';
import { newNonce, PagePanel } from './page-panel.ts';
import { scanWithProgress } from './scan.ts';
import type { Session } from './session.ts';
import type { StatusItem } from './status-item.ts';

/** What a ruleset's text, saved or not, would change in the workspace, as a page beside it. */
export class RulesetPreviewPanel implements Disposable {
  private readonly session: Pick<Session, 'scan'>;
  private readonly status: StatusItem;
  private readonly panel = new PagePanel('vendorDiligence.rulesetPreview');

  constructor(session: Pick<Session, 'scan'>, status: StatusItem) {
    this.session = session;
    this.status = status;
  }

  /** Previews the ruleset of `target` (a URI or its text), or of the editor that is open. */
  async show(target: unknown): Promise<void> {
    const uri = uriOf(target) ?? window.activeTextEditor?.document.uri;
    try {
      const page = uri && (await this.ask(uri));
      if (page) this.panel.show(page, { beside: true });
      else if (page === null || !uri) {
        void window.showInformationMessage(l10n.t('Vendor Diligence: open a ruleset first.'));
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('Vendor Diligence: the ruleset cannot be previewed. {0}', reason));
    }
  }

  dispose(): void {
    this.panel.dispose();
  }

  private ask(uri: Uri) {
    const asked = { uri: uri.toString(), nonce: newNonce() };
    const title = l10n.t('Vendor Diligence: previewing the ruleset');
    return scanWithProgress(this.status, title, (progress, token) =>
      this.session.scan(PREVIEW_RULESET, asked, progress, token),
    );
  }
}

/** The button gives a URI, the lens its text. */
function uriOf(target: unknown): Uri | undefined {
  if (target instanceof Uri) return target;
  return typeof target === 'string' ? Uri.parse(target, true) : undefined;
}
