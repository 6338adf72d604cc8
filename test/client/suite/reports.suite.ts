import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, type LanguageModelTextPart, lm, window, workspace } from 'vscode';
import { REPORT_FORMATS } from '../../../src/protocol/reports.ts';
import { closeAllEditors, extension, fileIn, pages, poll } from './support.ts';

describe('reports', () => {
  before(() => extension().activate());
  after(closeAllEditors);

  it('are shown as a page, once', async () => {
    await commands.executeCommand('vendorDiligence.showReport');
    await poll('the report', () => pages('vendorDiligence.report').length === 1);
    await commands.executeCommand('vendorDiligence.showReport');
    assert.equal(pages('vendorDiligence.report').length, 1);
    assert.equal(window.tabGroups.activeTabGroup.activeTab?.label, 'Report: shop');
  });

  for (const [format, { extension: ending }] of Object.entries(REPORT_FORMATS)) {
    it(`are exported: ${format}`, async () => {
      const file = fileIn(0, `report.${ending}`);
      await commands.executeCommand('vendorDiligence.exportReport', format, file);
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      await workspace.fs.delete(file);
      assert.match(text, /alibaba|Alibaba/);
      if (/json|sarif/.test(ending)) assert.equal(typeof JSON.parse(text), 'object');
    });
  }

  it('are not written for a format that does not exist', async () => {
    const asked = commands.executeCommand('vendorDiligence.exportReport', 'paper', fileIn(0, 'report.txt'));
    await poll('the question for the format', () =>
      commands.executeCommand('workbench.action.closeQuickOpen').then(() => true),
    );
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    await assert.rejects(Promise.resolve(workspace.fs.stat(fileIn(0, 'report.txt'))));
  });
});

describe('an assistant', () => {
  it('can have the workspace scanned', async () => {
    const { total, findings } = JSON.parse(await ask('vendorDiligence_scan', {}));
    assert.equal(total, 4);
    assert.deepEqual(Object.keys(findings[0]), [
      'severity',
      'vendor',
      'rule',
      'kind',
      'value',
      'at',
      'message',
    ]);
  });

  it('can ask about one folder', async () => {
    const { total, findings } = JSON.parse(await ask('vendorDiligence_scan', { path: 'modules/' }));
    assert.deepEqual([total, findings[0]?.at], [1, 'modules/store/main.tf:1']);
  });

  const subjects: readonly [string, RegExp][] = [
    ['Alibaba Cloud', /# Dossier: Alibaba Cloud/],
    ['flagged-location', /flagged-location/],
    ['main.tf:4', /Why am I seeing this/],
    ['nobody', /is no vendor of the catalog/],
  ];
  for (const [subject, said] of subjects) {
    it(`can have ${subject} explained`, async () =>
      assert.match(await ask('vendorDiligence_explain', { subject }), said));
  }
});

async function ask(name: string, input: object): Promise<string> {
  const options = { input, toolInvocationToken: undefined };
  const { content } = await lm.invokeTool(name, options, new CancellationTokenSource().token);
  return (content as LanguageModelTextPart[]).map(({ value }) => value).join('');
}
