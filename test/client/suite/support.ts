import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Extension,
  extensions,
  languages,
  type Range,
  type Tab,
  TabInputWebview,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** The extension under test. */
export function extension(): Extension<unknown> {
  const found = extensions.getExtension('vendor-diligence.vendor-diligence');
  assert.ok(found, 'the extension is not installed');
  return found;
}

/** Asks again and again until the answer is neither undefined nor false: nothing in an editor happens at once. */
export async function poll<Answer>(
  what: string,
  ask: () => Answer | undefined | false | Thenable<Answer | undefined | false>,
): Promise<Answer> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise(resume => setTimeout(resume, 25));
  }
}

/** A file of a workspace folder. */
export function fileIn(folder: number, path: string): Uri {
  const root = workspace.workspaceFolders?.[folder];
  assert.ok(root, 'the workspace folder is missing');
  return Uri.joinPath(root.uri, path);
}

/** The tabs with a page of ours of one kind. */
export function pages(kind: string): Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(kind));
}

/** Opens and shows a document. */
export async function open(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

/** Closes all editors and pages, and waits until they are gone. */
export async function closeAllEditors(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await poll('no editor', () => window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
}

/**
 * Waits until documents without unsaved changes show what is on disk. The editor keeps documents open for minutes after
 * their tab was closed, hears of changes from outside a moment later, and until then their old text is what counts.
 */
export async function documentsFollowDisk(): Promise<void> {
  const clean = workspace.textDocuments.filter(({ uri, isDirty }) => uri.scheme === 'file' && !isDirty);
  for (const document of clean) {
    await poll(`the text on disk of ${document.uri.path}`, async () => {
      if (document.isClosed) return true;
      const text = await workspace.fs.readFile(document.uri).then(textOf, () => undefined);
      return text === undefined || text === document.getText();
    });
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Our diagnostics of a file, as they are now. */
export function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Vendor Diligence');
}

/** Waits until our diagnostics of a file are as wanted. */
export function diagnostics(
  uri: Uri,
  isWanted: (diagnostics: readonly Diagnostic[]) => boolean = some,
): Promise<readonly Diagnostic[]> {
  return poll(`diagnostics of ${uri.path}`, () => {
    const current = ours(uri);
    return isWanted(current) && current;
  });
}

function some(all: readonly Diagnostic[]): boolean {
  return all.length > 0;
}

/**
 * The code actions of a kind in a range, as many with their edits as are wanted. None when the editor calls the question
 * off, as it does when something changes meanwhile: to be asked again.
 */
export async function codeActions(
  uri: Uri,
  range: Range,
  kind: string,
  edited: number,
): Promise<CodeAction[]> {
  try {
    return await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind,
      edited,
    );
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return [];
    throw error;
  }
}

/** The rule of a diagnostic. */
export function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** The middle of the first occurrence of `part`. */
export function positionOf(document: TextDocument, part: string) {
  const start = document.getText().indexOf(part);
  assert.ok(start >= 0, `${part} is not in ${document.uri.path}`);
  return document.positionAt(start + Math.floor(part.length / 2));
}
