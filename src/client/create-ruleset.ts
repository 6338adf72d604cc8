import { l10n, type QuickPickItem, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { NEW_RULESET, RULESET_QUESTIONS, type RulesetChoice } from '../protocol/rulesets.ts';
import { chooseFolder } from './choose-folder.ts';
import type { Session } from './session.ts';

/**
 * Asks what `vendor-diligence ruleset init` asks, writes a folder's first ruleset, and opens it. A ruleset that is there
 * already is opened as it is.
 */
export async function createRuleset(session: Session): Promise<void> {
  try {
    const folder = await chooseFolder();
    if (!folder) return;
    const questions = await session.ask(RULESET_QUESTIONS, {});
    const base = await pickOne(l10n.t('Which policy to stand on?'), questions.bases);
    const vendors = base && (await pickMany(l10n.t('Which vendors are approved?'), questions.vendors));
    const suppressions =
      vendors && (await pickOne(l10n.t('May comments silence findings?'), questions.suppressions));
    if (!base || !vendors || !suppressions) return;
    const created = await session.ask(NEW_RULESET, {
      folder: folder.uri.toString(),
      base,
      vendors,
      suppressions,
    });
    if (created) await open(Uri.parse(created.uri, true), created.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('Vendor Diligence: the ruleset cannot be created. {0}', reason));
  }
}

type Item = QuickPickItem & { readonly id: string };

async function pickOne(placeHolder: string, choices: readonly RulesetChoice[]): Promise<string | undefined> {
  // What is usual comes first: return takes it.
  const usualFirst = [...choices].sort((a, b) => Number(b.isUsual) - Number(a.isUsual));
  const options = { title: TITLE, placeHolder, ignoreFocusOut: true };
  return (await window.showQuickPick(usualFirst.map(item), options))?.id;
}

async function pickMany(
  placeHolder: string,
  choices: readonly RulesetChoice[],
): Promise<string[] | undefined> {
  const options = { title: TITLE, placeHolder, ignoreFocusOut: true, canPickMany: true as const };
  const usualFirst = [...choices].sort((a, b) => Number(b.isUsual) - Number(a.isUsual));
  const items = usualFirst.map(choice => ({ ...item(choice), picked: choice.isUsual }));
  return (await window.showQuickPick(items, options))?.map(({ id }) => id);
}

const TITLE = 'Vendor Diligence';

function item({ id, title }: RulesetChoice): Item {
  return { id, label: id, description: title };
}

async function open(uri: Uri, text: string | undefined): Promise<void> {
  if (text === undefined) {
    void window.showInformationMessage(l10n.t('Vendor Diligence: there is a ruleset already.'));
  } else {
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { contents: new TextEncoder().encode(text) });
    if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('The file cannot be written.'));
  }
  await window.showTextDocument(await workspace.openTextDocument(uri));
}
