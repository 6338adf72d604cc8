import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/engine/index.ts';
import {
  FINDING_GROUPS,
  FINDING_PAGE,
  type FindingGroups,
  type FindingPage,
  type FindingQuery,
} from '../../src/protocol/findings.ts';
import { SCAN_WORKSPACE } from '../../src/protocol/requests.ts';
import { ENGLISH } from '../../src/report/language.ts';
import type { PlacedFinding } from '../../src/server/documents/publisher.ts';
import { FindingList } from '../../src/server/requests/finding-list.ts';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, MAIN_TEXT } from './support/module.ts';

const ALL = { filter: '', limit: 100 } as const;

describe('the list of findings', () => {
  let editor: Conversation;
  const groups = (query: FindingQuery) => editor.request<FindingGroups>(FINDING_GROUPS, query);
  const page = (query: FindingQuery, group: string) =>
    editor.request<FindingPage>(FINDING_PAGE, { ...query, group });
  const titles = ({ groups: list }: FindingGroups) =>
    list.map(({ label, detail, count, severity }) => `${label} (${detail}) ${count} ${severity}`);

  beforeEach(async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.request(SCAN_WORKSPACE, {});
  });
  afterEach(() => editor.end());

  it('is grouped by vendor, the one with the most findings first', async () => {
    assert.deepEqual(titles(await groups({ ...ALL, by: 'vendor' })), [
      'Alibaba Cloud (China) 2 warning',
      'Amazon Web Services (United States) 1 warning',
    ]);
  });

  it('is grouped by file, concern and severity', async () => {
    assert.deepEqual(titles(await groups({ ...ALL, by: 'file' })), ['main.tf () 3 warning']);
    const concerns = await groups({ ...ALL, by: 'concern' });
    assert.equal(concerns.matching, 3);
    assert.ok(concerns.groups.some(({ label }) => label === 'Access by authorities'));
    assert.deepEqual(titles(await groups({ ...ALL, by: 'severity' })), ['Warning () 3 warning']);
  });

  it('has the findings of a group in the order of their places', async () => {
    const { findings, more } = await page({ ...ALL, by: 'file' }, MAIN);
    assert.equal(more, 0);
    const [first] = findings;
    assert.ok(first);
    assert.deepEqual(
      [...findings].sort((a, b) => a.start.line - b.start.line),
      findings,
    );
    assert.equal(first.uri, MAIN);
    assert.equal(first.path, 'main.tf');
    assert.equal(first.match, 'alibaba-cloud');
    assert.equal(first.severityWords, 'warning');
    assert.match(first.detail, /^line \d+ · provider$/);
    assert.match(first.message, /^Alibaba Cloud/);
  });

  it('keeps what has all words of the filter, in any case', async () => {
    const { matching, groups: list } = await groups({ ...ALL, by: 'vendor', filter: '  CHINA region ' });
    assert.equal(matching, 1);
    assert.deepEqual(
      list.map(({ id }) => id),
      ['aws'],
    );
    assert.equal((await groups({ ...ALL, by: 'vendor', filter: 'no such word' })).matching, 0);
  });

  it('ends at the limit and says how much is left', async () => {
    const first = await groups({ by: 'vendor', filter: '', limit: 1 });
    assert.deepEqual([first.groups.length, first.more, first.matching], [1, 1, 3]);
    const findings = await page({ by: 'vendor', filter: '', limit: 1 }, 'alibaba-cloud');
    assert.deepEqual([findings.findings.length, findings.more], [1, 1]);
  });

  it('has nothing in a group that is gone', async () => {
    assert.deepEqual(await page({ ...ALL, by: 'vendor' }, 'nobody'), { findings: [], more: 0 });
  });

  it('follows what is typed', async () => {
    await editor.open(MAIN, MAIN_TEXT.replaceAll('alicloud', 'aws'));
    await editor.until(() => editor.statuses.at(-1)?.findings.warning === 1);
    const { groups: list } = await groups({ ...ALL, by: 'vendor' });
    assert.deepEqual(
      list.map(({ id }) => id),
      ['aws'],
    );
  });

  it('tells that everything was read, though nothing was found', async () => {
    const clean = await Conversation.start({ folders: [FOLDER], files: { [MAIN]: '' } });
    await clean.request(SCAN_WORKSPACE, {});
    await clean.until(() => clean.statuses.at(-1)?.isScanned === true);
    await clean.end();
  });
});

describe('a list of 20,000 findings', () => {
  it('answers at once', async () => {
    const catalog = await loadCatalog();
    const many = Array.from({ length: 20_000 }, (_, index) => finding(index));
    const list = new FindingList({
      findings: () => many,
      nameOf: uri => uri.slice('file:///shop/'.length),
      language: ENGLISH,
    });
    const started = performance.now();
    const { groups, matching } = list.groups({ by: 'file', filter: '', limit: 200 }, catalog);
    const first = performance.now();
    list.page({ by: 'file', filter: '', limit: 200, group: groups[0]?.id ?? '' }, catalog);
    const second = performance.now();
    list.groups({ by: 'vendor', filter: 'oss', limit: 200 }, catalog);
    const third = performance.now();
    console.log(
      `      groups ${Math.round(first - started)} ms, page ${Math.round(second - first)} ms, filtered ${Math.round(third - second)} ms`,
    );
    assert.deepEqual([groups.length, matching], [200, 20_000]);
    assert.ok(third - started < 3000);
  });
});

function finding(index: number): PlacedFinding {
  const line = index % 10;
  const path = `infra/${Math.floor(index / 10)}/main.tf`;
  return {
    uri: `file:///shop/${path}`,
    finding: {
      rule: 'flagged-vendor',
      vendor: 'alibaba-cloud',
      severity: 'warning',
      kind: 'resource',
      value: 'alicloud_oss_bucket',
      concerns: ['government-access', 'data-residency'],
      path,
      fingerprint: `${index}`,
      range: { start: { line, character: 0 }, end: { line, character: 5 } },
      message: `Alibaba Cloud (China): resource alicloud_oss_bucket, number ${index}. ${'A long sentence. '.repeat(20)}`,
    },
  };
}
