import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { EXCEPTION, type ExceptionEdit } from '../../src/protocol/requests.ts';
import { clientHost } from '../../src/server/host/client-host.ts';
import { nodeHost } from '../../src/server/host/node-host.ts';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { Conversation } from './support/conversation.ts';

const MAIN = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n';

const NO_CLIENT = clientHost({ list: async () => [], read: async () => [] });

const ruleset = (id: string, glob: string): string =>
  JSON.stringify({
    extends: ['vendor-diligence:baseline'],
    rules: [{ id, when: { paths: [glob] }, severity: 'error' }],
  });

describe('paths in a ruleset, where a subfolder of a repository is open', () => {
  let tree: TemporaryTree;
  let editor: Conversation;
  beforeEach(() => {
    tree = temporaryTree();
    tree.git('', 'init', '-q');
    tree.write('infra/main.tf', MAIN);
  });
  afterEach(async () => {
    await editor.end();
    tree.remove();
  });

  const uriOf = (path: string): string => pathToFileURL(`${tree.root}/${path}`).href;
  const start = async (folders: readonly string[], settings = {}): Promise<void> => {
    const host = nodeHost({}, NO_CLIENT);
    editor = await Conversation.start({ folders: folders.map(uriOf), host, settings, trusted: true });
    await editor.open(uriOf('infra/main.tf'), MAIN);
  };
  const hasRule = (rule: string) =>
    editor.diagnostics(uriOf('infra/main.tf'), all => all.some(({ code }) => code === rule));

  it('start from the folder of the repository’s ruleset', async () => {
    tree.write('.vendor-diligence.jsonc', ruleset('infra-only', 'infra/**'));
    await start(['infra']);
    await hasRule('infra-only');
  });

  it('of the user’s rulesets start from the top of the repository', async () => {
    tree.write('policy.jsonc', ruleset('infra-only', 'infra/**'));
    await start(['infra'], { rulesets: [`${tree.root}/policy.jsonc`] });
    await hasRule('infra-only');
  });

  it('of the user’s rulesets start there too for a document of no folder', async () => {
    tree.write('policy.jsonc', ruleset('infra-only', 'infra/**'));
    await start([], { rulesets: [`${tree.root}/policy.jsonc`] });
    await hasRule('infra-only');
  });

  it('are written as they are read: an exception stands from the ruleset’s folder on', async () => {
    tree.write('.vendor-diligence.jsonc', '{ "extends": ["vendor-diligence:baseline"] }');
    await start(['infra']);
    await hasRule('flagged-vendor');
    const edit = await editor.request<ExceptionEdit>(EXCEPTION, {
      uri: uriOf('infra/main.tf'),
      match: 'alibaba-cloud',
      path: 'main.tf',
      reason: 'moves',
      approvedBy: 'Ada',
    });
    assert.equal(edit.uri, uriOf('.vendor-diligence.jsonc'));
    assert.match(edit.text, /"infra\/main\.tf"/);
  });
});
