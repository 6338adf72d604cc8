import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  type Hover,
  MarkdownString,
  Range,
  type Uri,
  workspace,
} from 'vscode';
import type { ScanSummary } from '../../../src/protocol/requests.ts';
import {
  closeAllEditors,
  codeActions,
  diagnostics,
  extension,
  fileIn,
  open,
  ours,
  pages,
  poll,
  positionOf,
  ruleOf,
} from './support.ts';

describe('a folder', () => {
  afterEach(closeAllEditors);

  it('with a Terraform file starts the extension', async () => {
    await poll('activation', () => extension().isActive);
    const installed = process.env.EXPECTED_EXTENSION;
    if (installed) assert.ok(extension().extensionPath.startsWith(installed), extension().extensionPath);
  });

  it('shows findings in an open file', async () => {
    const started = performance.now();
    const document = await open(fileIn(0, 'main.tf'));
    const found = await diagnostics(document.uri);
    console.log(`      open to diagnostics: ${Math.round(performance.now() - started)} ms`);
    const [first] = found;
    assert.ok(first);
    assert.equal(document.getText(first.range), 'aliyun/alicloud');
    assert.equal(first.severity, DiagnosticSeverity.Warning);
    assert.ok(typeof first.code === 'object' && first.code.target.scheme === 'https');
    const region = found.find(each => ruleOf(each) === 'flagged-location');
    assert.equal(region && document.getText(region.range), 'var.region');
    assert.deepEqual(
      region?.relatedInformation?.map(({ location }) => location.uri.path),
      [fileIn(0, 'variables.tf').path],
    );
  });

  it('explains a finding on hover', async () => {
    const document = await open(fileIn(0, 'main.tf'));
    const position = positionOf(document, 'alicloud_oss_bucket');
    const text = await poll('a hover', async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      return hovers
        .flatMap(hover => hover.contents.map(markdownOf))
        .find(each => each.includes('Why am I seeing this'));
    });
    assert.match(text, /Alibaba Cloud/);
  });

  it('switches to an approved region by a quick fix', async () => {
    const document = await open(fileIn(0, 'main.tf'));
    const variables = await open(fileIn(0, 'variables.tf'));
    const position = positionOf(document, 'var.region');
    const action = await poll('a quick fix', async () => {
      const actions = await quickFixes(document.uri, position);
      return actions.find(({ title, edit }) => title.startsWith('Change region to') && edit);
    });
    assert.equal(action.isPreferred, true);
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    await poll('the new region', () => !variables.getText().includes('cn-north-1'));
    await diagnostics(
      document.uri,
      all => all.length > 0 && all.every(each => ruleOf(each) !== 'flagged-location'),
    );
    // What is undone is the change of the editor that has the keyboard.
    await open(variables.uri);
    await commands.executeCommand('undo');
    await poll('the old region', () => variables.getText().includes('cn-north-1'));
    await diagnostics(document.uri, all => all.some(each => ruleOf(each) === 'flagged-location'));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('scans what is not open', async () => {
    const closed = fileIn(0, 'modules/store/main.tf');
    assert.deepEqual(ours(closed), []);
    const summary = await commands.executeCommand<ScanSummary>('vendorDiligence.scanWorkspace');
    assert.equal(summary.files.discovered, 3);
    assert.ok(summary.findings.warning >= 4);
    await diagnostics(closed);
  });

  it('shows a vendor’s dossier, once', async () => {
    await commands.executeCommand('vendorDiligence.showDossier', 'alibaba-cloud');
    const tab = await poll('the dossier', () => dossiers().find(({ label }) => label === 'Alibaba Cloud'));
    assert.ok(tab.isActive);
    await open(fileIn(0, 'main.tf'));
    await commands.executeCommand('vendorDiligence.showDossier', 'alibaba-cloud');
    await poll('the same dossier again', () => dossiers().length === 1 && dossiers()[0]?.isActive);
  });

  it('shows no dossier for a link that somebody made up', async () => {
    await commands.executeCommand('vendorDiligence.showDossier', '<script>');
    assert.deepEqual(dossiers(), []);
  });

  it('follows a setting', async () => {
    const document = await open(fileIn(0, 'main.tf'));
    const isHint = ({ severity }: { severity: DiagnosticSeverity }) => severity === DiagnosticSeverity.Hint;
    await diagnostics(document.uri, all => all.some(isHint));
    const settings = workspace.getConfiguration('vendorDiligence');
    await settings.update('occurrences', 'off', true);
    await diagnostics(document.uri, all => all.length > 0 && !all.some(isHint));
    await settings.update('occurrences', undefined, true);
    await diagnostics(document.uri, all => all.some(isHint));
  });

  it('says in a ruleset file what is wrong with it, until it is gone', async () => {
    const ruleset = fileIn(0, '.vendor-diligence.jsonc');
    await workspace.fs.writeFile(ruleset, new TextEncoder().encode('{ "rules": [{ "id": "ours" }] }\n'));
    const [mistake] = await diagnostics(ruleset);
    assert.equal(mistake?.severity, DiagnosticSeverity.Error);
    assert.match(mistake.message, /when/);
    await workspace.fs.delete(ruleset);
    await diagnostics(ruleset, all => all.length === 0);
  });

  it('has its findings again after the server was restarted', async () => {
    const document = await open(fileIn(0, 'main.tf'));
    await diagnostics(document.uri);
    const restarts = [1, 2, 3].map(() => commands.executeCommand('vendorDiligence.restartServer'));
    await Promise.all(restarts);
    await diagnostics(document.uri);
  });

  it('knows a script without an ending by its first line', async () => {
    const uri = fileIn(0, 'release');
    const content = '#!/usr/bin/env bash\ndocker push registry.cn-hangzhou.aliyuncs.com/shop/web:1\n';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    try {
      const document = await open(uri);
      assert.equal(document.languageId, 'shellscript');
      await diagnostics(document.uri);
    } finally {
      await workspace.fs.delete(uri);
    }
  });

  it('reads a document that was never saved', async () => {
    const content = 'FROM registry.cn-hangzhou.aliyuncs.com/shop/web:1\n';
    const document = await workspace.openTextDocument({ language: 'dockerfile', content });
    await diagnostics(document.uri);
  });
});

const dossiers = () => pages('vendorDiligence.dossier');

function quickFixes(uri: Uri, position: ReturnType<typeof positionOf>): Promise<CodeAction[]> {
  return codeActions(uri, new Range(position, position), CodeActionKind.QuickFix.value, 20);
}

function markdownOf(content: Hover['contents'][number]): string {
  if (typeof content === 'string') return content;
  if (content instanceof MarkdownString) {
    const enabledCommands = ['showDossier', 'showFixes', 'addException'].map(
      name => `vendorDiligence.${name}`,
    );
    assert.deepEqual([content.isTrusted, content.supportHtml ?? false], [{ enabledCommands }, false]);
  }
  return content.value;
}
