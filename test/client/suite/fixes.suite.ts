import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { codeActions, diagnostics, fileIn, open, poll, positionOf } from './support.ts';

describe('fixes', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('settle all mirrors of a file in one step, which one undo takes back', async () => {
    const document = await open(fileIn(0, 'Dockerfile'));
    const before = document.getText();
    await diagnostics(document.uri);
    const [action] = await poll('the action', async () => {
      const all = await actions(document.uri, new Range(0, 0, document.lineCount, 0), 'source.fixAll');
      return all.length > 0 && all[0]?.edit && all;
    });
    assert.equal(action?.kind?.value, 'source.fixAll.vendorDiligence');
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    assert.equal(document.getText(), 'FROM node:22\nRUN npm ci\nRUN pip install requests # index\n');
    await diagnostics(document.uri, all => all.length === 0);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('of several files are shown in a preview, applied there, and undone in one step', async () => {
    const variables = await open(fileIn(0, 'variables.tf'));
    const main = await open(fileIn(0, 'main.tf'));
    const before = [main.getText(), variables.getText()];
    await diagnostics(main.uri);
    await choosePreferred(main, 'var.region');
    await preview(main);
    assert.deepEqual(
      [main.getText(), variables.getText()],
      before,
      'something changed before somebody agreed',
    );
    await agreeInPreview(2);
    await poll('the edit from the preview', () => !variables.getText().includes('cn-north-1'));
    assert.ok(!main.getText().includes('cn-north-1'));
    await diagnostics(main.uri, all => all.length === 0);
    await undoEverywhere(main, before[0] ?? '');
    await poll('the old region', () => variables.getText() === before[1]);
    assert.equal(main.getText(), before[0]);
  });

  it('move a module to another provider: previewed, applied, and undone in one step', async () => {
    const storage = await open(fileIn(1, 'storage.tf'));
    const main = await open(fileIn(1, 'main.tf'));
    const before = [main.getText(), storage.getText()];
    await diagnostics(main.uri);
    await choosePreferred(main, 'alicloud');
    await preview(main);
    assert.deepEqual([main.getText(), storage.getText()], before, 'something changed before somebody agreed');
    await agreeInPreview(2);
    await poll('the migration', () => !storage.getText().includes('alicloud'));
    assert.match(main.getText(), /^provider "aws" \{\n {2}region = "eu-central-1"/);
    assert.match(main.getText(), /^resource "aws_vpc" "main" \{/m);
    assert.match(storage.getText(), /^resource "aws_s3_bucket" "media" \{\n[\s\S]*value = aws_vpc\.main\.id/);
    await diagnostics(main.uri, all => all.length === 0);
    await undoEverywhere(main, before[0] ?? '');
    await poll('the old bucket', () => storage.getText() === before[1]);
    assert.equal(main.getText(), before[0]);
  });

  it('leave the cursor where the reason of an ignored finding belongs', async () => {
    const document = await open(fileIn(0, 'Dockerfile'));
    const before = document.getText();
    await diagnostics(document.uri);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, document);
    const range = new Range(
      positionOf(document, 'mirrors.aliyun.com'),
      positionOf(document, 'mirrors.aliyun.com'),
    );
    const ignore = await poll('the action', async () =>
      (await actions(document.uri, range, 'quickfix')).find(({ title }) => title.startsWith('Ignore')),
    );
    assert.ok(ignore.edit && (await workspace.applyEdit(ignore.edit)));
    await commands.executeCommand('type', { text: 'the copy is our own' });
    assert.match(
      document.getText(),
      /^# vendor-diligence-ignore-next-line flagged-mirror -- the copy is our own$/m,
    );
    await commands.executeCommand('workbench.action.files.revert');
    assert.equal(document.getText(), before);
  });
});

/** As from the menu: the commands that return code actions leave out what is to be confirmed. */
async function choosePreferred(document: TextDocument, part: string): Promise<void> {
  const editor = window.activeTextEditor;
  assert.equal(editor?.document, document);
  const position = positionOf(document, part);
  editor.selection = new Selection(position, position);
  await poll('the preferred action', async () =>
    (await actions(document.uri, editor.selection, 'quickfix')).some(({ isPreferred }) => isPreferred),
  );
  void commands.executeCommand('editor.action.codeAction', {
    kind: 'quickfix',
    apply: 'first',
    preferred: true,
  });
}

/** Waits for the preview: it has documents of its own, and then a list of them. To ask for the list too early cancels it. */
async function preview(document: TextDocument): Promise<void> {
  await poll('the previewed document', () =>
    workspace.textDocuments.some(
      each =>
        each.uri.scheme.startsWith('vscode-bulkeditpreview') && each.uri.path.endsWith(document.uri.path),
    ),
  );
  await poll('the list of the preview', async () => {
    await commands.executeCommand('refactorPreview.focus');
    // The list refuses while it has nothing to show yet.
    await commands.executeCommand('list.focusFirst').then(undefined, () => undefined);
    await commands.executeCommand('list.select').then(undefined, () => undefined);
    return window.tabGroups.all.some(({ tabs }) =>
      tabs.some(({ input }) => !(input instanceof TabInputText)),
    );
  });
}

/** With their edits, as when somebody chooses one. */
function actions(uri: Uri, range: Range, kind: string): Promise<CodeAction[]> {
  return codeActions(uri, range, kind, 9);
}

/** Ticks every file in the preview, as somebody who has read it, and applies it. */
async function agreeInPreview(files: number): Promise<void> {
  await commands.executeCommand('refactorPreview.focus');
  await commands.executeCommand('list.collapseAll');
  await commands.executeCommand('list.focusFirst');
  for (let file = 0; file < files; file++) {
    await commands.executeCommand('refactorPreview.toggleCheckedState');
    await pause(200);
    await commands.executeCommand('list.focusDown');
  }
  await commands.executeCommand('refactorPreview.apply');
}

/** What the preview shows comes without an event. */
function pause(milliseconds: number): Promise<void> {
  return new Promise(resume => setTimeout(resume, milliseconds));
}

/** One undo; VS Code asks whether it means all files, unless it is told to ask nothing. */
async function undoEverywhere(document: TextDocument, text: string): Promise<void> {
  await open(document.uri);
  void commands.executeCommand('undo');
  await poll('the undo', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return document.getText() === text;
  });
}
