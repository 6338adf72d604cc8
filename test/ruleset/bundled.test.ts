import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog/index.ts';
import { loadRulesets, scan } from '../../src/engine/index.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { Attribution, Match } from '../../src/model/match.ts';
import { BUNDLED } from '../../src/ruleset/generated/bundled.ts';
import { matchesGlob } from '../../src/ruleset/glob.ts';
import { Judge } from '../../src/ruleset/judge.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';
import { scanUnder } from './scan-under.ts';

/** One repository, seen by different organisations. */
const REPOSITORY = {
  'alibaba/main.tf': 'resource "alicloud_oss_bucket" "b" {}\n',
  'arvan/main.tf': 'resource "arvan_volume" "v" {}\n',
  'aws/cn/main.tf': 'provider "aws" {\n  region = "cn-north-1"\n}\n',
  'aws/eu/main.tf': 'provider "aws" {\n  region = "eu-central-1"\n}\nresource "aws_s3_bucket" "b" {}\n',
  'aws/network/main.tf': 'resource "aws_vpc" "v" {}\n',
  'hetzner/main.tf': 'resource "hcloud_volume" "v" {\n  location = "ash"\n}\n',
  'huawei/main.tf': 'resource "huaweicloud_obs_bucket" "b" {}\n',
  'ovh/main.tf': 'resource "ovh_cloud_project_database" "d" {}\n',
  'requirements.txt': '--index-url https://mirrors.aliyun.com/pypi/simple/\nboto3==1.35.0\n',
  'yandex/main.tf': 'resource "yandex_storage_bucket" "b" {}\nresource "yandex_vpc_network" "n" {}\n',
};

/** What no bundled ruleset but the European ones says otherwise. */
const BASELINE = {
  'alibaba/main.tf:1': 'warning flagged-vendor',
  'arvan/main.tf:1': 'warning flagged-vendor',
  'aws/cn/main.tf:2': 'warning flagged-location',
  'huawei/main.tf:1': 'warning flagged-vendor',
  'requirements.txt:1': 'warning flagged-mirror',
  'yandex/main.tf:1': 'warning flagged-vendor',
  'yandex/main.tf:2': 'information flagged-vendor',
};

const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  baseline: BASELINE,
  // Sanctions and the data security rule (28 CFR 202) bind every US person.
  'us-private': {
    ...BASELINE,
    'arvan/main.tf:1': 'error flagged-vendor',
    'yandex/main.tf:2': 'warning flagged-vendor',
  },
  // Section 889 part B reaches what federal contractors use themselves.
  'us-federal-contractor': {
    ...BASELINE,
    'arvan/main.tf:1': 'error flagged-vendor',
    'huawei/main.tf:1': 'error flagged-vendor',
    'yandex/main.tf:2': 'warning flagged-vendor',
  },
  // The section 1260H list limits defence buying; whatever else is flagged is a warning at least.
  'us-defense-contractor': {
    ...BASELINE,
    'alibaba/main.tf:1': 'error flagged-vendor',
    'arvan/main.tf:1': 'error flagged-vendor',
    'huawei/main.tf:1': 'error flagged-vendor',
    'yandex/main.tf:2': 'warning flagged-vendor',
  },
  uk: BASELINE,
  // Acts that prohibit or restrict are errors, whomever they bind.
  strict: {
    ...BASELINE,
    'alibaba/main.tf:1': 'error flagged-vendor',
    'arvan/main.tf:1': 'error flagged-vendor',
    'huawei/main.tf:1': 'error flagged-vendor',
    'yandex/main.tf:2': 'warning flagged-vendor',
  },
  watch: Object.fromEntries(
    Object.entries(BASELINE).map(([place, text]) => [
      place,
      text.replace('information', 'hint').replace('warning', 'information'),
    ]),
  ),
  // US vendors by the same rule as all others; a European vendor's American region; no listing is an error here.
  'eu-data-transfer': {
    'alibaba/main.tf:1': 'warning access-by-vendor',
    'arvan/main.tf:1': 'warning access-by-vendor',
    'aws/cn/main.tf:1': 'warning access-by-vendor',
    'aws/eu/main.tf:1': 'warning access-by-vendor',
    'aws/eu/main.tf:4': 'warning access-by-vendor',
    'aws/network/main.tf:1': 'information access-by-vendor',
    'hetzner/main.tf:2': 'warning transfer-by-location',
    'huawei/main.tf:1': 'warning access-by-vendor',
    'requirements.txt:1': 'warning flagged-mirror',
    'requirements.txt:2': 'warning access-by-vendor',
    'yandex/main.tf:1': 'warning access-by-vendor',
    'yandex/main.tf:2': 'information access-by-vendor',
  },
};

describe('bundled rulesets', () => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    it(`${name}: the same repository`, async () => {
      const rows = await scanUnder([name], REPOSITORY);
      const found = rows
        .map(row => row.split(' '))
        .map(([place, ...rest]) => [place, rest.slice(0, 2).join(' ')]);
      assert.deepEqual(Object.fromEntries(found), expected);
    });
  }

  it('name only vendors, regions and rulesets that exist', async () => {
    const catalog = await loadCatalog();
    for (const { extends: bases = [], approved = {} } of Object.values(BUNDLED)) {
      for (const base of bases) assert.ok(Object.hasOwn(BUNDLED, base), base);
      for (const id of [...(approved.vendors ?? []), ...(approved.prefer ?? [])])
        assert.ok(catalog.vendor(id), id);
      for (const [vendor, patterns] of Object.entries(approved.regions ?? {})) {
        const ids = catalog.regionsOf(vendor).map(region => region.id);
        for (const pattern of patterns)
          assert.ok(
            ids.some(id => matchesGlob(pattern, id)),
            `${vendor} has no region ${pattern}`,
          );
      }
    }
  });

  it('europe: approved regions lie in the EEA or where the Commission has decided adequacy', async () => {
    const catalog = await loadCatalog();
    const { ruleset } = await loadRulesets([{ bundled: 'vendor-diligence:eu-data-transfer' }]);
    const adequate =
      ruleset.rules.find(rule => rule.id === 'transfer-by-location')?.when.locationsExcept ?? [];
    for (const [vendor, patterns] of Object.entries(ruleset.approved.regions)) {
      for (const { id, country = '' } of catalog.regionsOf(vendor))
        if (patterns.some(pattern => matchesGlob(pattern, id)))
          assert.ok(adequate.includes(country), `${vendor} ${id} is in ${country}`);
    }
  });
});

describe('one code for every jurisdiction', () => {
  const HOMES = ['CN', 'US', 'RU', 'IN'];

  it('gives vendors the same level whatever country they are run from', async () => {
    const { ruleset } = await loadRulesets([{ bundled: 'vendor-diligence:eu-data-transfer' }]);
    for (const role of ['data-store', 'network'] as const) {
      const levels = HOMES.map(home => new Judge(ruleset, factsOf(home), '2026-11-23').judge(match(role)));
      assert.deepEqual(
        levels.map(judgement => judgement && `${judgement.severity} ${judgement.rule}`),
        HOMES.map(() => `${role === 'data-store' ? 'warning' : 'information'} access-by-vendor`),
      );
    }
  });

  it('europe: storage in the EEA is no transfer; the law of the vendor’s country may reach it', async () => {
    const inEurope = await actsUnderEurope('aws_s3_bucket', 'eu-central-1');
    assert.ok(inEurope.includes('us-cloud-act'));
    assert.deepEqual(
      inEurope.filter(id => id === 'eu-gdpr-chapter-v' || id === 'eu-us-dpf'),
      [],
    );
    assert.ok((await actsUnderEurope('aws_s3_bucket', 'us-east-1')).includes('eu-gdpr-chapter-v'));
  });

  it('knows the acts that a transfer from the EU to the US is judged by, each with its source and day', async () => {
    const catalog = await loadCatalog();
    const acts = [
      'us-cloud-act',
      'us-fisa-702',
      'us-eo-14086',
      'eu-us-dpf',
      'eu-schrems-i',
      'eu-schrems-ii',
      'eu-latombe-general-court',
      'eu-latombe-appeal',
      'eu-gdpr-chapter-v',
    ];
    const reached = new Set(
      catalog.evidenceFor({ jurisdictions: ['US'], location: 'US' }).map(({ evidence }) => evidence.id),
    );
    for (const id of acts) {
      assert.ok(reached.has(id), `${id} reaches neither vendors that are run from the US nor places there`);
      const { url, asOf, citation } = catalog.evidence(id) ?? {};
      assert.ok(url && asOf && citation, id);
    }
    assert.match(catalog.evidence('eu-latombe-appeal')?.citation ?? '', /C-703\/25 P/);
  });
});

/** The acts behind the finding of a resource of AWS in this region. */
async function actsUnderEurope(resource: string, region: string): Promise<readonly string[]> {
  const { ruleset } = await loadRulesets([{ bundled: 'vendor-diligence:eu-data-transfer' }]);
  const text = `provider "aws" {\n  region = "${region}"\n}\nresource "${resource}" "x" {}\n`;
  const { findings } = await scan({ tree: memoryTree({ 'main.tf': text }), ruleset, clock: testClock });
  return findings.find(({ kind }) => kind === 'resource')?.evidence ?? [];
}

/** Facts of one vendor without a listing, whose home has a law that compels assistance. */
function factsOf(home: string): Facts {
  const evidence = { ...COMPELS, vendorJurisdictions: [home] };
  return {
    vendor: id => ({
      id,
      name: id,
      aliases: [],
      jurisdiction: { country: home, source: 'x', date: '2026-11-23' },
    }),
    region: () => undefined,
    regionsOf: () => [],
    evidence: () => evidence,
    evidenceFor: ({ jurisdictions = [] }) =>
      jurisdictions.includes(home) ? [{ evidence, namedAs: 'jurisdiction' }] : [],
  };
}

const COMPELS: Evidence = {
  id: 'xx-access-act',
  kind: 'law',
  title: 'Access act',
  authority: 'A parliament',
  jurisdiction: 'US',
  date: '2020-01-01',
  asOf: '2026-08-01',
  status: 'in-force',
  effect: 'compels-assistance',
  binds: [],
  appliesTo: 'providers',
  concerns: ['government-access'],
  vendors: {},
  vendorJurisdictions: [],
  locations: [],
  summary: 'Providers can be required to give access.',
  citation: 'Act 1',
  url: 'https://example.org/act',
  sourceQuality: 'official',
  confidence: 'high',
};

function match(role: NonNullable<Attribution['role']>): Match {
  const span = { start: 0, end: 1 };
  return {
    reference: {
      kind: 'resource',
      value: { type: 'literal', value: 'x', span },
      span,
      structuralPath: [],
      scope: '',
    },
    path: 'main.tf',
    resolved: { value: 'x', trail: [] },
    attribution: {
      vendor: 'some-cloud',
      relationship: 'service',
      confidence: 'certain',
      indicator: 'x',
      role,
    },
  };
}
