import { l10n, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { REPORT, REPORT_FORMATS, type ReportFormat } from '../protocol/reports.ts';
import { chooseFolder } from './choose-folder.ts';
import { scanWithProgress } from './scan.ts';
import type { Session } from './session.ts';
import type { StatusItem } from './status-item.ts';

/**
 * Asks for a format and a file, scans, and writes the report. Either can be given instead: `wanted` a format's name,
 * `target` a URI.
 */
export async function exportReport(
  session: Pick<Session, 'scan'>,
  status: StatusItem,
  wanted: unknown,
  target: unknown,
): Promise<void> {
  const folder = await chooseFolder();
  const format = folder && (isFormat(wanted) ? wanted : await chooseFormat());
  const file = format && (target instanceof Uri ? target : await chooseFile(folder, format));
  if (!folder || !format || !file) return;
  try {
    const progress = l10n.t('Vendor Diligence: making the report');
    const text = await scanWithProgress(status, progress, (tell, token) =>
      session.scan(REPORT, { folder: folder.uri.toString(), format }, tell, token),
    );
    if (typeof text !== 'string') return;
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    void tellWritten(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('Vendor Diligence: the report cannot be made. {0}', reason));
  }
}

function isFormat(value: unknown): value is ReportFormat {
  return typeof value === 'string' && Object.hasOwn(REPORT_FORMATS, value);
}

async function chooseFormat(): Promise<ReportFormat | undefined> {
  const items = Object.entries(REPORT_FORMATS).map(([name, { title, extension }]) => ({
    label: title,
    description: `.${extension}`,
    // The keys of the table are the names.
    name: name as ReportFormat,
  }));
  const placeHolder = l10n.t('The format of the report');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.name;
}

function chooseFile(folder: WorkspaceFolder, format: ReportFormat): Thenable<Uri | undefined> {
  const { title, extension } = REPORT_FORMATS[format];
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folder.uri, `vendor-diligence.${extension}`),
    filters: { [title]: [extension] },
    title: l10n.t('Export Report'),
  });
}

/** Not awaited by the command: the message stays until somebody closes it. */
async function tellWritten(file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const sentence = l10n.t('Vendor Diligence: the report was written to {0}.', workspace.asRelativePath(file));
  if ((await window.showInformationMessage(sentence, open)) === open) await window.showTextDocument(file);
}
