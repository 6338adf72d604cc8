import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import {
  type CommandName,
  commandId,
  type LinkCommandName,
  SHOW_MORE,
  type ViewCommandName,
} from '../protocol/commands.ts';
import { createRuleset } from './create-ruleset.ts';
import type { Dossiers } from './dossiers.ts';
import { addException } from './exceptions.ts';
import { exportReport } from './export-report.ts';
import { viewCommands } from './finding-commands.ts';
import type { MoreNode } from './finding-nodes.ts';
import type { FindingsView } from './findings-view.ts';
import type { ReportPanel } from './report-panel.ts';
import type { RulesetPreviewPanel } from './ruleset-preview.ts';
import { runScan } from './scan.ts';
import { scanChanges, scanStaged } from './scan-change.ts';
import type { Session } from './session.ts';
import { showFixes } from './show-fixes.ts';
import type { StatusItem } from './status-item.ts';

/** Everything that commands work on. */
export interface Parts {
  readonly session: Session;
  readonly status: StatusItem;
  readonly dossiers: Dossiers;
  readonly findings: FindingsView;
  readonly report: ReportPanel;
  readonly preview: RulesetPreviewPanel;
  readonly output: LogOutputChannel;
}

/** Registers every command of the tables. */
export function registerCommands({
  session,
  status,
  dossiers,
  findings,
  report,
  preview,
  output,
}: Parts): Disposable[] {
  const handlers: Readonly<
    Record<CommandName | ViewCommandName | LinkCommandName, (...args: unknown[]) => unknown>
  > = {
    scanWorkspace: async () => {
      const summary = await runScan(session, status);
      if (summary) await dossiers.refresh();
      return summary;
    },
    scanChanges: ref => scanChanges(session, status, ref),
    scanStaged: () => scanStaged(session, status),
    showAll: () => session.showAll(),
    showReport: () => report.show(),
    exportReport: (format, file) => exportReport(session, status, format, file),
    showDossier: vendor => dossiers.show(vendor),
    createRuleset: () => createRuleset(session),
    previewRuleset: uri => preview.show(uri),
    filterFindings: words => (typeof words === 'string' ? findings.setFilter(words) : findings.askFilter()),
    clearFilter: () => findings.setFilter(''),
    ...viewCommands(session, findings, dossiers),
    showFixes,
    addException: (uri, match, path) => addException(session, uri, match, path),
    restartServer: () => session.restart(),
    showOutput: () => output.show(),
  };
  return [
    // The keys of the table are the names.
    ...Object.entries(handlers).map(([name, run]) =>
      commands.registerCommand(commandId(name as keyof typeof handlers), run),
    ),
    commands.registerCommand(commandId(SHOW_MORE), (node: MoreNode) => findings.showMore(node)),
  ];
}
