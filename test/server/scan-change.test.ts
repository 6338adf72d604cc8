import assert from 'node:assert/strict';
import {
  type ChangeScanParams,
  type ChangeScanSummary,
  READ_STATE,
  type ReadStateParams,
  SCAN_CHANGE,
  SHOW_ALL,
  type StateContent,
} from '../../src/protocol/changes.ts';
import { FINDING_GROUPS, type FindingGroups } from '../../src/protocol/findings.ts';
import { REPORT } from '../../src/protocol/reports.ts';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, MAIN_TEXT, RULESET, VARIABLES } from './support/module.ts';

describe('scanning a change in the editor', () => {
  let editor: Conversation;
  let asked: ReadStateParams[];
  afterEach(() => editor.end());

  /** An editor whose version control has other contents of some files. */
  async function start(
    states: Readonly<Record<string, string>>,
    locale = 'en',
    files: Readonly<Record<string, string>> = FILES,
  ): Promise<void> {
    editor = await Conversation.start({ folders: [FOLDER], files, locale });
    asked = [];
    editor.messages.onRequest(READ_STATE, (params: ReadStateParams): unknown => {
      asked.push(params);
      const text = states[`${params.state} ${params.uri}`];
      const content: StateContent = text === undefined ? { reason: 'It is gone.' } : { base64: btoa(text) };
      return content;
    });
  }

  async function scan(change: Partial<ChangeScanParams>): Promise<ChangeScanSummary> {
    const params = { workDoneToken: 'change', since: 'main', base: 'abc', before: [], folders: [FOLDER] };
    return editor.request<ChangeScanSummary>(SCAN_CHANGE, { ...params, ...change });
  }

  async function listed(): Promise<string[]> {
    const query = { by: 'vendor', filter: '', limit: 9 };
    const { groups } = await editor.request<FindingGroups>(FINDING_GROUPS, query);
    return groups.map(({ id, count }) => `${id} ${count}`);
  }

  const said = () => editor.statuses.at(-1)?.change;

  it('shows only what the change adds, and says what that means', async () => {
    await start({ [`before ${MAIN}`]: MAIN_TEXT.replaceAll('alicloud', 'google') });
    const summary = await scan({ before: [{ uri: MAIN, exists: true }] });
    assert.deepEqual(summary, { added: 2, problems: 0 });
    assert.deepEqual(await listed(), ['alibaba-cloud 2']);
    const words =
      'Since main: adds 1 new vendor (Alibaba Cloud), 1 new jurisdiction (China); 1 finding was there before, 0 are gone';
    await editor.until(() => said() === words);
    assert.deepEqual([...new Set(asked.map(({ scan: id, state }) => `${id} ${state}`))], ['change before']);
  });

  it('counts a value that another file sets', async () => {
    await start({ [`before ${VARIABLES}`]: 'variable "region" {\n  default = "eu-west-1"\n}\n' });
    assert.equal((await scan({ before: [{ uri: VARIABLES, exists: true }] })).added, 1);
    assert.deepEqual(await listed(), ['aws 1']);
  });

  it('takes a file that the state does not have for new', async () => {
    await start({});
    assert.equal((await scan({ before: [{ uri: MAIN, exists: false }] })).added, 3);
    assert.deepEqual(asked, []);
  });

  it('takes all in a folder that the state does not have for new', async () => {
    const files = { [`${FOLDER}/lib/eu/main.tf`]: MAIN_TEXT, [`${FOLDER}/library/main.tf`]: MAIN_TEXT };
    await start({}, 'en', files);
    assert.equal((await scan({ before: [{ uri: `${FOLDER}/lib`, exists: false }] })).added, 2);
    assert.deepEqual(asked, []);
  });

  it('says what could not be read, which counts as new', async () => {
    await start({});
    const { added, problems } = await scan({ before: [{ uri: MAIN, exists: true }] });
    assert.deepEqual([added, problems > 0], [3, true]);
  });

  it('compares two states that are both not on disk', async () => {
    await start({
      [`before ${MAIN}`]: '',
      [`after ${MAIN}`]: 'provider "alicloud" {\n  region = "eu-central-1"\n}\n',
    });
    const file = { uri: MAIN, exists: true };
    assert.equal((await scan({ before: [file], after: [file] })).added, 1);
    assert.deepEqual(await listed(), ['alibaba-cloud 1']);
  });

  it('says which exceptions it uses', async () => {
    const exception = { match: 'aws', paths: ['**'], reason: 'x', approvedBy: 'y', expires: '2026-11-30' };
    const ruleset = { extends: ['vendor-diligence:baseline'], exceptions: [exception] };
    await start({ [`before ${MAIN}`]: '' }, 'en', { ...FILES, [RULESET]: JSON.stringify(ruleset) });
    await scan({ before: [{ uri: MAIN, exists: true }] });
    await editor.until(() => /are gone; 1 exception used, 1 expires in 7 days$/.test(said() ?? ''));
  });

  it('does not count exceptions that were used before', async () => {
    const exception = { match: 'aws', paths: ['**'], reason: 'x', approvedBy: 'y', expires: '2026-11-30' };
    const ruleset = { extends: ['vendor-diligence:baseline'], exceptions: [exception] };
    const files = { ...FILES, [RULESET]: JSON.stringify(ruleset) };
    await start({ [`before ${MAIN}`]: MAIN_TEXT.replaceAll('alicloud', 'google') }, 'en', files);
    await scan({ before: [{ uri: MAIN, exists: true }] });
    await editor.until(() => /are gone$/.test(said() ?? ''));
    const asked = { workDoneToken: 'report', folder: FOLDER, format: 'sarif' };
    const { results = [] } = JSON.parse(await editor.request<string>(REPORT, asked)).runs[0];
    assert.equal(results.length, 2);
  });

  it('follows what is typed, and shows everything again when asked to', async () => {
    await start({ [`before ${MAIN}`]: '' });
    await scan({ before: [{ uri: MAIN, exists: true }] });
    await editor.open(MAIN, MAIN_TEXT.replaceAll('alicloud', 'google'));
    await editor.until(() => editor.statuses.at(-1)?.findings.warning === 1);
    assert.deepEqual(await listed(), ['aws 1']);
    await editor.notify(SHOW_ALL);
    await editor.until(() => said() === undefined);
  });

  it('takes in what is typed since, and what is gone', async () => {
    await start({ [`before ${MAIN}`]: MAIN_TEXT.replaceAll('alicloud', 'google') });
    await scan({ before: [{ uri: MAIN, exists: true }] });
    const more = `${MAIN_TEXT}\nprovider "tencentcloud" {}\n`;
    await editor.open(MAIN, more);
    await editor.until(() =>
      /^Since main: adds 2 new vendors \(Alibaba Cloud, Tencent Cloud\)/.test(said() ?? ''),
    );
    assert.deepEqual((await listed()).sort(), ['alibaba-cloud 2', 'tencent-cloud 1']);
    await editor.change(MAIN, '');
    await editor.until(
      () => said() === 'Since main: adds no new vendor; 0 findings were there before, 1 is gone',
    );
    assert.deepEqual(await listed(), []);
  });

  it('speaks the reader\u2019s language', async () => {
    await start({ [`before ${MAIN}`]: '' }, 'de');
    await scan({ before: [{ uri: MAIN, exists: true }] });
    await editor.until(() => /^Seit main: bringt 2 neue Anbieter .* hinzu/.test(said() ?? ''));
  });
});
