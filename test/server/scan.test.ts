import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { FileChangeType, LSPErrorCodes } from 'vscode-languageserver';
import { SCAN_WORKSPACE, type ScanSummary } from '../../src/protocol/requests.ts';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, MAIN_TEXT, VARIABLES } from './support/module.ts';

describe('scanning the workspace', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  it('publishes what files hold that are not open, with progress and counts', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    const summary = await editor.request<ScanSummary>(SCAN_WORKSPACE, { workDoneToken: 'scan' });
    assert.deepEqual(summary, {
      files: { discovered: 2, classified: 2 },
      findings: { error: 0, warning: 3, information: 0, hint: 0 },
      suppressed: 0,
      problems: 0,
    });
    assert.deepEqual([editor.progress[0]?.kind, editor.progress.at(-1)?.kind], ['begin', 'end']);
    await editor.diagnostics(MAIN);
    await editor.diagnostics(VARIABLES);
    await editor.until(() => editor.statuses.at(-1)?.findings.warning === 3);
  });

  it('counts unsaved texts, and keeps results until the file changes', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.open(MAIN, MAIN_TEXT.replaceAll('alicloud', 'aws'));
    const summary = await editor.request<ScanSummary>(SCAN_WORKSPACE, {});
    assert.equal(summary.findings.warning, 1);
    const [hint] = await editor.diagnostics(VARIABLES);
    assert.match(String(hint?.message), /main\.tf/);
    editor.disk.write(VARIABLES, '');
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: VARIABLES, type: FileChangeType.Changed }],
    });
    await editor.diagnostics(VARIABLES, diagnostics => diagnostics.length === 0);
  });

  it('shows its results again when a document is closed unchanged', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.request(SCAN_WORKSPACE, {});
    await editor.open(MAIN);
    await editor.close(MAIN);
    await editor.hover(MAIN, { line: 0, character: 0 });
    assert.ok(editor.current(MAIN).length > 0);
  });

  it('can be cancelled, and then publishes nothing', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => [`${FOLDER}/m${index}/main.tf`, MAIN_TEXT]);
    editor = await Conversation.start({ folders: [FOLDER], files: Object.fromEntries(many) });
    const source = new CancellationTokenSource();
    const scan = editor.messages.sendRequest(SCAN_WORKSPACE, { workDoneToken: 'scan' }, source.token);
    await editor.until(() => editor.progress.length > 0);
    source.cancel();
    await assert.rejects(Promise.resolve(scan), { code: LSPErrorCodes.RequestCancelled });
    assert.deepEqual(editor.published, []);
  });
});
