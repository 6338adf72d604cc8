import { commands, l10n, Uri, ViewColumn, window } from 'vscode';
import { scanWithProgress } from './scan.ts';
import type { Session } from './session.ts';
import type { StatusItem } from './status-item.ts';
import type { VirtualDocuments } from './virtual-documents.ts';

/**
 * Shows what a ruleset's text, saved or not, would change in the workspace: that of `target` (a URI or its text), or of
 * the editor that is open.
 * @returns the page's URI; `undefined` when there is no ruleset, or it was cancelled.
 */
export async function previewRuleset(
  session: Session,
  status: StatusItem,
  documents: VirtualDocuments,
  target: unknown,
): Promise<Uri | undefined> {
  const uri = uriOf(target) ?? window.activeTextEditor?.document.uri;
  try {
    const title = l10n.t('Vendor Diligence: previewing the ruleset');
    const page =
      uri &&
      (await scanWithProgress(status, title, (progress, token) =>
        session.previewRuleset(uri.toString(), progress, token),
      ));
    if (!uri || page === null) {
      void window.showInformationMessage(l10n.t('Vendor Diligence: open a ruleset first.'));
      return undefined;
    }
    if (page === undefined) return undefined;
    const preview = documents.write(`previews/${titleOf(page)}.md`, page);
    await showPage(preview);
    return preview;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('Vendor Diligence: the ruleset cannot be previewed. {0}', reason));
    return undefined;
  }
}

/** The heading, as the name of a tab. */
function titleOf(page: string): string {
  const [heading = ''] = page.split('\n', 1);
  return heading.replace(/^# |`/g, '').replaceAll('/', ' › ');
}

/** As a page; as text where the editor's own Markdown support is switched off. */
async function showPage(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }
}

/** The button gives a URI, the lens its text. */
function uriOf(target: unknown): Uri | undefined {
  if (target instanceof Uri) return target;
  return typeof target === 'string' ? Uri.parse(target, true) : undefined;
}
