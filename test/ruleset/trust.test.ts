import assert from 'node:assert/strict';
import { loadRulesets, scan } from '../../src/engine/index.ts';
import { findingMessage } from '../../src/report/message.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** What the organisation says, as its settings name it. */
const ORGANISATION = {
  name: 'acme',
  extends: ['vendor-diligence:baseline'],
  preset: 'baseline',
  approved: {
    vendors: ['aws'],
    regions: { aws: ['eu-central-1', 'eu-west-*'] },
    registries: { npm: 'https://npm.acme.example/' },
  },
  rules: [
    { id: 'no-china', when: { jurisdictions: ['CN'] }, severity: 'error', locked: true },
    { id: 'no-russia', when: { jurisdictions: ['RU'] }, severity: 'warning' },
  ],
  suppressions: 'require-reason',
};

const REPOSITORY = {
  'alibaba.tf': 'resource "alicloud_oss_bucket" "b" {}\n',
  'yandex.tf': 'resource "yandex_storage_bucket" "b" {}\n',
};

interface Outcome {
  /** `path severity rule`, without what an exception or a comment silences. */
  readonly findings: readonly string[];
  /** What stands at the place of each refusal, and what is said. */
  readonly refused: readonly string[];
}

async function under(
  own: object,
  organisation: object | 'nobody' = ORGANISATION,
  files: Readonly<Record<string, string>> = REPOSITORY,
): Promise<Outcome> {
  const text = JSON.stringify(own, undefined, 2);
  const { ruleset, problems } = await loadRulesets([
    ...(organisation === 'nobody' ? [] : [{ name: 'organisation', text: JSON.stringify(organisation) }]),
    { name: '.vendor-diligence.jsonc', text, rank: 'repository' },
  ]);
  assert.deepEqual(problems, []);
  const result = await scan({ tree: memoryTree(files), ruleset, clock: testClock, isWhole: true });
  const context = { facts: { vendor: () => undefined, evidence: () => undefined }, ruleset };
  const shown = result.findings.filter(finding => !finding.suppression);
  return {
    findings: shown
      .filter(({ kind }) => kind !== 'override')
      .map(({ path, severity, rule }) => `${path} ${severity} ${rule}`),
    refused: shown
      .filter(({ kind }) => kind === 'override')
      .map(finding => {
        assert.equal(finding.rule, 'policy-override-refused');
        assert.equal(finding.path, '.vendor-diligence.jsonc');
        return `${text.slice(finding.span.start, finding.span.end)} → ${findingMessage(finding, context)}`;
      }),
  };
}

const AS_BEFORE = ['alibaba.tf error no-china', 'yandex.tf warning no-russia'];

/** Every way to weaken, and what is said at which words. */
const ATTEMPTS: readonly (readonly [says: string, own: object, refused: readonly string[]])[] = [
  [
    'to replace a locked rule',
    { rules: [{ id: 'no-china', when: { jurisdictions: ['CN'] }, severity: 'hint' }] },
    ['"no-china" → This override was refused: rule "no-china" is locked by organisation.'],
  ],
  [
    'to switch a locked rule off by another one in front',
    { rules: [{ id: 'mine', when: { vendors: ['alibaba-cloud'] }, severity: 'off' }] },
    [
      '"off" → This override was refused: severity "off" does not lower rule "no-china", which organisation has locked.',
    ],
  ],
  [
    'to lower a locked rule for some paths',
    { rules: [{ id: 'mine', when: { paths: ['alibaba.tf'] }, severity: 'information' }] },
    [
      '"information" → This override was refused: severity "information" does not lower rule "no-china", which organisation has locked.',
    ],
  ],
  [
    'to approve a vendor',
    { approved: { vendors: ['aws', 'alibaba-cloud'], prefer: ['alibaba-cloud'] } },
    [
      '"alibaba-cloud" → This override was refused: "alibaba-cloud" is not approved by the organisation.',
      '"alibaba-cloud" → This override was refused: "alibaba-cloud" is not approved by the organisation.',
    ],
  ],
  [
    'to approve more regions',
    { approved: { regions: { aws: ['eu-west-1', 'cn-north-1', '*'] } } },
    [
      '"cn-north-1" → This override was refused: region "cn-north-1" of aws is not approved by the organisation.',
      '"*" → This override was refused: region "*" of aws is not approved by the organisation.',
    ],
  ],
  [
    'to name another registry',
    { approved: { registries: { npm: 'https://npm.evil.example/' } } },
    [
      '"https://npm.evil.example/" → This override was refused: registry "https://npm.evil.example/" for npm is not approved by the organisation.',
    ],
  ],
  [
    'to loosen suppressions',
    { suppressions: 'allow' },
    [
      '"allow" → This override was refused: suppressions "allow" are looser than the organisation\'s "require-reason".',
    ],
  ],
  [
    'to take a weaker preset',
    { preset: 'watch' },
    ['"watch" → This override was refused: preset "watch" is weaker than the organisation\'s "baseline".'],
  ],
  [
    'to take a weaker preset by extending a bundled ruleset',
    { extends: ['vendor-diligence:watch'] },
    [
      '"vendor-diligence:watch" → This override was refused: severity "information" does not lower rule "no-china", which organisation has locked, and 1 more of vendor-diligence:watch.',
    ],
  ],
  [
    'to grant itself an exception, and to allow itself to',
    {
      repositoryExceptions: 'allow',
      exceptions: [
        { match: 'alibaba-cloud', paths: ['**'], reason: 'r', approvedBy: 'me', expires: '2027-01-01' },
      ],
    },
    [
      '"alibaba-cloud" → This override was refused: the organisation does not let repositories grant exceptions, here from "alibaba-cloud".',
    ],
  ],
];

describe('a repository under an organisation', () => {
  for (const [says, own, refused] of ATTEMPTS) {
    it(`tries ${says}: refused, told, and as before`, async () => {
      const outcome = await under(own);
      assert.deepEqual(outcome.refused, refused);
      assert.deepEqual(outcome.findings, AS_BEFORE);
    });
  }

  it('tries to make a known vendor a domestic one: the catalog decides', async () => {
    const sourced = { source: 'x', date: '2026-11-23' };
    const group = { kind: 'resource', match: 'prefix', values: ['alicloud_'], ...sourced };
    const own = {
      vendors: [
        { id: 'alibaba-cloud', name: 'A', jurisdiction: { country: 'DE', ...sourced }, indicators: [group] },
        { id: 'my-cloud', name: 'M', jurisdiction: { country: 'DE', ...sourced }, indicators: [group] },
      ],
    };
    assert.deepEqual(await under(own), { findings: AS_BEFORE, refused: [] });
  });

  it('tries to approve what belongs to nobody, under an organisation that approves only what it names', async () => {
    const organisation = {
      extends: ['vendor-diligence:allow-list'],
      approved: { sources: ['ghcr.io/acme'] },
    };
    const files = { Dockerfile: 'FROM ghcr.io/acme/app:1\nFROM quay.io/evil/app:1\n' };
    const own = { approved: { sources: ['quay.io/evil'] } };
    assert.deepEqual(await under(own, organisation, files), {
      findings: ['Dockerfile warning not-approved'],
      refused: [
        '"quay.io/evil" → This override was refused: "quay.io/evil" is not approved by the organisation.',
      ],
    });
  });

  it('may become an allow-list of its own', async () => {
    const own = { extends: ['vendor-diligence:allow-list'], approved: { sources: ['ghcr.io/acme'] } };
    const files = { Dockerfile: 'FROM ghcr.io/acme/app:1\nFROM quay.io/other/app:1\n' };
    assert.deepEqual(await under(own, ORGANISATION, files), {
      findings: ['Dockerfile warning not-approved'],
      refused: [],
    });
  });

  it('may tighten: stricter rules, a stricter preset, fewer regions, no suppressions', async () => {
    const own = {
      preset: 'strict',
      suppressions: 'forbid',
      approved: { regions: { aws: ['eu-central-1'] } },
      rules: [{ id: 'mine', when: { vendors: ['yandex'] }, severity: 'error' }],
    };
    assert.deepEqual(await under(own), {
      findings: ['alibaba.tf error no-china', 'yandex.tf error mine'],
      refused: [],
    });
  });

  it('may change what is not locked', async () => {
    const own = { rules: [{ id: 'no-russia', when: { jurisdictions: ['RU'] }, severity: 'off' }] };
    assert.deepEqual(await under(own), { findings: ['alibaba.tf error no-china'], refused: [] });
  });

  it('may switch off what no locked rule is about', async () => {
    const own = { rules: [{ id: 'mine', when: { vendors: ['yandex'] }, severity: 'off' }] };
    assert.deepEqual(await under(own), { findings: ['alibaba.tf error no-china'], refused: [] });
  });

  it('may grant exceptions where the organisation lets it', async () => {
    const own = {
      exceptions: [
        { match: 'no-china', paths: ['**'], reason: 'moving', approvedBy: 'ciso', expires: '2027-01-01' },
      ],
    };
    const outcome = await under(own, { ...ORGANISATION, repositoryExceptions: 'allow' });
    assert.deepEqual(outcome, { findings: ['yandex.tf warning no-russia'], refused: [] });
  });

  it('is its own master where no organisation says anything', async () => {
    const own = {
      approved: { vendors: ['alibaba-cloud'] },
      suppressions: 'allow',
      exceptions: [
        { match: 'yandex', paths: ['**'], reason: 'moving', approvedBy: 'ciso', expires: '2027-01-01' },
      ],
    };
    assert.deepEqual(await under(own, 'nobody'), { findings: [], refused: [] });
  });
});

describe('exceptions', () => {
  const exception = (changes: object) => ({
    exceptions: [
      {
        match: 'yandex',
        paths: ['**'],
        reason: 'moving',
        approvedBy: 'ciso',
        expires: '2027-06-30',
        ...changes,
      },
    ],
  });
  const only = { 'yandex.tf': 'resource "yandex_storage_bucket" "b" {}\n' };
  const findings = async (own: object) => (await under(own, 'nobody', only)).findings;

  it('silence what they are for', async () => {
    assert.deepEqual(await findings(exception({})), []);
  });

  it('end: what they covered is flagged again, and they say so', async () => {
    assert.deepEqual(await findings(exception({ expires: '2026-11-22' })), [
      '.vendor-diligence.jsonc warning exception-expired',
      'yandex.tf warning flagged-vendor',
    ]);
  });

  it('hold on their last day, and say fourteen days before that they end', async () => {
    for (const expires of ['2026-11-23', '2026-12-07'])
      assert.deepEqual(await findings(exception({ expires })), [
        '.vendor-diligence.jsonc information exception-expiring',
      ]);
    assert.deepEqual(await findings(exception({ expires: '2026-12-08' })), []);
  });

  it('that cover nothing are told', async () => {
    assert.deepEqual(await findings(exception({ paths: ['other/**'] })), [
      '.vendor-diligence.jsonc information exception-unused',
      'yandex.tf warning flagged-vendor',
    ]);
  });

  it('of an organisation are for many repositories: they are told only where they cover something', async () => {
    const organisation = { ...ORGANISATION, ...exception({ expires: '2026-11-22' }) };
    assert.deepEqual((await under({}, organisation, only)).findings, [
      'organisation warning exception-expired',
      'yandex.tf warning no-russia',
    ]);
    const elsewhere = { 'aws.tf': 'resource "aws_vpc" "v" {}\n' };
    assert.deepEqual((await under({}, organisation, elsewhere)).findings, []);
  });
});
