import assert from 'node:assert/strict';
import { type CodeLens, DiagnosticSeverity } from 'vscode-languageserver';
import {
  NEW_RULESET,
  type NewRuleset,
  PREVIEW_RULESET,
  RULESET_QUESTIONS,
  type RulesetChoice,
  type RulesetPreview,
  type RulesetQuestions,
} from '../../../src/protocol/rulesets.ts';
import { Conversation, type Opening } from '../support/conversation.ts';
import { FILES, FOLDER, MAIN, RULESET } from '../support/module.ts';
import { openRuleset } from './support.ts';

const SAVED =
  '{ "rules": [{ "id": "ours", "when": { "vendors": ["alibaba-cloud"] }, "severity": "warning" }] }';

const NONCE = 'a1b2c3d4e5f6a7b8';

describe('the preview of a ruleset', () => {
  let editor: Conversation;
  let places: RulesetPreview['places'];
  afterEach(() => editor.end());

  async function preview(changed: string, uri = RULESET, opening: Opening = {}): Promise<string> {
    editor = await openRuleset(SAVED, opening);
    await editor.open(MAIN);
    if (uri === RULESET) await editor.change(uri, changed);
    else await editor.open(uri, changed);
    return ask(uri);
  }

  async function ask(uri: string): Promise<string> {
    const { html, places: asked } = await editor.request<RulesetPreview>(PREVIEW_RULESET, {
      uri,
      nonce: NONCE,
    });
    places = asked;
    return html;
  }

  it('tells findings whose severity the unsaved text changes, with rule and place', async () => {
    const page = await preview(SAVED.replace('warning', 'error'));
    assert.match(page, /<h1>Preview of <code>\.vendor-diligence\.jsonc<\/code><\/h1>/);
    assert.match(page, /<h2>\d findings? changes?/);
    assert.match(
      page,
      /provider <code>.*alicloud<\/code> of Alibaba Cloud<\/p><p>warning → <strong>error by rule ours<\/strong>/,
    );
    assert.match(page, /<code>main\.tf<\/code> <button[^>]* data-place="0" aria-label="main\.tf:1:11">1:11</);
    assert.deepEqual(places[0]?.uri, MAIN);
    assert.deepEqual(places[0]?.start, { line: 0, character: 10 });
    assert.doesNotMatch(page, /new finding/);
  });

  it('tells findings that are no longer there', async () => {
    const page = await preview(SAVED.replace('"warning"', '"off"'));
    assert.match(page, /<h2>\d findings? no longer found/);
  });

  it('tells new findings', async () => {
    editor = await openRuleset(SAVED.replace('"warning"', '"off"'));
    await editor.change(RULESET, SAVED);
    const page = await ask(RULESET);
    assert.match(
      page,
      /<h2>2 new findings<\/h2>\n<ul>\n<li><p class="head">provider <code>.*alicloud<\/code> of Alibaba Cloud<\/p><p>warning by rule ours/,
    );
    assert.match(page, /1 finding stays as it is/);
  });

  it('of what changes nothing says so', async () => {
    assert.match(await preview(`// A comment.\n${SAVED}`), /<strong>Nothing would change\.<\/strong>/);
  });

  it('of a text that is not valid says why', async () => {
    const page = await preview(SAVED.replace('severity', 'severty'));
    assert.match(page, /no valid ruleset/);
    assert.match(page, /severty/);
  });

  it('of a ruleset that nothing names yet is as if a setting named it', async () => {
    const own = `${FOLDER}/policies/acme.vendor-diligence.jsonc`;
    const page = await preview(
      '{ "rules": [{ "id": "acme", "when": { "jurisdictions": ["CN"] }, "severity": "error", "locked": true }] }',
      own,
    );
    assert.match(page, /→ <strong>error by rule (acme|ours)<\/strong>/);
  });

  it('runs and loads nothing but its own', async () => {
    const page = await preview(SAVED.replace('ours', '<script>'));
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.match(
      page,
      new RegExp(`default-src 'none'; style-src 'nonce-${NONCE}'; script-src 'nonce-${NONCE}'`),
    );
  });

  it('leaves what is shown as it is', async () => {
    await preview(SAVED);
    const [shown] = await editor.diagnostics(MAIN);
    assert.equal(shown?.severity, DiagnosticSeverity.Warning);
  });

  it('is none in a workspace that is not trusted, nor of another file', async () => {
    assert.match(await preview(SAVED, RULESET, { trusted: false }), /not trusted/);
    assert.equal(await editor.request(PREVIEW_RULESET, { uri: MAIN, nonce: NONCE }), null);
  });

  it('speaks the language of the editor', async () => {
    assert.match(await preview(SAVED.replace('warning', 'error'), RULESET, { locale: 'de' }), /Vorschau auf/);
  });

  it('is offered at the top, where the client knows the command', async () => {
    const lenses = async () =>
      editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: RULESET } });
    editor = await openRuleset(SAVED, { virtualDocuments: true });
    const [lens] = await lenses();
    assert.deepEqual(lens?.command, {
      title: 'Preview in this workspace',
      command: 'vendorDiligence.previewRuleset',
      arguments: [RULESET],
    });
    await editor.end();
    editor = await openRuleset(SAVED);
    assert.deepEqual(await lenses(), []);
  });
});

describe('a first ruleset', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  const choices = { folder: FOLDER, base: 'us-private', vendors: ['aws'], suppressions: 'forbid' };

  it('is made from choices, among which the usual ones are marked', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    const questions = await editor.request<RulesetQuestions>(RULESET_QUESTIONS, {});
    const usual = Object.values(questions).map(list =>
      list.flatMap((each: RulesetChoice) => (each.isUsual ? each.id : [])),
    );
    assert.deepEqual(usual, [['baseline'], ['aws', 'azure', 'google-cloud'], ['require-reason']]);
    const { uri, text = '' } = await editor.request<NewRuleset>(NEW_RULESET, choices);
    assert.equal(uri, RULESET);
    await editor.open(RULESET, text);
    assert.match(text, /"extends": \["vendor-diligence:us-private"\]/);
    assert.match(text, /"suppressions": "forbid"/);
    assert.equal(await editor.request(NEW_RULESET, { ...choices, folder: 'file:///elsewhere' }), null);
  });

  it('never takes the place of one that is there', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: { ...FILES, [RULESET]: SAVED } });
    assert.deepEqual(await editor.request(NEW_RULESET, choices), { uri: RULESET });
  });
});
