import assert from 'node:assert/strict';
import type { DocumentSymbol, Location } from 'vscode-languageserver';
import { VIRTUAL_DOCUMENT } from '../../../src/protocol/virtual-documents.ts';
import type { Conversation, Opening } from '../support/conversation.ts';
import { FOLDER, RULESET, rangeIn } from '../support/module.ts';
import { atBar, openRuleset } from './support.ts';

describe('from a ruleset', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  async function definition(marked: string, opening: Opening = { virtualDocuments: true }) {
    const { text, position } = atBar(marked);
    editor = await openRuleset(text, opening);
    return editor.request<Location[]>('textDocument/definition', {
      textDocument: { uri: RULESET },
      position,
    });
  }

  it('a vendor leads to what the catalog has about it', async () => {
    const [target] = await definition('{ "approved": { "vendors": ["aw|s"] } }');
    assert.equal(target?.uri, 'vendor-diligence:vendors/aws.md');
    const text = await editor.request<string>(VIRTUAL_DOCUMENT, { uri: target?.uri });
    assert.match(text, /^# Dossier: Amazon/);
    assert.match(text, /United States/);
  });

  it('a bundled ruleset leads to its text', async () => {
    const [target] = await definition('{ "extends": ["vendor-diligence:|strict"] }');
    const text = await editor.request<string>(VIRTUAL_DOCUMENT, { uri: target?.uri });
    assert.equal(JSON.parse(text).preset, 'strict');
  });

  it('a file leads to the file', async () => {
    const location = '/projects/shop/base.jsonc';
    const [target] = await definition('{ "extends": ["./ba|se.jsonc"] }', {
      rulesetPorts: {
        files: {
          readFile: async (path, base) => {
            assert.deepEqual(
              [path, base.location, base.confined],
              ['./base.jsonc', '/projects/shop/.vendor-diligence.jsonc', true],
            );
            return { ok: true, location, text: '{}' };
          },
          readPackage: async () => ({ ok: false, reason: 'it is not installed' }),
        },
      },
    });
    assert.equal(target?.uri, `${FOLDER}/base.jsonc`);
  });

  it('an exception leads to its rule, here or in a bundled ruleset', async () => {
    const own =
      '{ "rules": [{ "id": "ours", "when": { "vendors": ["aws"] } }], "exceptions": [{ "match": "ou|rs" }] }';
    const [target] = await definition(own);
    assert.deepEqual(target, { uri: RULESET, range: rangeIn(own, '"ours"') });
    await editor.end();
    const [bundled] = await definition('{ "exceptions": [{ "match": "flagged-|vendor" }] }');
    assert.match(bundled?.uri ?? '', /^vendor-diligence:rulesets\/baseline\./);
    assert.notEqual(bundled?.range.start.line, 0);
  });

  it('nothing leads to where the client cannot go, or to names that nobody has', async () => {
    assert.deepEqual(await definition('{ "approved": { "vendors": ["aw|s"] } }', {}), []);
    await editor.end();
    assert.deepEqual(await definition('{ "extends": ["https://exam|ple.org/p.jsonc"] }'), []);
    for (const uri of [
      'vendor-diligence:vendors/nobody.md',
      'vendor-diligence:rulesets/../x',
      'file:///etc/passwd',
    ])
      assert.equal(await editor.request(VIRTUAL_DOCUMENT, { uri }), null);
  });

  it('an outline has rules, exceptions and tests by name', async () => {
    editor = await openRuleset(`{
      "name": "acme",
      "rules": [{ "id": "ours", "when": { "vendors": ["aws"] }, "severity": "error" }, { }],
      "exceptions": [{ "match": "ours", "expires": "2027-01-31" }],
      "tests": [{ "name": "finds it", "file": "main.tf" }, 5`);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: RULESET },
    });
    const outline = symbols.flatMap(({ name, children = [] }) => [
      name,
      ...children.map(child => `  ${child.name} (${child.detail})`),
    ]);
    assert.deepEqual(outline, [
      'name',
      'rules',
      '  ours (error)',
      'exceptions',
      '  ours (2027-01-31)',
      'tests',
      '  finds it (main.tf)',
    ]);
  });
});
