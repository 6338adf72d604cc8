import {
  type Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';
import { commandId } from '../protocol/commands.ts';
import type { Status } from '../protocol/requests.ts';
import { findingsPhrase } from './sentences.ts';

/** What is wrong with a ruleset stands there; the findings have a view of their own. */
export const PROBLEMS_VIEW = 'workbench.actions.view.problems';
export const FINDINGS_VIEW = 'vendorDiligence.findings.focus';

/** What people need to know of the server. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** The entry in the status bar: how many findings there are, whether work is going on, and whether rulesets are valid. */
export class StatusItem implements Disposable {
  private readonly item: StatusBarItem;
  private status: Status = {
    findings: { error: 0, warning: 0, information: 0, hint: 0 },
    rulesetProblems: [],
    isScanned: false,
    revision: 0,
  };
  private server: ServerState = 'starting';
  private scans = 0;

  constructor() {
    this.item = window.createStatusBarItem('vendorDiligence.status', StatusBarAlignment.Left);
    this.item.name = 'Vendor Diligence';
    this.render();
    this.item.show();
  }

  show(status: Status): void {
    this.status = status;
    this.render();
  }

  showServer(state: ServerState): void {
    this.server = state;
    this.render();
  }

  /** Shows that a scan is going on until the returned function is called. */
  showScanning(): () => void {
    this.scans++;
    this.render();
    return () => {
      this.scans--;
      this.render();
    };
  }

  dispose(): void {
    this.item.dispose();
  }

  private render(): void {
    const { item, status, server, scans } = this;
    const isStopped = server === 'stopped';
    const isInvalid = status.rulesetProblems.length > 0;
    const { error, warning } = status.findings;
    const icon = scans > 0 || server === 'starting' ? '$(sync~spin)' : '$(shield)';
    const text = isStopped ? `$(shield) ${l10n.t('stopped')}` : `${icon} ${error + warning}`;
    item.text = isInvalid && !isStopped ? `${text} $(warning)` : text;
    const sentences = this.sentences();
    item.tooltip = new MarkdownString('').appendText(sentences.join('\n'));
    item.accessibilityInformation = { label: `Vendor Diligence: ${sentences.join(' ')}`, role: 'button' };
    item.command = isStopped ? commandId('restartServer') : isInvalid ? PROBLEMS_VIEW : FINDINGS_VIEW;
    item.backgroundColor =
      isStopped || isInvalid ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  }

  private sentences(): string[] {
    const { status, server, scans } = this;
    if (server === 'stopped') return [l10n.t('The language server has stopped. Select to restart it.')];
    const { rulesetProblems } = status;
    return [
      scans > 0
        ? l10n.t('Scanning the workspace …')
        : l10n.t('{0} in open and scanned files.', findingsPhrase(status.findings, l10n.t)),
      ...(rulesetProblems.length > 0
        ? [l10n.t('A ruleset is not valid; the last valid one is in force.'), ...rulesetProblems.slice(0, 3)]
        : []),
    ];
  }
}
