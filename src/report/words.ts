import type { Evidence } from '../model/catalog.ts';
import type { Finding, FindingKind } from '../model/finding.ts';
import type { Audience, Concern, DataRole, Relationship } from '../model/vocabulary.ts';

/** The words that every face uses for the vocabulary's ids. */

/** What a reference is, as the subject of "… on this line". */
export const KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  provider: 'provider',
  resource: 'resource',
  'data-source': 'data source',
  module: 'module',
  backend: 'state backend',
  region: 'region',
  partition: 'partition',
  image: 'container image',
  package: 'package',
  mirror: 'mirror',
  host: 'endpoint',
  action: 'workflow action',
  chart: 'chart',
  plugin: 'plug-in',
  'api-group': 'API group',
  annotation: 'annotation',
  driver: 'driver',
  'environment-variable': 'environment variable',
  command: 'command',
  suppression: 'suppression comment',
};

export const ROLE_WORDS: Readonly<Record<DataRole, string>> = {
  'data-store': 'stores data',
  compute: 'runs workloads',
  network: 'carries traffic',
  identity: 'manages identities',
  secrets: 'holds secrets',
  logging: 'collects logs',
  ai: 'receives prompts and files',
  none: 'holds no content',
};

export const RELATIONSHIP_WORDS: Readonly<Record<Relationship, string>> = {
  service: 'service of the vendor',
  'service-sdk': "SDK that calls the vendor's service",
  'deploy-tool': 'tool that deploys to the vendor',
  'ai-api': 'AI API: prompts and files go to the vendor',
  telemetry: 'telemetry that goes to the vendor',
  mirror: 'copy of a public registry, run by the vendor',
  'open-source': 'open-source code; no data goes to the vendor',
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  us: 'persons subject to US jurisdiction',
  'us-federal-agency': 'US federal agencies',
  'us-federal-contractor': 'US federal contractors',
  'us-defense-contractor': 'US defence contractors',
  'us-state-TX': 'agencies of the State of Texas',
  eu: 'organisations subject to EU law',
  'financial-eu': 'EU financial entities',
  gb: 'organisations subject to UK law',
  au: 'Australian government entities',
  tw: 'Taiwanese government agencies',
};

export const CONCERN_WORDS: Readonly<Record<Concern, string>> = {
  'government-access': 'access by authorities',
  'data-residency': 'data residency',
  'ip-theft': 'intellectual property',
  'service-cutoff': 'service cut-off',
  'supply-chain-integrity': 'supply-chain integrity',
  'regulatory-prohibition': 'prohibition',
  'regulatory-listing': 'listing',
  'regulatory-review': 'review',
  'ai-data-use': 'use of data by AI services',
};

/** What each concern is, in one sentence. */
export const CONCERN_DEFINITIONS: Readonly<Record<Concern, string>> = {
  'government-access':
    'An authority can lawfully require the provider or operator to give access to customer data, possibly without telling the customer.',
  'data-residency':
    'Where data is stored, or from where it is reached, puts it under a regime that restricts or forces transfer.',
  'ip-theft': 'Trade secrets or source code could be taken through the provider.',
  'service-cutoff': 'The provider can be ordered, or can choose, to stop the service or to block logins.',
  'supply-chain-integrity':
    'The product, its updates or the handling of its vulnerabilities can be influenced.',
  'regulatory-prohibition': 'Using, buying or contracting is forbidden to those whom the act binds.',
  'regulatory-listing': 'The vendor or its group is on a list that forbids nothing to the reader.',
  'regulatory-review': 'An authority reviews, proposes or litigates; no rule binds yet.',
  'ai-data-use':
    'Prompts, files or logs that are sent to an AI service may be kept in a jurisdiction or used for training.',
};

const countries = new Intl.DisplayNames(['en'], { type: 'region' });
const countryNames = new Map<string, string>();

/** The English name of an ISO 3166-1 country. */
export function countryName(code: string): string {
  const known = countryNames.get(code);
  if (known !== undefined) return known;
  const name = countries.of(code) ?? code;
  countryNames.set(code, name);
  return name;
}

/** A status and the day that its newest source is of: never one without the other. */
export function statusWords({ status, asOf }: Pick<Evidence, 'status' | 'asOf'>): string {
  return `${status.replaceAll('-', ' ')}, as of ${asOf}`;
}

/** Where a finding's region lies: `Beijing, China`. */
export function placeWords({ city, location }: Pick<Finding, 'city' | 'location'>): string | undefined {
  if (location === undefined) return undefined;
  const country = countryName(location);
  return city === undefined || city === country ? country : `${city}, ${country}`;
}

/** `a, b and c`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
