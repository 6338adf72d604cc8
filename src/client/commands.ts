import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import { type CommandName, commandId, type LinkCommandName } from '../protocol/commands.ts';
import type { Dossiers } from './dossiers.ts';
import { addException } from './exceptions.ts';
import { runScan } from './scan.ts';
import type { Session } from './session.ts';
import { showFixes } from './show-fixes.ts';
import type { StatusItem } from './status-item.ts';

/** Registers every command of the tables. */
export function registerCommands(
  session: Session,
  status: StatusItem,
  dossiers: Dossiers,
  output: LogOutputChannel,
): Disposable[] {
  const handlers: Readonly<Record<CommandName | LinkCommandName, (...args: unknown[]) => unknown>> = {
    scanWorkspace: async () => {
      const summary = await runScan(session, status);
      if (summary) await dossiers.refresh();
      return summary;
    },
    showDossier: vendor => dossiers.show(vendor),
    showFixes,
    addException: (uri, match, path) => addException(session, uri, match, path),
    restartServer: () => session.restart(),
    showOutput: () => output.show(),
  };
  // The keys of the table are the names.
  return Object.entries(handlers).map(([name, run]) =>
    commands.registerCommand(commandId(name as CommandName | LinkCommandName), run),
  );
}
