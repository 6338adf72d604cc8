import assert from 'node:assert/strict';
import { commands, env, extensions, type TreeItem, window, workspace } from 'vscode';
import type { ExtensionApi } from '../../../src/client/extension.ts';
import type { FindingNode } from '../../../src/client/finding-nodes.ts';
import { closeAllEditors, extension, fileIn, poll } from './support.ts';

describe('the view of findings', () => {
  let view: ExtensionApi['findings'];

  before(async () => {
    view = ((await extension().activate()) as ExtensionApi).findings;
    await commands.executeCommand('vendorDiligence.scanWorkspace');
    await commands.executeCommand('vendorDiligence.findings.focus');
  });
  afterEach(async () => {
    await commands.executeCommand('vendorDiligence.clearFilter');
    await commands.executeCommand('vendorDiligence.groupByVendor');
    await closeAllEditors();
  });

  it('has vendors, with counts, and their findings', async () => {
    const [first] = await items();
    assert.equal(first?.label, 'Alibaba Cloud');
    assert.equal(first.description, '2 · China');
    assert.equal(first.accessibilityInformation?.label, 'Alibaba Cloud, 2 findings, China');
    const [finding] = await items(await node(0));
    assert.equal(finding?.label, 'aliyun/alicloud');
    assert.equal(finding.description, 'main.tf:4 · provider');
    assert.match(String(finding.accessibilityInformation?.label), /^warning: aliyun\/alicloud/);
  });

  it('is grouped as people wish, and remembers', async () => {
    await commands.executeCommand('vendorDiligence.groupByFile');
    const labels = (await items()).map(({ label, description }) => `${label} ${description}`);
    assert.deepEqual(labels, ['main.tf 3', 'main.tf 1 · modules/store']);
  });

  it('has only what has the words of the filter, until it is cleared', async () => {
    const all = (await items()).length;
    await commands.executeCommand('vendorDiligence.filterFindings', 'bucket OSS');
    assert.deepEqual(
      (await items()).map(({ description }) => description),
      ['1 · China'],
    );
    await commands.executeCommand('vendorDiligence.filterFindings', 'no such words');
    assert.deepEqual(await items(), []);
    await commands.executeCommand('vendorDiligence.clearFilter');
    assert.equal((await items()).length, all);
  });

  it('keeps what it has when there is no Git extension to compare with', async () => {
    assert.equal(extensions.getExtension('vscode.git'), undefined);
    const all = await items();
    assert.equal(await commands.executeCommand('vendorDiligence.scanChanges', 'main'), undefined);
    assert.equal(await commands.executeCommand('vendorDiligence.scanStaged'), undefined);
    assert.deepEqual(await items(), all);
  });

  it('reveals the place of a finding', async () => {
    const { command } = await firstFinding();
    await commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = await poll('the editor', () => window.activeTextEditor);
    assert.equal(editor.document.getText(editor.selection), 'aliyun/alicloud');
  });

  it('copies the message', async () => {
    await commands.executeCommand('vendorDiligence.copyFinding', await leaf());
    assert.match(await env.clipboard.readText(), /^Alibaba Cloud/);
  });

  it('shows the dossier', async () => {
    await commands.executeCommand('vendorDiligence.showFindingDossier', await leaf());
    const title = 'Alibaba Cloud';
    await poll('the dossier', () => window.tabGroups.activeTabGroup.activeTab?.label === title);
  });

  it('does nothing for what is no finding', async () => {
    await commands.executeCommand('vendorDiligence.fixFinding', { uri: 'file:///etc/passwd' });
    assert.equal(window.activeTextEditor, undefined);
  });

  it('opens the menu of fixes at a finding', async () => {
    await commands.executeCommand('vendorDiligence.fixFinding', await leaf());
    const editor = await poll('the editor', () => window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), fileIn(0, 'main.tf').toString());
  });

  it('follows files as they change', async () => {
    const file = fileIn(0, 'Dockerfile');
    const text = 'FROM registry.cn-hangzhou.aliyuncs.com/shop/web:1\n';
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await commands.executeCommand('vendorDiligence.scanWorkspace');
    await poll('the new finding', async () => (await items())[0]?.description === '3 · China');
    await workspace.fs.delete(file);
    await poll('the old count', async () => (await items())[0]?.description === '2 · China');
  });

  async function node(index: number): Promise<FindingNode> {
    const all = await poll('findings', async () => {
      const nodes = await view.getChildren();
      return nodes.length > index && nodes;
    });
    const found = all[index];
    assert.ok(found);
    return found;
  }

  async function leaf(): Promise<FindingNode> {
    const [first] = await view.getChildren(await node(0));
    assert.ok(first);
    return first;
  }

  async function items(parent?: FindingNode): Promise<TreeItem[]> {
    return (await view.getChildren(parent)).map(each => view.getTreeItem(each));
  }

  async function firstFinding(): Promise<TreeItem> {
    const [first] = await items(await node(0));
    assert.ok(first);
    return first;
  }
});
