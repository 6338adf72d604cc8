import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import { type CommandName, commandId } from '../protocol/commands.ts';
import { runScan } from './scan.ts';
import type { Session } from './session.ts';
import type { StatusItem } from './status-item.ts';

/** Registers every command of the table. */
export function registerCommands(
  session: Session,
  status: StatusItem,
  output: LogOutputChannel,
): Disposable[] {
  const handlers: Readonly<Record<CommandName, () => unknown>> = {
    scanWorkspace: () => runScan(session, status),
    restartServer: () => session.restart(),
    showOutput: () => output.show(),
  };
  // The keys of the table are the names.
  return Object.entries(handlers).map(([name, run]) =>
    commands.registerCommand(commandId(name as CommandName), run),
  );
}
