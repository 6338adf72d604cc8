import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadRulesets, type ScanResult, scan } from '../../src/engine/index.ts';
import { compareSeverity } from '../../src/model/vocabulary.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** The law that trust stands on: whatever a repository's ruleset says, what locked rules flag stays as severe. */

const FILES = {
  'alibaba.tf': 'resource "alicloud_oss_bucket" "b" {}\nresource "alicloud_vpc" "v" {}\n',
  'aws.tf': 'provider "aws" {\n  region = "cn-north-1"\n}\nresource "aws_s3_bucket" "b" {}\n',
  'yandex.tf': 'resource "yandex_storage_bucket" "b" {}\n',
  Dockerfile: 'FROM registry.cn-hangzhou.aliyuncs.com/acme/app:1\n',
  'requirements.txt': '--index-url https://mirrors.aliyun.com/pypi/simple/\noss2==2.18.0\n',
};

const ORGANISATION = {
  extends: ['vendor-diligence:us-defense-contractor'],
  approved: { vendors: ['aws'], regions: { aws: ['us-gov-west-1'] } },
  rules: [
    { id: 'no-china', when: { jurisdictions: ['CN'] }, locked: true },
    { id: 'not-in-china', when: { locations: ['CN'] }, severity: 'error', locked: true },
    { id: 'known-only', when: { approved: false }, severity: 'warning', locked: true },
  ],
};

const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const COUNTRIES = ['CN', 'US', 'RU', 'DE'];
const VENDORS = ['alibaba-cloud', 'aws', 'yandex', 'hetzner'];

const condition = fc
  .record(
    {
      vendors: maybe(some(...VENDORS)),
      jurisdictions: maybe(some(...COUNTRIES)),
      jurisdictionsExcept: maybe(some(...COUNTRIES)),
      locations: maybe(some(...COUNTRIES)),
      relationships: maybe(some('service', 'service-sdk', 'mirror')),
      kinds: maybe(some('resource', 'region', 'provider', 'image', 'mirror', 'package')),
      paths: maybe(some('**', '*.tf', 'Dockerfile')),
      approved: maybe(fc.boolean()),
    },
    { requiredKeys: [] },
  )
  .map(each => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)))
  .filter(each => Object.keys(each).length > 0);

const rule = fc.record({
  id: fc.constantFrom(
    'no-china',
    'not-in-china',
    'known-only',
    'flagged-vendor',
    'open-source',
    'mine',
    'other',
  ),
  when: condition,
  severity: fc.constantFrom('off', 'hint', 'information', 'warning', 'error', 'by-evidence'),
  locked: fc.boolean(),
});

const ruleset = fc.record(
  {
    extends: some(
      'vendor-diligence:watch',
      'vendor-diligence:allow-list',
      'vendor-diligence:eu-data-transfer',
    ),
    preset: fc.constantFrom('watch', 'baseline', 'strict'),
    suppressions: fc.constantFrom('allow', 'require-reason', 'forbid'),
    repositoryExceptions: fc.constant('allow'),
    audience: some('eu', 'gb'),
    approved: fc.record(
      {
        vendors: some(...VENDORS),
        prefer: some(...VENDORS),
        regions: fc.record({ aws: some('cn-north-1', '*', 'us-gov-west-1') }, { requiredKeys: [] }),
        sources: some('registry.cn-hangzhou.aliyuncs.com', '*', '**'),
        registries: fc.record({ pypi: fc.constant('https://mirrors.aliyun.com/pypi/simple/') }),
      },
      { requiredKeys: [] },
    ),
    rules: fc.uniqueArray(rule, { selector: each => each.id, maxLength: 4 }),
    exceptions: fc.array(
      fc.record({
        match: fc.constantFrom('no-china', 'not-in-china', 'alibaba-cloud', 'mine'),
        paths: fc.constant(['**']),
        reason: fc.constant('r'),
        approvedBy: fc.constant('me'),
        expires: fc.constant('2027-12-31'),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

async function findingsUnder(own: object): Promise<ScanResult['findings']> {
  const { ruleset: policy, problems } = await loadRulesets([
    { name: 'organisation', text: JSON.stringify(ORGANISATION) },
    { name: 'own', text: JSON.stringify(own), rank: 'repository' },
  ]);
  assert.deepEqual(problems, []);
  return (await scan({ tree: memoryTree(FILES), ruleset: policy, clock: testClock })).findings;
}

describe('a repository’s ruleset', () => {
  it('never makes milder what locked rules flag, whatever it says', async () => {
    const locked = new Set(ORGANISATION.rules.map(each => each.id));
    const required = (await findingsUnder({})).filter(finding => locked.has(finding.rule));
    assert.ok(required.length >= 6, `${required.length}`);
    await fc.assert(
      fc.asyncProperty(ruleset, async own => {
        const found = (await findingsUnder(own)).filter(finding => !finding.suppression);
        for (const { path, span, severity } of required) {
          const places = found.flatMap(finding => [
            finding,
            ...finding.occurrences.map(each => ({ ...finding, ...each })),
          ]);
          const there = places.filter(each => each.path === path && each.span.start === span.start);
          assert.ok(
            there.some(each => compareSeverity(each.severity, severity) <= 0),
            `${path} ${severity}: ${there.map(each => `${each.severity} ${each.rule}`).join(', ')}`,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
