import type { Evidence } from '../../src/model/evidence.ts';
import type { VendorFacts } from '../../src/model/facts.ts';
import type { Finding } from '../../src/model/finding.ts';
import { ENGLISH } from '../../src/report/language.ts';
import type { InventoryReport, ScanReport } from '../../src/report/report.ts';
import { makeSource, type Source } from '../../src/text/source.ts';
import type { Location, Span } from '../../src/text/span.ts';
import { phrase } from '../../src/words/phrase.ts';

/** A made-up scan of made-up vendors: what reports look like must not depend on the catalog. */

const LONG_LINE = `{"cdn":"${'x'.repeat(300)}","endpoint":"https://store.example-cloud.test/bucket","${'y'.repeat(300)}":1}`;

const TEXTS: Readonly<Record<string, string>> = {
  'deploy/main.tf': [
    'terraform {',
    '  required_providers {',
    '\tcloud = { source = "example/cloud", version = "~> 1.2" }',
    '  }',
    '}',
    'provider "cloud" { region = var.region }',
    '# 説明 \u{1F30F} e\u0301',
    'resource "cloud_bucket" "杭州" { endpoint = "杭州 store.example-cloud.test" }',
    '',
  ].join('\n'),
  'deploy/variables.tf': 'variable "region" {\r\n  default = "south-1"\r\n}\r\n',
  'bundle.json': LONG_LINE,
  'evil\u001b[31m\u202e.env': 'A=\u001b[2J\u202estore.example-cloud.test\u0007\nB=\n',
  'package.json': '{\n  "dependencies": {\n    "web-kit": "^2.0.0"\n  }\n}\n',
};

const sources = new Map<string, Source>(
  Object.entries(TEXTS).map(([path, text]) => [path, makeSource(path, text)]),
);

/** The span of `token` in a file of the sample, from its `occurrence`-th appearance. */
function at(path: string, token: string, occurrence = 0): Span {
  const text = TEXTS[path] ?? '';
  let start = text.indexOf(token);
  for (let count = 0; count < occurrence; count++) start = text.indexOf(token, start + 1);
  if (start < 0) throw new Error(`${token} is not in ${path}`);
  return { start, end: start + token.length };
}

function located(path: string, token: string, occurrence = 0): Location {
  return { path, span: at(path, token, occurrence) };
}

const PROCUREMENT: Evidence = {
  id: 'aq-procurement',
  kind: 'law',
  title: 'Polar Procurement Act, section 3',
  authority: 'Assembly of Antarctica',
  jurisdiction: 'AQ',
  date: '2024-02-01',
  asOf: '2026-05-04',
  status: 'in-force',
  effect: 'prohibits-procurement',
  binds: ['us-federal-contractor'],
  appliesTo: 'Suppliers of research stations',
  concerns: ['regulatory-prohibition'],
  vendors: { 'example-cloud': 'exact' },
  vendorJurisdictions: [],
  locations: [],
  summary: 'Stations may not buy services of the vendors that the act names.',
  citation: 'PPA s. 3',
  url: 'https://law.example/ppa/3',
  sourceQuality: 'official',
  confidence: 'high',
};

const ACTS: readonly Evidence[] = [
  PROCUREMENT,
  ...['first', 'second', 'third'].map(
    (word): Evidence => ({
      ...PROCUREMENT,
      id: `aq-${word}`,
      title: `The ${word} report on clouds`,
      kind: 'investigation',
      status: 'reported',
      effect: 'informs',
      binds: [],
      url: `https://law.example/reports/${word}`,
    }),
  ),
];

const VENDORS: readonly VendorFacts[] = [
  {
    id: 'example-cloud',
    name: 'Example Cloud',
    aliases: [],
    parent: { name: 'Example Holding', source: 'recall', date: '2026-01-01' },
    jurisdiction: { country: 'AQ', source: 'recall', date: '2026-01-01' },
  },
  {
    id: 'good-cloud',
    name: 'Good Cloud',
    aliases: [],
    jurisdiction: { country: 'IS', source: 'recall', date: '2026-01-01' },
  },
];

const BASE: Finding = {
  rule: 'example-vendors',
  vendor: 'example-cloud',
  kind: 'host',
  relationship: 'service',
  concerns: ['government-access'],
  severity: 'warning',
  confidence: 'certain',
  path: '',
  span: { start: 0, end: 0 },
  value: 'store.example-cloud.test',
  evidence: [],
  trace: [
    { step: 'indicator', indicator: 'domain example-cloud.test', vendor: 'example-cloud' },
    { step: 'rule', rule: 'example-vendors', ruleset: 'sample', severity: 'warning' },
  ],
  trail: [],
  via: [],
  occurrences: [],
  fingerprint: '0123456789abcdef',
  structuralPath: [],
};

const FINDINGS: readonly Finding[] = [
  { ...BASE, ...located('bundle.json', 'store.example-cloud.test') },
  {
    ...BASE,
    ...located('deploy/main.tf', 'example/cloud'),
    kind: 'provider',
    severity: 'error',
    value: 'example/cloud',
    evidence: ACTS.map(act => act.id),
    trace: [
      { step: 'indicator', indicator: 'exact example/cloud', vendor: 'example-cloud' },
      { step: 'evidence', evidence: 'aq-procurement', effect: 'prohibits-procurement', severity: 'error' },
      { step: 'rule', rule: 'example-vendors', ruleset: 'sample', severity: 'error' },
    ],
    occurrences: [0, 1, 2, 3].map(occurrence => ({
      ...located('deploy/main.tf', 'cloud', occurrence + 1),
      value: 'cloud',
      kind: 'resource',
    })),
  },
  {
    ...BASE,
    ...located('deploy/main.tf', 'var.region'),
    kind: 'region',
    value: 'south-1',
    region: 'south-1',
    location: 'AQ',
    city: 'Vostok',
    operator: 'Polar Hosting',
    trail: [{ ...located('deploy/variables.tf', 'south-1'), name: 'var.region' }],
    trace: [
      { step: 'value', name: 'var.region', ...located('deploy/variables.tf', 'south-1') },
      { step: 'region', region: 'south-1', location: 'AQ', operator: 'Polar Hosting' },
      ...BASE.trace,
    ],
  },
  {
    ...BASE,
    ...located('deploy/main.tf', 'store.example-cloud.test'),
    severity: 'information',
    role: 'data-store',
  },
  { ...BASE, ...located('evil\u001b[31m\u202e.env', 'store.example-cloud.test'), severity: 'hint' },
  {
    ...BASE,
    ...located('package.json', 'web-kit'),
    kind: 'package',
    relationship: 'service-sdk',
    value: 'example-cloud-sdk',
    purl: 'pkg:npm/example-cloud-sdk@4.1.0',
    via: ['web-kit', 'uploader', 'example-cloud-sdk'],
  },
];

/** A report with every kind of thing that can be in one. */
export const sampleReport: ScanReport = {
  tool: { name: 'vendor-diligence', version: '1.2.3' },
  ruleset: {
    name: 'sample',
    version: '7',
    audience: ['us-federal-contractor'],
    preset: 'baseline',
    approved: { vendors: ['good-cloud'], regions: {}, registries: {}, sources: [], prefer: [] },
    rules: [],
    replacements: [],
    suppressions: 'allow',
    exceptions: [],
  },
  facts: {
    vendor: id => VENDORS.find(vendor => vendor.id === id),
    evidence: id => ACTS.find(act => act.id === id),
  },
  findings: FINDINGS,
  suppressed: [
    {
      ...BASE,
      ...located('deploy/main.tf', 'store.example-cloud.test'),
      suppression: { by: 'comment', reason: 'moves in <March> | see `T-1`' },
    },
    { ...BASE, ...located('bundle.json', 'store.example-cloud.test'), suppression: { by: 'exception' } },
  ],
  problems: [
    { code: 'discovery-limit', message: phrase('problem.files-many', { files: 9 }) },
    {
      code: 'unreadable',
      path: 'deploy/\u001b]0;title\u0007.tf',
      message: phrase('problem.unreadable-here'),
    },
    {
      code: 'syntax-error',
      ...located('deploy/variables.tf', '}'),
      message: phrase('syntax.unclosed', { opening: '{' }),
    },
  ],
  stats: {
    files: { discovered: 120, classified: 30, prefiltered: 6, parsed: 7 },
    references: { matched: 9, unmatched: 4, unresolved: 1 },
  },
  today: '2026-05-05',
  source: path => sources.get(path),
  fixesOf: ({ kind }) =>
    kind === 'region'
      ? ['north-1', 'north-2', 'east-1', 'east-2'].map(region => ({
          title: `Use region ${region}`,
          grade: 'guided' as const,
          edits: new Map([
            ['deploy/variables.tf', [{ span: at('deploy/variables.tf', 'south-1'), newText: region }]],
          ]),
        }))
      : [],
};

/** The same without anything to say. */
export const emptyReport: ScanReport = { ...sampleReport, findings: [], problems: [], suppressed: [] };

export const sampleInventory: InventoryReport = {
  language: ENGLISH,
  references: [
    {
      kind: 'provider',
      value: 'example/cloud',
      ...located('deploy/main.tf', 'example/cloud'),
      format: 'terraform',
      state: 'matched',
      vendor: 'example-cloud',
    },
    {
      kind: 'region',
      value: 'var.region',
      ...located('deploy/main.tf', 'var.region'),
      format: 'terraform',
      provider: 'example/cloud',
      state: 'unresolved',
      reason: 'set-at-run-time',
    },
    {
      kind: 'package',
      value: 'web-kit',
      purl: 'pkg:npm/web-kit',
      name: 'web-kit',
      version: '^2.0.0',
      ...located('package.json', 'web-kit'),
      format: 'package-json',
      state: 'unmatched',
      reason: 'not-in-catalog',
    },
  ],
  problems: [{ code: 'binary', path: 'a.tf', message: phrase('problem.binary') }],
  source: path => sources.get(path),
};
