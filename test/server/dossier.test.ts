import assert from 'node:assert/strict';
import {
  DOSSIER,
  type Dossier,
  EXCEPTION,
  type ExceptionEdit,
  SCAN_WORKSPACE,
  VENDORS,
  type VendorChoice,
} from '../../src/protocol/requests.ts';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, MAIN_TEXT, rangeIn } from './support/module.ts';

const NONCE = '0123456789abcdef0123456789abcdef';

describe('a vendor’s dossier', () => {
  let editor: Conversation;
  beforeEach(async () => {
    editor = await Conversation.start({ files: FILES, folders: [FOLDER], commandLinks: true });
  });
  afterEach(() => editor.end());

  const dossier = (vendor: string) => editor.request<Dossier | null>(DOSSIER, { vendor, nonce: NONCE });

  it('leads to every finding of the vendor', async () => {
    await editor.open(MAIN);
    const findings = (await editor.diagnostics(MAIN)).filter(({ code }) => code === 'flagged-vendor');
    const answer = await dossier('alibaba-cloud');
    assert.ok(answer);
    assert.equal(answer.title, 'Alibaba Cloud');
    assert.deepEqual(answer.places[0], { uri: MAIN, ...rangeIn(MAIN_TEXT, 'alicloud') });
    const buttons = [...answer.html.matchAll(/data-place="(\d+)"/g)].map(match => Number(match[1]));
    assert.deepEqual(buttons.sort(), [...answer.places.keys()]);
    assert.ok(findings.length >= answer.places.length && answer.places.length === 2);
    assert.match(answer.html, /Only files that are open were read so far/);
  });

  it('knows after a scan that all files were read', async () => {
    await editor.request(SCAN_WORKSPACE, {});
    const answer = await dossier('alibaba-cloud');
    assert.doesNotMatch(answer?.html ?? '', /Only files that are open/);
  });

  it('does not exist for a vendor that nobody knows', async () => {
    assert.equal(await dossier('__proto__'), null);
  });

  it('is offered for every vendor, those in use first', async () => {
    await editor.open(MAIN);
    await editor.diagnostics(MAIN);
    const choices = await editor.request<VendorChoice[]>(VENDORS, {});
    assert.deepEqual(choices[0], {
      id: 'alibaba-cloud',
      name: 'Alibaba Cloud',
      country: 'China',
      findings: 2,
    });
    assert.ok(choices.length > 60);
  });

  it('is linked from the hover, for editors that run our commands', async () => {
    await editor.open(MAIN);
    const { start } = rangeIn(MAIN_TEXT, 'alicloud_oss_bucket');
    const text = JSON.stringify(await editor.hover(MAIN, start));
    assert.match(text, /\]\(command:vendorDiligence\.showDossier\?%5B%22alibaba-cloud%22%5D\)/);
    assert.match(text, /\]\(command:vendorDiligence\.showFixes\?/);
  });

  it('is not linked for other editors', async () => {
    const other = await Conversation.start({ files: FILES, folders: [FOLDER] });
    await other.open(MAIN);
    const text = JSON.stringify(await other.hover(MAIN, rangeIn(MAIN_TEXT, 'alicloud_oss_bucket').start));
    assert.doesNotMatch(text, /command:/);
    await other.end();
  });
});

describe('an exception', () => {
  it('is written into the folder’s ruleset file, for the place and 90 days', async () => {
    const editor = await Conversation.start({ files: FILES, folders: [FOLDER], commandLinks: true });
    await editor.open(MAIN);
    const request = {
      uri: MAIN,
      match: 'alibaba-cloud',
      path: 'main.tf',
      reason: 'moves',
      approvedBy: 'Ada',
    };
    const edit = await editor.request<ExceptionEdit>(EXCEPTION, request);
    assert.deepEqual([edit.uri, edit.isNew], [`${FOLDER}/.vendor-diligence.jsonc`, true]);
    await editor.open(edit.uri, edit.text);
    await editor.diagnostics(MAIN, all => all.every(({ code }) => code !== 'flagged-vendor'));
    await editor.end();
  });
});
