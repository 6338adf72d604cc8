import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { FileChangeType, LSPErrorCodes } from 'vscode-languageserver';
import { SCAN_WORKSPACE, type ScanSummary } from '../../src/protocol/requests.ts';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, MAIN_TEXT, RULESET, VARIABLES } from './support/module.ts';

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

  it('checks files anew that change on disk, with those that depend on them', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.request(SCAN_WORKSPACE, {});
    const counts = () => editor.statuses.at(-1)?.findings.warning;
    await editor.until(() => counts() === 3);
    editor.disk.write(VARIABLES, 'variable "region" {\n  default = "eu-west-1"\n}\n');
    await told(VARIABLES, FileChangeType.Changed);
    await editor.until(() => counts() === 2);
    editor.disk.write(`${FOLDER}/web/Dockerfile`, 'FROM registry.cn-hangzhou.aliyuncs.com/shop/web:1\n');
    await told(`${FOLDER}/web/Dockerfile`, FileChangeType.Created);
    await editor.until(() => counts() === 3);
    editor.disk.remove(MAIN);
    await told(MAIN, FileChangeType.Deleted);
    await editor.until(() => counts() === 1);
  });

  it('follows the ruleset: an exception takes its findings away', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.request(SCAN_WORKSPACE, {});
    const exception = {
      match: 'alibaba-cloud',
      reason: 'Moves away',
      approvedBy: 'security',
      paths: ['main.tf'],
      expires: '2026-12-31',
    };
    const text = JSON.stringify({
      name: 'shop',
      extends: ['vendor-diligence:baseline'],
      exceptions: [exception],
    });
    await editor.open(RULESET, text);
    await editor.until(() => editor.statuses.at(-1)?.findings.warning === 1);
  });

  it('scans anew when very many files change, as after a checkout', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.request(SCAN_WORKSPACE, {});
    const uris = Array.from({ length: 201 }, (_, index) => `${FOLDER}/s${index}/Dockerfile`);
    for (const uri of uris) editor.disk.write(uri, 'FROM registry.cn-hangzhou.aliyuncs.com/shop/web:1\n');
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: uris.map(uri => ({ uri, type: FileChangeType.Created })),
    });
    await editor.until(() => editor.statuses.at(-1)?.findings.warning === 204);
  });

  it('has what was edited and saved when its document is closed', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.request(SCAN_WORKSPACE, {});
    await editor.open(MAIN);
    const text = MAIN_TEXT.replaceAll('alicloud', 'huaweicloud');
    await editor.change(MAIN, text);
    editor.disk.write(MAIN, text);
    await editor.close(MAIN);
    await editor.diagnostics(MAIN, found => found.some(({ message }) => /Huawei/.test(String(message))));
  });

  it('shows its results again when a document is closed unchanged', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.request(SCAN_WORKSPACE, {});
    await editor.open(MAIN);
    await editor.close(MAIN);
    await editor.hover(MAIN, { line: 0, character: 0 });
    assert.ok(editor.current(MAIN).length > 0);
  });

  async function told(uri: string, type: FileChangeType): Promise<void> {
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

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
