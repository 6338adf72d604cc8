import type { CatalogFile } from '../../src/catalog/checks/placed.ts';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import type { CompiledCatalog } from '../../src/catalog/compiled.ts';

/** Facts of invented vendors, small enough to see in a test what must match. */

const sourced = { source: 'https://docs.example.org/facts', date: '2026-11-01' };

/** A vendor run from CN, with every kind of indicator. */
export const DRAGON = {
  id: 'dragon-cloud',
  name: 'Dragon Cloud',
  jurisdiction: { country: 'CN', ...sourced },
  zonePatterns: ['{region}-[a-z]'],
  indicators: [
    { kind: 'provider', match: 'exact', values: ['dragon/dragoncloud', 'hashicorp/dragoncloud'] },
    { kind: 'resource', match: 'prefix', values: ['dragoncloud_', 'DRAGON::'] },
    { kind: 'module', match: 'prefix', values: ['terraform-dragon-modules/'] },
    { kind: 'module', match: 'suffix', values: ['/dragoncloud'] },
    { kind: 'backend', match: 'exact', values: ['dos'], role: 'data-store' },
    { kind: 'host', match: 'domain', values: ['dragonapis.com'] },
    { kind: 'host', match: 'glob', values: ['dos-*.dragonapis.com'], role: 'data-store' },
    { kind: 'host', match: 'exact', values: ['chat.dragonapis.com'], relationship: 'ai-api', role: 'ai' },
    { kind: 'image', match: 'domain', values: ['cr.dragon'] },
    { kind: 'image', match: 'prefix', values: ['registry.dragonapis.com/copies/'], relationship: 'mirror' },
    { kind: 'mirror', match: 'domain', values: ['mirrors.dragon.com'], relationship: 'mirror' },
    {
      kind: 'action',
      match: 'prefix',
      values: ['dragon/', 'community/dragon-login@'],
      relationship: 'deploy-tool',
    },
    { kind: 'chart', match: 'prefix', values: ['https://charts.dragon.com/stable'] },
    { kind: 'plugin', match: 'exact', values: ['serverless-dragon-functions'], relationship: 'deploy-tool' },
    { kind: 'api-group', match: 'domain', values: ['dragoncloud.crossplane.io'] },
    { kind: 'annotation', match: 'prefix', values: ['service.beta.kubernetes.io/dragon-load-balancer-'] },
    { kind: 'driver', match: 'glob', values: ['*plugin.csi.dragon.com'] },
    { kind: 'environment-variable', match: 'prefix', values: ['DRAGON_CLOUD_'] },
  ].map(group => ({ ...group, ...sourced })),
  packages: [
    { purls: ['pkg:npm/%40dragon/'], match: 'prefix', relationship: 'service-sdk' },
    { purls: ['pkg:npm/%40dragon/cli'], relationship: 'deploy-tool' },
    { purls: ['pkg:npm/*-dragon-adapter'], match: 'glob', relationship: 'service-sdk' },
    { purls: ['pkg:pypi/dragon-python-sdk'], relationship: 'service-sdk' },
    { purls: ['pkg:golang/github.com/dragon-sdk/'], match: 'prefix', relationship: 'service-sdk' },
    { purls: ['pkg:githubactions/helper/dragon-deploy'], relationship: 'deploy-tool' },
    { purls: ['pkg:docker/dragonware/agent'], relationship: 'telemetry' },
    { purls: ['pkg:helm/dragon-operator'], relationship: 'open-source' },
  ].map(entry => ({ ...entry, ...sourced })),
  regions: [
    { id: 'cn-lake', country: 'CN', city: 'Lakeside' },
    { id: 'cn-lake-finance-1', country: 'CN' },
    { id: 'us-west-1', country: 'US' },
    { id: 'lk', country: 'CN' },
    { id: 'RegionOne', country: 'CN', needsProvider: true },
  ].map(region => ({ ...region, ...sourced })),
  resourceRoles: [
    { role: 'network', prefixes: ['dragoncloud_'], ...sourced },
    { role: 'data-store', prefixes: ['dragoncloud_db_'], types: ['dragoncloud_bucket'], ...sourced },
    { role: 'none', types: ['dragoncloud_db_parameters'], ...sourced },
  ],
  examples: [{ kind: 'provider', value: 'dragon/dragoncloud' }],
  nonExamples: [{ kind: 'provider', value: 'hashicorp/eagle' }],
};

/** A vendor run from US, with regions in CN that somebody else operates. */
export const EAGLE = {
  id: 'eagle',
  name: 'Eagle Web Services',
  jurisdiction: { country: 'US', ...sourced },
  zonePatterns: ['{region}[a-z]'],
  indicators: [
    { kind: 'provider', match: 'exact', values: ['hashicorp/eagle'] },
    { kind: 'resource', match: 'prefix', values: ['eagle_'] },
    { kind: 'host', match: 'domain', values: ['eagleapis.com'] },
    {
      kind: 'host',
      match: 'domain',
      values: ['eagleapis.com.cn'],
      location: 'CN',
      operator: 'Lakeside Data',
    },
    { kind: 'partition', match: 'prefix', values: ['ern:eagle-cn:'], location: 'CN' },
  ].map(group => ({ ...group, ...sourced })),
  regions: [
    { id: 'us-west-1', country: 'US' },
    {
      id: 'cn-lake-1',
      country: 'CN',
      operator: 'Lakeside Data',
      partition: 'eagle-cn',
      aliases: ['China Lake'],
    },
  ].map(region => ({ ...region, ...sourced })),
  examples: [{ kind: 'provider', value: 'hashicorp/eagle' }],
  nonExamples: [{ kind: 'provider', value: 'dragon/dragoncloud' }],
};

export const MIRRORS = [
  { from: 'https://mirrors.dragon.com/npm/', to: 'origin:npm', ecosystem: 'npm' },
  { from: 'mirrors.dragon.com/pypi/simple', to: 'pypi.org/simple', ecosystem: 'pypi' },
  { from: '*.accelerator.dragon.com', to: 'docker.io', ecosystem: 'docker' },
  { from: 'registry.dragonapis.com/k8s', to: 'registry.k8s.io', ecosystem: 'docker' },
].map(mirror => ({ ...mirror, operator: 'dragon-cloud', location: 'CN', ...sourced }));

const act = {
  kind: 'law',
  authority: 'A parliament',
  date: '2020-01-01',
  asOf: '2026-01-01',
  status: 'in-force',
  effect: 'compels-assistance',
  binds: [],
  appliesTo: 'Organisations',
  concerns: ['government-access'],
  summary: 'Organisations shall support lawful work.',
  citation: 'Act 1',
  url: 'https://law.example.org/1',
  sourceQuality: 'official',
  confidence: 'high',
};

export const EVIDENCE = [
  { ...act, id: 'cn-assistance', title: 'Assistance', jurisdiction: 'CN', vendorJurisdictions: ['CN'] },
  { ...act, id: 'cn-localisation', title: 'Localisation', jurisdiction: 'CN', locations: ['CN'] },
  { ...act, id: 'us-list', title: 'A list', jurisdiction: 'US', vendors: { 'dragon-cloud': 'parent' } },
];

/** The facts as files, which a test can change before it reads them. */
export function smallFiles({
  vendors = [DRAGON, EAGLE] as readonly ({ readonly id: string } & Record<string, unknown>)[],
  mirrors = MIRRORS as readonly unknown[],
  evidence = EVIDENCE as readonly unknown[],
} = {}): CatalogFile[] {
  return [
    ...vendors.map(vendor => ({ path: `vendors/${vendor.id}.jsonc`, text: JSON.stringify(vendor, null, 2) })),
    { path: 'evidence/all.jsonc', text: JSON.stringify({ evidence }, null, 2) },
    { path: 'mirrors/all.jsonc', text: JSON.stringify({ mirrors }, null, 2) },
  ];
}

/** The small catalog, compiled and as it is after a trip through JSON. */
export function smallCatalog(): CompiledCatalog {
  const { catalog, problems } = readCatalog(smallFiles());
  if (problems.length > 0)
    throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return JSON.parse(JSON.stringify(compileCatalog(catalog)));
}
