import assert from 'node:assert/strict';
import type { RulesetPorts } from '../../src/engine/index.ts';
import { sha256 } from '../../src/ruleset/signature.ts';
import { testClock } from '../support/disk-tree.ts';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, RULESET } from './support/module.ts';

const TEXT = JSON.stringify({
  version: '1.0.0',
  extends: ['vendor-diligence:baseline'],
  rules: [{ id: 'ours', when: { jurisdictions: ['CN'] }, severity: 'error', locked: true }],
});
const WEAKENS = '{ "rules": [{ "id": "mine", "when": { "jurisdictions": ["CN"] }, "severity": "off" }] }';

/** A server that has the ruleset, what was asked of it, and a memory for copies. */
function network() {
  const asked: string[] = [];
  const copies = new Map<string, string>();
  const ports: RulesetPorts = {
    clock: testClock,
    fetch: async ({ url }) => {
      asked.push(url);
      return { type: 'content', bytes: new TextEncoder().encode(TEXT) };
    },
    cache: {
      read: async key => copies.get(key),
      write: async (key, text) => {
        copies.set(key, text);
      },
    },
  };
  return { asked, copies, ports };
}

describe('a ruleset from the network, in the editor', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  async function settings() {
    const hash = await sha256(new TextEncoder().encode(TEXT));
    return { rulesets: [`https://policy.acme.example/policy.jsonc#sha256=${hash}`] };
  }

  it('is in force above the repository, whose attempt to weaken it is told where it is written', async () => {
    const { asked, ports } = network();
    const files = { ...FILES, [RULESET]: WEAKENS };
    editor = await Conversation.start({
      folders: [FOLDER],
      files,
      settings: await settings(),
      rulesetPorts: ports,
    });
    await editor.open(MAIN);
    await editor.diagnostics(MAIN, all =>
      all.some(({ code, severity }) => code === 'ours' && severity === 1),
    );
    assert.equal(new Set(asked).size, 1);
    const [refusal] = await editor.diagnostics(RULESET, all => all.length > 0);
    assert.match(String(refusal?.message), /severity "off" does not lower rule "ours"/);
  });

  it('is never fetched in a workspace that is not trusted: the bundled baseline and what is wrong', async () => {
    const { asked, ports } = network();
    editor = await Conversation.start({
      folders: [FOLDER],
      files: { ...FILES, [RULESET]: WEAKENS },
      settings: await settings(),
      trusted: false,
      rulesetPorts: ports,
    });
    await editor.open(MAIN);
    await editor.diagnostics(MAIN, all => all.some(({ code }) => code === 'flagged-vendor'));
    await editor.until(() => editor.statuses.at(-1)?.rulesetProblems.length === 1);
    assert.match(
      editor.statuses.at(-1)?.rulesetProblems[0] ?? '',
      /nothing may be fetched here\. No copy of it is kept/,
    );
    assert.deepEqual(asked, []);
  });

  it('is in force as its last good copy there', async () => {
    const { asked, copies, ports } = network();
    const opening = { folders: [FOLDER], files: FILES, settings: await settings(), rulesetPorts: ports };
    editor = await Conversation.start(opening);
    await editor.open(MAIN);
    await editor.diagnostics(MAIN, all => all.some(({ code }) => code === 'ours'));
    await editor.end();
    const before = asked.length;
    assert.equal(copies.size, 1);
    editor = await Conversation.start({ ...opening, trusted: false });
    await editor.open(MAIN);
    await editor.diagnostics(MAIN, all => all.some(({ code }) => code === 'ours'));
    await editor.until(() => editor.statuses.at(-1)?.rulesetProblems.length === 1);
    assert.match(
      editor.statuses.at(-1)?.rulesetProblems[0] ?? '',
      /In force is the last good copy, seen on 2026-11-23/,
    );
    assert.equal(asked.length, before);
  });
});
