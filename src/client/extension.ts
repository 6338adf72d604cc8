import { type ExtensionContext, window } from 'vscode';
import { registerCommands } from './commands.ts';
import { Dossiers } from './dossiers.ts';
import { Session } from './session.ts';
import { StatusItem } from './status-item.ts';

let session: Session | undefined;

/** Called by VS Code when the extension is needed. The server starts beside it: nobody waits for it here. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Vendor Diligence', { log: true });
  const status = new StatusItem();
  session = new Session(context, output, status);
  const dossiers = new Dossiers(session);
  const registered = registerCommands(session, status, dossiers, output);
  context.subscriptions.push(output, status, session, dossiers, ...registered);
  session.start();
}

/** Called by VS Code, which waits for a while, when the extension is to end. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
