import { type Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { FindingPlace } from '../protocol/findings.ts';
import { placeIn, reveal } from './page-messages.ts';

/** A page as the server makes it. */
export interface Page {
  readonly title: string;
  readonly html: string;
  readonly places: readonly FindingPlace[];
}

/** A page of a kind of which one is open at a time: what is shown next takes its place. */
export class PagePanel implements Disposable {
  private readonly kind: string;
  private panel: WebviewPanel | undefined;
  private listener: Disposable | undefined;

  /** @param kind names pages of this kind to VS Code */
  constructor(kind: string) {
    this.kind = kind;
  }

  /** @param beside the editor that somebody is working in, which keeps the keyboard */
  show({ title, html, places }: Page, { beside = false } = {}): void {
    const panel = this.panel ?? this.open(beside);
    panel.title = title;
    this.listener?.dispose();
    this.listener = panel.webview.onDidReceiveMessage(async message => {
      const place = placeIn(message, places);
      if (place) await reveal(place, panel.viewColumn);
    });
    panel.webview.html = html;
    panel.reveal(undefined, beside);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(beside: boolean): WebviewPanel {
    const column = {
      viewColumn: beside ? ViewColumn.Beside : ViewColumn.Active,
      preserveFocus: beside,
    };
    const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true };
    const panel = window.createWebviewPanel(this.kind, '', column, options);
    this.panel = panel;
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.listener?.dispose();
    });
    return panel;
  }
}

/** Letters and digits that let a page's own style and script through, new for every page. */
export function newNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
