import assert from 'node:assert/strict';
import { ASSISTANT_EXPLAIN, ASSISTANT_SCAN } from '../../src/protocol/assistant.ts';
import { Conversation } from './support/conversation.ts';

const SHOP = 'file:///work/shop';
const MAIN = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n';
const NOTHING = /^Nothing is found on that line\.$/;

interface Told {
  readonly total: number;
  readonly findings: readonly { readonly at: string }[];
}

describe('what an assistant is told of several folders', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  const start = async (folders: readonly string[], files: Readonly<Record<string, string>>) => {
    editor = await Conversation.start({ folders, files, trusted: true });
  };
  const scanned = async (path = ''): Promise<readonly string[]> => {
    const text = await editor.request<string>(ASSISTANT_SCAN, { path, workDoneToken: 'a' });
    const { findings }: Told = JSON.parse(text);
    return [...new Set(findings.map(({ at }) => at.replace(/:\d+$/, '')))];
  };
  const explained = (subject: string) => editor.request<string>(ASSISTANT_EXPLAIN, { subject });

  it('can be asked about by the names that it is told', async () => {
    const bank = 'file:///work/bank';
    await start([SHOP, bank], { [`${SHOP}/main.tf`]: '', [`${bank}/infra/main.tf`]: MAIN });
    assert.deepEqual(await scanned(), ['bank/infra/main.tf']);
    assert.match(await explained('bank/infra/main.tf:1'), /Alibaba Cloud/);
    assert.match(await explained('bank/main.tf:1'), NOTHING);
  });

  it('can be asked about without the folder’s name', async () => {
    const bank = 'file:///work/bank';
    await start([SHOP, bank], { [`${SHOP}/main.tf`]: '', [`${bank}/infra/main.tf`]: MAIN });
    assert.deepEqual(await scanned('infra'), ['bank/infra/main.tf']);
    assert.deepEqual(await scanned('bank'), ['bank/infra/main.tf']);
    assert.deepEqual(await scanned('shop'), []);
    assert.match(await explained('infra/main.tf:1'), /Alibaba Cloud/);
  });

  it('is of the innermost folder, whose policy holds', async () => {
    const app = `${SHOP}/app`;
    const ruleset = JSON.stringify({
      extends: ['vendor-diligence:baseline'],
      rules: [{ id: 'app-only', when: { paths: ['main.tf'] }, severity: 'error' }],
    });
    await start([SHOP, app], { [`${app}/main.tf`]: MAIN, [`${app}/.vendor-diligence.jsonc`]: ruleset });
    assert.deepEqual(await scanned(), ['app/main.tf']);
    for (const name of ['app/main.tf:1', 'shop/app/main.tf:1'])
      assert.match(await explained(name), /app-only/, name);
  });

  it('is found in either of two folders that are called alike', async () => {
    const other = 'file:///other/shop';
    await start([SHOP, other], { [`${SHOP}/main.tf`]: '', [`${other}/main.tf`]: MAIN });
    assert.match(await explained('shop/main.tf:1'), /Alibaba Cloud/);
  });
});
