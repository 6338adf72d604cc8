import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, type Hover, Range, Uri, workspace } from 'vscode';
import type { ExtensionApi } from '../../src/client/extension.ts';
import type { ScanSummary } from '../../src/protocol/requests.ts';
import {
  diagnostics,
  extension,
  fileIn,
  open,
  ours,
  poll,
  positionOf,
  ruleOf,
} from '../client/suite/support.ts';

/** Set by the build: the command line's JSON report of the same files. */
declare const EXPECTED_REPORT: string;

describe('a folder of a virtual file system, in a web worker', () => {
  it('starts the extension in a moment', async () => {
    assert.equal(workspace.workspaceFolders?.[0]?.uri.scheme, 'memfs');
    const wasActive = extension().isActive;
    const started = performance.now();
    await extension().activate();
    const milliseconds = Math.round(performance.now() - started);
    console.log(`[mocha]      activation: ${wasActive ? 'before the tests' : `${milliseconds} ms`}`);
    assert.ok(milliseconds < 1000);
  });

  it('shows findings in an open file, with values from another one', async () => {
    const started = performance.now();
    const document = await open(fileIn(0, 'example/infra/main.tf'));
    const found = await diagnostics(document.uri);
    console.log(`[mocha]      open to diagnostics: ${Math.round(performance.now() - started)} ms`);
    assert.ok(found.length > 0);
    const related = found.flatMap(({ relatedInformation }) => relatedInformation ?? []);
    assert.ok(related.every(({ location }) => location.uri.scheme === 'memfs'));
  });

  it('explains a finding on hover', async () => {
    const document = await open(fileIn(0, 'example/infra/main.tf'));
    const [first] = await diagnostics(document.uri);
    assert.ok(first);
    const text = await poll('a hover', async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        first.range.start,
      );
      const contents = hovers.flatMap(hover => hover.contents);
      return contents
        .map(content => (typeof content === 'string' ? content : content.value))
        .find(each => each.includes('Why am I seeing this'));
    });
    assert.ok(text.length > 0);
  });

  it('switches to an approved region by a quick fix', async () => {
    const document = await open(fileIn(0, 'shop/main.tf'));
    const variables = await open(fileIn(0, 'shop/variables.tf'));
    const position = positionOf(document, 'var.region');
    const action = await poll('a quick fix', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new Range(position, position),
        CodeActionKind.QuickFix.value,
        20,
      );
      return actions.find(({ title, edit }) => title.startsWith('Change region to') && edit);
    });
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    await poll('the new region', () => !variables.getText().includes('cn-north-1'));
    await diagnostics(document.uri, all => all.every(each => ruleOf(each) !== 'flagged-location'));
    await commands.executeCommand('workbench.action.files.revert');
    await poll('the old region', () => variables.getText().includes('cn-north-1'));
  });

  it('scans what is not open', async () => {
    const closed = fileIn(0, 'example/k8s/shop.yaml');
    assert.equal(ours(closed).length, 0);
    const started = performance.now();
    const summary = await commands.executeCommand<ScanSummary>('vendorDiligence.scanWorkspace');
    console.log(
      `[mocha]      scan of ${summary.files.discovered} files: ${Math.round(performance.now() - started)} ms`,
    );
    assert.ok(summary.findings.warning > 0);
    await diagnostics(closed);
  });

  it('follows its own ruleset file', async () => {
    const ruleset = fileIn(0, '.vendor-diligence.jsonc');
    await workspace.fs.writeFile(ruleset, new TextEncoder().encode('{ "rules": [{ "id": "ours" }] }\n'));
    const [mistake] = await diagnostics(ruleset);
    assert.match(mistake?.message ?? '', /when/);
    await workspace.fs.delete(ruleset);
    await diagnostics(ruleset, all => all.length === 0);
  });

  it('finds the very same as the command line, byte by byte', async () => {
    const { report } = extension().exports as ExtensionApi;
    const found = (await report(Uri.parse('memfs:/corpus').toString())) ?? '';
    console.log(`[mocha]      ${found.length} characters, ${JSON.parse(found).findings.length} findings`);
    assert.equal(found.length, EXPECTED_REPORT.length, firstDifference(found, EXPECTED_REPORT));
    assert.equal(found, EXPECTED_REPORT, firstDifference(found, EXPECTED_REPORT));
  });
});

function firstDifference(actual: string, expected: string): string {
  let at = 0;
  while (at < expected.length && actual[at] === expected[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 200);
  return `differs at ${at}:\n${around(actual)}\n--- expected\n${around(expected)}`;
}
