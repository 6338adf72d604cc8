import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { SCAN_WORKSPACE } from '../../../src/protocol/requests.ts';
import type { Conversation } from '../support/conversation.ts';
import { FOLDER, RULESET, rangeIn } from '../support/module.ts';
import { openRuleset } from './support.ts';

describe('a ruleset that is open', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  async function said(text: string, words: RegExp): Promise<Diagnostic> {
    editor = await openRuleset(text);
    const all = await editor.diagnostics(RULESET, each =>
      each.some(({ message }) => words.test(String(message))),
    );
    const [found, ...more] = all.filter(({ message }) => words.test(String(message)));
    assert.ok(found);
    assert.deepEqual(more, [], 'it is said once');
    return found;
  }

  it('strikes out a vendor that the catalog does not have', async () => {
    const text = '{ "approved": { "vendors": ["aws", "amazon"] } }';
    const { range, severity, tags } = await said(text, /no vendor "amazon"/);
    assert.deepEqual(range, rangeIn(text, '"amazon"'));
    assert.equal(severity, DiagnosticSeverity.Error);
    assert.deepEqual(tags, [DiagnosticTag.Deprecated]);
  });

  it('tells a rule whose conditions exclude each other', async () => {
    const rule = '"when": { "vendors": ["hetzner"], "locations": ["CN"] }';
    const text = `{ "rules": [{ "id": "ours", ${rule}, "severity": "error" }] }`;
    const { range } = await said(text, /can never match: its vendors have no region/);
    assert.deepEqual(range, rangeIn(text, '"ours"'));
  });

  it('tells a rule that an earlier one leaves nothing to', async () => {
    await said(
      `{ "rules": [
        { "id": "all", "when": { "jurisdictions": ["CN", "RU"] }, "severity": "warning" },
        { "id": "one", "when": { "vendors": ["alibaba-cloud"], "kinds": ["provider"] }, "severity": "error" }
      ] }`,
      /Rule "one" can never decide: rule "all", which is tried before it/,
    );
  });

  it('tells what expires and what has expired', async () => {
    const exception = (expires: string) =>
      `{ "match": "flagged-vendor", "paths": ["**"], "reason": "r", "approvedBy": "a", "expires": "${expires}" }`;
    const text = `{ "exceptions": [${exception('2020-01-31')}, ${exception('2026-11-30')}] }`;
    const ended = await said(text, /ended on 2020-01-31/);
    assert.equal(ended.severity, DiagnosticSeverity.Warning);
    const soon = editor
      .current(RULESET)
      .find(({ message }) => /ends soon, on 2026-11-30/.test(String(message)));
    assert.equal(soon?.severity, DiagnosticSeverity.Information);
  });

  it('tells once what it extends and cannot be loaded', async () => {
    const text = '{ "extends": ["./base.jsonc"] }';
    const { range, severity } = await said(text, /"\.\/base\.jsonc" cannot be loaded/);
    assert.deepEqual(range, rangeIn(text, '"./base.jsonc"'));
    assert.equal(severity, DiagnosticSeverity.Error);
  });

  it('tells after a scan which exception covers nothing, until it is changed', async () => {
    const text = `{ "exceptions": [
      { "match": "kaspersky", "paths": ["**"], "reason": "r", "approvedBy": "a", "expires": "2027-06-30" }
    ] }`;
    editor = await openRuleset(text);
    await editor.request(SCAN_WORKSPACE, {});
    const isUnused = ({ code }: Diagnostic) => code === 'exception-unused';
    await editor.diagnostics(RULESET, all => all.some(isUnused));
    await editor.change(RULESET, text.replace('kaspersky', 'alibaba-cloud'));
    await editor.diagnostics(RULESET, all => !all.some(isUnused));
  });

  it('tells what a repository cannot weaken, at its place', async () => {
    const policy = 'file:///policies/team.jsonc';
    const locked = `{ "rules": [{ "id": "ours", "when": { "jurisdictions": ["CN"] }, "severity": "error", "locked": true }] }`;
    const text = '{ "rules": [{ "id": "ours", "when": { "jurisdictions": ["CN"] }, "severity": "off" }] }';
    editor = await openRuleset(text, {
      files: { [policy]: locked },
      settings: { rulesets: ['/policies/team.jsonc'] },
    });
    const all = await editor.diagnostics(RULESET, each =>
      each.some(({ message }) => /refused: rule "ours" is locked/.test(String(message))),
    );
    const refused = all.find(({ message }) => /refused/.test(String(message)));
    assert.deepEqual(refused?.range, rangeIn(text, '"ours"'));
  });

  it('of an organisation is checked under any name, and nothing is fetched for it', async () => {
    const own = `${FOLDER}/acme.vendor-diligence.jsonc`;
    const text = `{ "extends": ["https://policy.example/p.jsonc#sha256=${'0'.repeat(64)}"], "audience": ["mars"] }`;
    editor = await openRuleset('{}', {
      files: { [own]: text },
      rulesetPorts: { fetch: () => assert.fail('nothing may be fetched') },
    });
    await editor.open(own);
    await editor.diagnostics(own, all => all.some(({ message }) => /audience/.test(String(message))));
    await editor.change(own, text.replace('mars', 'us'));
    const isTold = (all: readonly Diagnostic[]) =>
      /^Not loaded while you write/.test(String(all[0]?.message));
    const [only, ...more] = await editor.diagnostics(own, isTold);
    assert.deepEqual(more, []);
    assert.equal(only?.severity, DiagnosticSeverity.Information);
  });

  it('is forgotten when it is closed', async () => {
    await said('{ "approved": { "vendors": ["amazon"] } }', /no vendor "amazon"/);
    await editor.close(RULESET);
    await editor.diagnostics(RULESET, all => all.length === 0);
  });
});
