import { commands, Position, Selection, Uri, window } from 'vscode';

/** Opens the menu of fixes at a place of a file: what a hover's link asks for. Other arguments do nothing. */
export async function showFixes(uri: unknown, line: unknown, character: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return;
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === Uri.parse(uri).toString(),
  );
  if (!shown) return;
  const editor = await window.showTextDocument(shown.document, { viewColumn: shown.viewColumn ?? -1 });
  const position = editor.document.validatePosition(new Position(Math.max(0, line), Math.max(0, character)));
  editor.selection = new Selection(position, position);
  await commands.executeCommand('editor.action.quickFix');
}
