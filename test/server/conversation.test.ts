import assert from 'node:assert/strict';
import { type CodeAction, DiagnosticSeverity, MarkupKind } from 'vscode-languageserver';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, MAIN_TEXT, rangeIn, VARIABLES, VARIABLES_TEXT } from './support/module.ts';

describe('a conversation about one module', () => {
  let editor: Conversation;
  beforeEach(async () => {
    editor = await Conversation.start({ files: FILES, folders: [FOLDER] });
  });
  afterEach(() => editor.end());

  it('shows findings on the exact token, with their evidence', async () => {
    await editor.open(MAIN);
    const [provider, ...others] = await editor.diagnostics(MAIN);
    assert.ok(provider);
    assert.deepEqual(provider.range, rangeIn(MAIN_TEXT, 'alicloud'));
    assert.equal(provider.severity, DiagnosticSeverity.Warning);
    assert.equal(provider.source, 'Vendor Diligence');
    assert.equal(provider.code, 'flagged-vendor');
    assert.match(provider.codeDescription?.href ?? '', /^https:\/\//);
    assert.match(String(provider.message), /^Alibaba Cloud \(.*China\)/);
    assert.deepEqual(
      others.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).map(({ range }) => range),
      [rangeIn(MAIN_TEXT, 'alicloud_oss_bucket'), rangeIn(MAIN_TEXT, 'var.region')],
    );
  });

  it('shows further places of a finding as hints that lead to it', async () => {
    await editor.open(MAIN);
    const diagnostics = await editor.diagnostics(MAIN);
    const hint = diagnostics.find(({ severity }) => severity === DiagnosticSeverity.Hint);
    assert.deepEqual(hint?.range, rangeIn(MAIN_TEXT, 'eu-central-1'));
    assert.deepEqual(
      hint?.relatedInformation?.map(({ location }) => location),
      [{ uri: MAIN, range: rangeIn(MAIN_TEXT, 'alicloud') }],
    );
  });

  it('leads from a value to its literal in another file, and back', async () => {
    await editor.open(MAIN);
    const found = (await editor.diagnostics(MAIN)).find(({ code }) => code === 'flagged-location');
    const literal = { uri: VARIABLES, range: rangeIn(VARIABLES_TEXT, '"cn-north-1"') };
    const step = found?.relatedInformation?.[0];
    assert.match(step?.message ?? '', /var\.region/);
    assert.equal(step?.location.uri, VARIABLES);
    await editor.open(VARIABLES);
    const [origin] = await editor.diagnostics(VARIABLES);
    assert.equal(origin?.severity, DiagnosticSeverity.Hint);
    assert.equal(origin?.range.start.line, literal.range.start.line);
    assert.deepEqual(origin?.relatedInformation?.[0]?.location, {
      uri: MAIN,
      range: rangeIn(MAIN_TEXT, 'var.region'),
    });
  });

  it('checks an open file again when an unsaved sibling changes', async () => {
    await editor.open(MAIN);
    await editor.open(VARIABLES);
    await editor.diagnostics(VARIABLES);
    await editor.change(VARIABLES, VARIABLES_TEXT.replace('cn-north-1', 'us-east-1'));
    await editor.diagnostics(VARIABLES, diagnostics => diagnostics.length === 0);
    await editor.diagnostics(MAIN, all => all.every(({ code }) => code !== 'flagged-location'));
    await editor.close(VARIABLES);
    await editor.diagnostics(MAIN, all => all.some(({ code }) => code === 'flagged-location'));
  });

  it('takes a change of a range', async () => {
    await editor.open(MAIN);
    await editor.diagnostics(MAIN);
    await editor.edit(MAIN, rangeIn(MAIN_TEXT, 'var.region'), '"us-east-1"');
    await editor.diagnostics(MAIN, all => all.every(({ code }) => code !== 'flagged-location'));
  });

  it('explains on hover, as Markdown without HTML', async () => {
    await editor.open(MAIN);
    const range = rangeIn(MAIN_TEXT, 'alicloud_oss_bucket');
    const hover = await editor.hover(MAIN, range.start);
    assert.deepEqual(hover?.range, range);
    assert.ok(typeof hover?.contents === 'object' && 'kind' in hover.contents);
    assert.equal(hover.contents.kind, MarkupKind.Markdown);
    assert.match(hover.contents.value, /Alibaba Cloud/);
    assert.equal(await editor.hover(MAIN, { line: 3, character: 0 }), null);
  });

  it('offers fixes in the range and resolves the chosen one to a versioned edit', async () => {
    await editor.open(MAIN);
    const range = rangeIn(MAIN_TEXT, 'var.region');
    const actions = (await editor.codeActions(MAIN, range, editor.current(MAIN))) ?? [];
    const [change] = actions.filter(({ title }) => title.startsWith('Change region to'));
    assert.equal(change?.kind, 'quickfix');
    assert.equal(change?.edit, undefined);
    const { edit } = await editor.request<CodeAction>('codeAction/resolve', change ?? {});
    const [first, ...rest] = edit?.documentChanges ?? [];
    assert.deepEqual(rest, []);
    assert.ok(first && 'edits' in first);
    assert.deepEqual(first.textDocument, { uri: VARIABLES, version: null });
    assert.deepEqual(
      first.edits.map(({ range: place }) => place),
      [rangeIn(VARIABLES_TEXT, 'cn-north-1')],
    );
    assert.deepEqual(
      await editor.codeActions(MAIN, { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }),
      [],
    );
  });

  it('publishes nothing for what a comment silences', async () => {
    const text = MAIN_TEXT.replace(
      'resource',
      '# vendor-diligence-ignore-next-line flagged-vendor -- moves in March\nresource',
    );
    await editor.open(MAIN, text);
    const diagnostics = await editor.diagnostics(MAIN);
    const range = rangeIn(text, 'alicloud_oss_bucket');
    assert.ok(diagnostics.every(diagnostic => diagnostic.range.start.line !== range.start.line));
  });

  it('takes its diagnostics back when a document is closed', async () => {
    await editor.open(MAIN);
    await editor.diagnostics(MAIN);
    await editor.close(MAIN);
    await editor.diagnostics(MAIN, diagnostics => diagnostics.length === 0);
  });

  it('notes a file that is half typed once, for information', async () => {
    await editor.open(MAIN, `${MAIN_TEXT}resource "x" {{{\nprovider = [\n`);
    const diagnostics = await editor.diagnostics(MAIN);
    const notes = diagnostics.filter(({ code }) => code === 'syntax-error');
    assert.deepEqual(
      notes.map(({ severity }) => severity),
      [DiagnosticSeverity.Information],
    );
  });
});

describe('a conversation in another language', () => {
  const languages: readonly [locale: string, message: RegExp, hover: RegExp][] = [
    [
      'fr-CA',
      /^Alibaba Cloud \((?:.*, )?Chine\)\u00a0: .* nomme la société mère et limite les achats/,
      /Pourquoi est-ce/,
    ],
    [
      'de',
      /^Alibaba Cloud \((?:.*, )?China\): .* nennt die Muttergesellschaft und beschränkt/,
      /Warum sehe ich/,
    ],
    ['ja', /^Alibaba Cloud \((?:.*, )?China\): .* names the parent and limits/, /Why am I seeing/],
  ];
  for (const [locale, message, hover] of languages) {
    it(`speaks as well as it can to an editor in ${locale}`, async () => {
      const editor = await Conversation.start({ files: FILES, folders: [FOLDER], locale });
      await editor.open(MAIN);
      const [provider] = await editor.diagnostics(MAIN);
      assert.match(String(provider?.message), message);
      const { start } = rangeIn(MAIN_TEXT, 'alicloud_oss_bucket');
      assert.match(JSON.stringify(await editor.hover(MAIN, start)), hover);
      await editor.end();
    });
  }
});
