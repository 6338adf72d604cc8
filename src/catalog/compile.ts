import type { Catalog, Equivalent, IndicatorGroup, Mirror, Release, Vendor } from '../model/catalog.ts';
import type { ReferenceKind } from '../model/vocabulary.ts';
import { compareTexts } from '../text/ordered.ts';
import type { CompiledCatalog, CompiledIndicators, CompiledPackages, CompiledVendor } from './compiled.ts';
import { normaliseAddress } from './names/address.ts';
import { normaliseIndicator } from './names/indicator-value.ts';
import { normalisePurl } from './names/package-name.ts';

/**
 * Turns validated facts into the form that ships. Order does not depend on the order of the files, so that
 * the same facts give the same bytes.
 */
export function compileCatalog(catalog: Catalog): CompiledCatalog {
  const vendors = [...catalog.vendors].sort(byId);
  return {
    vendors: vendors.map(compileVendor),
    indicators: compileIndicators(vendors),
    packages: vendors.flatMap(compilePackages),
    mirrors: catalog.mirrors
      .map(compileMirror)
      .sort((a, b) => compareTexts(a.from, b.from) || compareTexts(a.ecosystem, b.ecosystem)),
    equivalents: [...catalog.equivalents].sort((a, b) => compareTexts(firstName(a), firstName(b))),
    releases: compileReleases(catalog.releases),
    evidence: [...catalog.evidence].sort(byId),
  };
}

function compileVendor(vendor: Vendor): CompiledVendor {
  const { id, name, aliases, parent, jurisdiction, operator, homepage, note } = vendor;
  const { zonePatterns, regions, partitions, resourceRoles } = vendor;
  const documentation = vendor.documentation.flatMap(({ addresses }) => addresses.map(normaliseAddress));
  return {
    id,
    name,
    aliases,
    parent,
    jurisdiction,
    operator,
    homepage,
    note,
    zonePatterns,
    regions,
    partitions,
    resourceRoles,
    documentation,
  };
}

function compileIndicators(vendors: readonly Vendor[]): CompiledCatalog['indicators'] {
  const byKind: { [kind in ReferenceKind]?: CompiledIndicators[] } = {};
  for (const vendor of vendors) {
    for (const group of vendor.indicators) {
      byKind[group.kind] ??= [];
      byKind[group.kind]?.push(compileGroup(vendor.id, group));
    }
  }
  return byKind;
}

function compileGroup(vendor: string, { kind, ...group }: IndicatorGroup): CompiledIndicators {
  return { ...group, vendor, values: group.values.map(value => normaliseIndicator(kind, value)) };
}

function compilePackages(vendor: Vendor): CompiledPackages[] {
  return vendor.packages.map(group => ({
    ...group,
    vendor: vendor.id,
    purls: group.purls.map(purl => normalisePurl(purl) ?? purl),
  }));
}

function compileMirror(mirror: Mirror): Mirror {
  return { ...mirror, from: normaliseAddress(mirror.from) };
}

function firstName({ kind, from: [name = ''] }: Equivalent): string {
  return `${kind} ${name}`;
}

function compileReleases(releases: readonly Release[]): CompiledCatalog['releases'] {
  const published = releases.flatMap(({ versions, date }) =>
    Object.entries(versions).map(
      ([purl, version]) => [normalisePurl(purl) ?? purl, { version, date }] as const,
    ),
  );
  return Object.fromEntries(published.sort(([a], [b]) => compareTexts(a, b)));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareTexts(a.id, b.id);
}
