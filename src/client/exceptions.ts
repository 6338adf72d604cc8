import { l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { EXCEPTION, type ExceptionEdit } from '../protocol/requests.ts';
import type { Session } from './session.ts';

/**
 * Asks for a reason and who approves, and writes an exception into the folder's ruleset file: open and not saved, so that
 * it is read before it counts for anybody else. Other arguments than those of our own link do nothing.
 */
export async function addException(
  session: Pick<Session, 'ask'>,
  uri: unknown,
  match: unknown,
  path: unknown,
): Promise<void> {
  if (typeof uri !== 'string' || typeof match !== 'string' || typeof path !== 'string') return;
  const reason = await ask(l10n.t('Why is {0} allowed in {1}?', match, path));
  const approvedBy = reason && (await ask(l10n.t('Who approves it?')));
  if (!reason || !approvedBy) return;
  const edit = await session.ask(EXCEPTION, { uri, match, path, reason, approvedBy });
  if (edit) await apply(edit);
  else void window.showErrorMessage(l10n.t('Vendor Diligence: the ruleset file cannot be written.'));
}

async function ask(prompt: string): Promise<string | undefined> {
  const answer = await window.showInputBox({ title: 'Vendor Diligence', prompt, ignoreFocusOut: true });
  return answer?.trim() || undefined;
}

async function apply({ uri, text, isNew }: ExceptionEdit): Promise<void> {
  const file = Uri.parse(uri, true);
  const edit = new WorkspaceEdit();
  if (isNew) edit.createFile(file, { ignoreIfExists: true });
  // Longer than any file: the editor takes it for the end.
  edit.replace(file, new Range(0, 0, Number.MAX_SAFE_INTEGER, 0), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(await workspace.openTextDocument(file));
}
