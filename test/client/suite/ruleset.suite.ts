import assert from 'node:assert/strict';
import {
  type CompletionList,
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type Hover,
  type Location,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { closeAllEditors, diagnostics, fileIn, open, pages, poll, positionOf } from './support.ts';

const TEXT = `// What the shop flags.
{
  "extends": ["vendor-diligence:baseline"],
  "approved": { "vendors": ["aws", "amazon"], "regions": { "aws": ["eu-west-1"] } },
  "rules": [{ "id": "ours", "when": { "jurisdictions": ["CN"] }, "severity": "error" }]
}
`;

describe('a ruleset in the editor', () => {
  let document: TextDocument;

  before(async () => {
    // The preview compares with what is saved.
    await workspace.getConfiguration('files').update('autoSave', 'off', ConfigurationTarget.Global);
    const uri = fileIn(0, '.vendor-diligence.jsonc');
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { contents: new TextEncoder().encode('{}\n') });
    await workspace.applyEdit(edit);
    document = await open(uri);
    await replaceText(TEXT);
  });
  after(closeAllEditors);

  async function replaceText(text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
    await workspace.applyEdit(edit);
  }

  const ask = <Answer>(command: string, position: Position) =>
    commands.executeCommand<Answer>(command, document.uri, position);

  it('is of its own language', () => assert.equal(document.languageId, 'vendor-diligence-ruleset'));

  it('completes vendors with what the catalog says of them', async () => {
    const at = positionOf(document, '"amazon"');
    const item = await poll('completion', async () => {
      const list = await ask<CompletionList>('vscode.executeCompletionItemProvider', at);
      return list.items.find(({ label }) => typeof label === 'object' && label.label === 'google-cloud');
    });
    assert.match(item.detail ?? '', /Google Cloud · United States/);
  });

  it('explains a vendor', async () => {
    const at = positionOf(document, '"aws"');
    const text = await poll('hover', async () => {
      const hovers = await ask<Hover[]>('vscode.executeHoverProvider', at);
      const parts = hovers.flatMap(({ contents }) => contents);
      return parts.map(part => (part instanceof MarkdownString ? part.value : '')).join('') || undefined;
    });
    assert.match(text, /Amazon Web Services/);
  });

  it('strikes out a vendor that nobody knows', async () => {
    const [mistake] = await diagnostics(document.uri, all => all.some(({ tags }) => tags !== undefined));
    assert.equal(mistake && document.getText(mistake.range), '"amazon"');
    assert.equal(mistake?.severity, DiagnosticSeverity.Error);
    assert.deepEqual(mistake?.tags, [DiagnosticTag.Deprecated]);
  });

  it('leads to a vendor and to a bundled ruleset', async () => {
    const textAt = async (part: string) => {
      const [target] = await ask<Location[]>('vscode.executeDefinitionProvider', positionOf(document, part));
      return target && (await workspace.openTextDocument(target.uri)).getText();
    };
    assert.match((await textAt('"aws"')) ?? '', /^# Dossier: Amazon Web Services/);
    assert.match((await textAt('"vendor-diligence:baseline"')) ?? '', /"flagged-vendor"/);
  });

  it('has an outline', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const rules = symbols.find(({ name }) => name === 'rules');
    assert.deepEqual(
      rules?.children.map(({ name, detail }) => `${name} ${detail}`),
      ['ours error'],
    );
  });

  it('previews what its unsaved text would change', async () => {
    const preview = () => pages('vendorDiligence.rulesetPreview');
    await commands.executeCommand('vendorDiligence.previewRuleset');
    await poll('the preview', () => preview().length === 1);
    await commands.executeCommand('vendorDiligence.previewRuleset', document.uri.toString());
    assert.deepEqual(
      preview().map(({ label }) => label),
      ['Preview of .vendor-diligence.jsonc'],
    );
    assert.equal(window.activeTextEditor?.document, document, 'the keyboard stays in the ruleset');
  });
});

describe('a first ruleset', () => {
  const file = () => fileIn(0, '.vendor-diligence.jsonc');

  before(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(file());
  });
  after(closeAllEditors);

  it('is written with what is usual, and opened', async () => {
    const created = commands.executeCommand('vendorDiligence.createRuleset');
    const answered = Promise.resolve(created).then(() => true);
    await poll('three answers', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([answered, false]);
    });
    const text = new TextDecoder().decode(await workspace.fs.readFile(file()));
    assert.match(text, /"vendor-diligence:baseline"/);
    const document = window.activeTextEditor?.document;
    assert.deepEqual([document?.uri.path, document?.isDirty], [file().path, false]);
  });

  it('is opened as it is when there is one', async () => {
    const own = '{ "extends": ["vendor-diligence:strict"] }\n';
    await workspace.fs.writeFile(file(), new TextEncoder().encode(own));
    const created = commands.executeCommand('vendorDiligence.createRuleset');
    const answered = Promise.resolve(created).then(() => true);
    await poll('three answers', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([answered, false]);
    });
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(file())), own);
  });
});
