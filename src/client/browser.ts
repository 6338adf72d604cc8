import type { ExtensionContext } from 'vscode';
import { type ExtensionApi, start } from './extension.ts';

export { deactivate } from './extension.ts';

/** Called by VS Code, in an extension host that is a web worker, when the extension is needed. */
export function activate(context: ExtensionContext): ExtensionApi {
  return start(context, async (...options) =>
    (await import('./session-browser.ts')).createBrowserClient(...options),
  );
}
