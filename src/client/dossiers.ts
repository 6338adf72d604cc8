import {
  commands,
  type Disposable,
  l10n,
  type QuickPickItem,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { commandId } from '../protocol/commands.ts';
import { DOSSIER, type Dossier, VENDORS, type VendorChoice } from '../protocol/requests.ts';
import { member, placeIn, reveal } from './page-messages.ts';
import { newNonce } from './page-panel.ts';
import type { Session } from './session.ts';

/** The dossiers that are open, one page for each vendor. What they show comes from the server as it is. */
export class Dossiers implements Disposable {
  private readonly session: Pick<Session, 'ask'>;
  private readonly panels = new Map<string, WebviewPanel>();
  private readonly listeners = new Map<WebviewPanel, Disposable>();

  constructor(session: Pick<Session, 'ask'>) {
    this.session = session;
  }

  /** Shows a vendor's dossier; without a vendor's id it asks for one. */
  async show(vendor: unknown): Promise<void> {
    try {
      const id = typeof vendor === 'string' ? vendor : await this.choose();
      if (id !== undefined) await this.open(id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('Vendor Diligence: the dossier cannot be shown. {0}', reason));
    }
  }

  /** Shows in all open dossiers what is known now. */
  async refresh(): Promise<void> {
    await Promise.all(
      [...this.panels].map(async ([vendor, panel]) => {
        const dossier = await this.ask(vendor);
        if (dossier && this.panels.get(vendor) === panel) this.fill(panel, dossier);
      }),
    );
  }

  dispose(): void {
    for (const panel of [...this.panels.values()]) panel.dispose();
  }

  /** Asks first, so that no empty page is seen. A vendor that does not exist has none: a link was made up. */
  private async open(id: string): Promise<void> {
    const dossier = await this.ask(id);
    if (!dossier) {
      this.panels.get(id)?.dispose();
      void window.showWarningMessage(l10n.t('Vendor Diligence: there is no dossier of that vendor.'));
      return;
    }
    const panel = this.panels.get(id) ?? this.newPanel(id);
    this.fill(panel, dossier);
    panel.reveal();
  }

  private newPanel(id: string): WebviewPanel {
    const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true };
    const panel = window.createWebviewPanel('vendorDiligence.dossier', id, ViewColumn.Active, options);
    this.panels.set(id, panel);
    panel.onDidDispose(() => {
      this.panels.delete(id);
      this.listeners.get(panel)?.dispose();
      this.listeners.delete(panel);
    });
    return panel;
  }

  private ask(vendor: string): Promise<Dossier | null> {
    return this.session.ask(DOSSIER, { vendor, nonce: newNonce() });
  }

  private fill(panel: WebviewPanel, dossier: Dossier): void {
    panel.title = dossier.title;
    this.listeners.get(panel)?.dispose();
    this.listeners.set(
      panel,
      panel.webview.onDidReceiveMessage(message => this.obey(message, dossier, panel)),
    );
    panel.webview.html = dossier.html;
  }

  /** The page can only name a place that the server gave it, and ask for a scan. */
  private async obey(message: unknown, { places }: Dossier, { viewColumn }: WebviewPanel): Promise<void> {
    const place = placeIn(message, places);
    if (place) await reveal(place, viewColumn);
    if (member(message, 'command') === 'scanWorkspace') {
      await commands.executeCommand(commandId('scanWorkspace'));
    }
  }

  private async choose(): Promise<string | undefined> {
    const vendors = await this.session.ask(VENDORS, {});
    const placeHolder = l10n.t('A vendor of the catalog');
    const chosen = await window.showQuickPick(vendors.map(vendorItem), {
      placeHolder,
      matchOnDescription: true,
    });
    return chosen?.id;
  }
}

function vendorItem({ id, name, country, findings }: VendorChoice): QuickPickItem & { readonly id: string } {
  const used = findings === 0 ? {} : { detail: usedWords(findings) };
  return { id, label: name, description: country, ...used };
}

function usedWords(findings: number): string {
  return findings === 1
    ? l10n.t('1 finding in this workspace')
    : l10n.t('{0} findings in this workspace', findings);
}
