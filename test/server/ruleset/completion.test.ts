import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver';
import type { Conversation } from '../support/conversation.ts';
import { RULESET } from '../support/module.ts';
import { applied, atBar, completions, openRuleset, textOf } from './support.ts';

describe('in a ruleset', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  async function complete(marked: string): Promise<CompletionItem[]> {
    const { text, position } = atBar(marked);
    editor = await openRuleset(text);
    return completions(editor, position);
  }

  async function hover(marked: string, locale?: string): Promise<string> {
    const { text, position } = atBar(marked);
    editor = await openRuleset(text, locale === undefined ? {} : { locale });
    return textOf(await editor.hover(RULESET, position));
  }

  const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

  it('vendors are completed with their name and country, those that are listed already not again', async () => {
    const items = await complete('{ "approved": { "vendors": ["aws", "|"] } }');
    const found = items.find(({ label }) => label === 'google-cloud');
    assert.match(found?.detail ?? '', /Google Cloud.* · United States/);
    assert.ok(!labels(items).includes('aws'));
  });

  it('what is typed is replaced, in a file that is not whole yet', async () => {
    const marked = '{ "rules": [{ "id": "ours", "when": { "vendors": ["ali|';
    const [item] = (await complete(marked)).filter(({ label }) => label === 'alibaba-cloud');
    assert.ok(item);
    assert.equal(
      applied(atBar(marked).text, item),
      '{ "rules": [{ "id": "ours", "when": { "vendors": ["alibaba-cloud"',
    );
  });

  it('regions are those of the vendor, with place and operator', async () => {
    const items = await complete('{ "approved": { "regions": { "aws": ["|"] } } }');
    const beijing = items.find(({ label }) => label === 'cn-north-1');
    assert.match(beijing?.detail ?? '', /Beijing, China/);
    assert.match(JSON.stringify(beijing?.documentation), /Sinnet/);
    assert.ok(!labels(items).includes('westeurope'));
  });

  it('regions in a rule are those of its vendors', async () => {
    const items = await complete('{ "rules": [{ "when": { "vendors": ["azure"], "regions": ["|"] } }] }');
    assert.ok(labels(items).includes('westeurope'));
    assert.ok(!labels(items).includes('cn-north-1'));
  });

  for (const [where, marked, label, detail] of [
    ['countries', '{ "rules": [{ "when": { "locations": ["|"] } }] }', 'HK', /Hong Kong/],
    ['concerns', '{ "rules": [{ "when": { "concerns": ["|"] } }] }', 'service-cutoff', /service cut-off/],
    ['audiences', '{ "audience": ["|"] }', 'us-defense-contractor', /US defence contractors/],
    ['relationships', '{ "rules": [{ "when": { "relationships": ["|"] } }] }', 'ai-api', /AI API/],
    ['kinds', '{ "rules": [{ "when": { "kinds": ["|"] } }] }', 'api-group', /API group/],
    ['roles', '{ "rules": [{ "when": { "roles": ["|"] } }] }', 'data-store', /stores data/],
    ['severities', '{ "rules": [{ "severity": "|" }] }', 'by-evidence', /acts/],
    ['bundled rulesets', '{ "extends": ["|"] }', 'vendor-diligence:us-private', /Comes with the product/],
    ['rules in exceptions', '{ "exceptions": [{ "match": "|" }] }', 'flagged-vendor', /./],
    ['vendors of approved regions', '{ "approved": { "regions": { "|" } } }', 'aws', /Amazon/],
  ] as const) {
    it(`${where} are completed in the catalog's own words`, async () => {
      const item = (await complete(marked)).find(each => each.label === label);
      assert.match(item?.detail ?? 'not there', detail);
    });
  }

  it("the ruleset's own rules can be excepted, though the file is not valid yet", async () => {
    const marked = '{ "rules": [{ "id": "no-hong-kong", "description": "Not there.", "when": ',
      rest = '}], "exceptions": [{ "match": "|" }] }';
    const item = (await complete(`${marked}{ "locations": ["HK"] } ${rest}`)).find(
      ({ label }) => label === 'no-hong-kong',
    );
    assert.equal(item?.detail, 'Not there.');
  });

  it('properties are completed where they belong, those that are there not again', async () => {
    const items = await complete('{ "name": "x", "rules": [{ "id": "a", | }] }');
    assert.deepEqual(labels(items), ['description', 'when', 'severity', 'atLeast', 'locked']);
    assert.equal(items[4]?.textEdit?.newText, '"locked": $' + '{0:true}');
  });

  it('a client without snippets gets text', async () => {
    const { text, position } = atBar('{ | }');
    editor = await openRuleset(text, { capabilities: {} });
    const item = (await completions(editor, position)).find(({ label }) => label === 'audience');
    assert.equal(applied(text, item ?? { label: '' }), '{ "audience": [""] }');
  });

  it('hovers say what a vendor is', async () => {
    const text = await hover('{ "approved": { "prefer": ["goo|gle-cloud"] } }');
    assert.match(text, /\*\*Google Cloud.*United States\*\*/);
    assert.match(text, /run from the United States/);
  });

  it('hovers define concerns and properties in the language of the editor', async () => {
    const text = await hover('{ "rules": [{ "when": { "concerns": ["service-|cutoff"] } }] }', 'de');
    assert.match(text, /Anbieter|Dienst/);
    await editor.end();
    assert.match(await hover('{ "supp|ressions": "forbid" }', 'fr'), /commentaires/);
  });

  it('nothing is offered or explained in comments, prose and other files', async () => {
    assert.deepEqual(await complete('{ // "|"\n }'), []);
    await editor.end();
    assert.equal(await hover('{ "name": "aw|s" }'), '');
  });
});
