import type { Catalog } from '../model/catalog.ts';

/** Counts of one thing by a property of it, highest first. */
export interface CountTable {
  readonly title: string;
  readonly total: number;
  readonly rows: readonly (readonly [name: string, count: number])[];
}

/** How much the catalog holds, of which kind and how sure. */
export function catalogCounts({ vendors, evidence, mirrors }: Catalog): CountTable[] {
  const indicators = vendors.flatMap(vendor =>
    vendor.indicators.flatMap(group => group.values.map(() => group)),
  );
  const packages = vendors.flatMap(vendor =>
    vendor.packages.flatMap(group => group.purls.map(purl => ({ ...group, purl }))),
  );
  const regions = vendors.flatMap(vendor => vendor.regions);
  const unverified = [
    ...marked('indicators', indicators),
    ...marked('packages', packages),
    ...marked('regions', regions),
    ...marked('mirrors', mirrors),
    ...evidence.filter(({ sourceQuality }) => sourceQuality === 'recall').map(() => 'evidence from memory'),
    ...marked(
      'jurisdictions',
      vendors.map(({ jurisdiction }) => jurisdiction),
    ),
  ];
  return [
    table(
      'vendors by jurisdiction',
      vendors.map(({ jurisdiction }) => jurisdiction.country),
    ),
    table(
      'indicators by kind',
      indicators.map(({ kind }) => kind),
    ),
    table(
      'packages by ecosystem',
      packages.map(({ purl }) => /^pkg:([a-z]+)/.exec(purl)?.[1] ?? 'other'),
    ),
    table(
      'packages by relationship',
      packages.map(({ relationship }) => relationship),
    ),
    table(
      'regions by country',
      regions.map(({ country = 'unknown' }) => country),
    ),
    table(
      'mirrors by ecosystem',
      mirrors.map(({ ecosystem }) => ecosystem),
    ),
    table(
      'evidence by kind',
      evidence.map(({ kind }) => kind),
    ),
    table(
      'evidence by source quality',
      evidence.map(({ sourceQuality }) => sourceQuality),
    ),
    table('not verified', unverified),
  ];
}

interface Fact {
  readonly confidence?: string;
  readonly source: string;
}

/** One name for each fact that is only possible, or whose source nobody can open. */
function marked(what: string, facts: readonly Fact[]): string[] {
  return facts.flatMap(fact => {
    const doubt = doubtAbout(fact);
    return doubt === undefined ? [] : [`${what} ${doubt}`];
  });
}

function doubtAbout({ confidence, source }: Fact): string | undefined {
  if (/\brecall\b/.test(source)) return 'from memory';
  if (/^public \w+/.test(source)) return 'whose source is not named';
  return confidence === 'possible' ? 'that are only possible' : undefined;
}

function table(title: string, names: readonly string[]): CountTable {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { title, total: names.length, rows };
}
