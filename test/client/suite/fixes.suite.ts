import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  Range,
  Selection,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { diagnostics, fileIn, open, poll, positionOf } from './support.ts';

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
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, main);
    const position = positionOf(main, 'var.region');
    editor.selection = new Selection(position, position);
    // As from the menu: the commands that return code actions leave out what is to be confirmed.
    const chosen = commands.executeCommand('editor.action.codeAction', {
      kind: 'quickfix',
      apply: 'first',
      preferred: true,
    });
    void chosen;
    await pause(3000);
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
});

/** With their edits, as when somebody chooses one. */
async function actions(uri: Uri, range: Range, kind: string): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 9);
}

/** Ticks every file in the preview, as somebody who has read it, and applies it. */
async function agreeInPreview(files: number): Promise<void> {
  await commands.executeCommand('refactorPreview.focus');
  await pause(1000);
  await commands.executeCommand('list.focusFirst');
  for (let file = 0; file < files; file++) {
    await commands.executeCommand('refactorPreview.toggleCheckedState');
    // From a file to its change, to the next file.
    await commands.executeCommand('list.focusDown');
    await commands.executeCommand('list.focusDown');
    await pause(200);
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
