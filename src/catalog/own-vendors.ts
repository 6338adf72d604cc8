import type { Vendor } from '../model/catalog.ts';
import { anchorsOf, groupAnchors, hiddenPlaces } from './anchors/derive-anchors.ts';
import type { Anchors } from './anchors.ts';
import { compileCatalog } from './compile.ts';
import type { CompiledCatalog } from './compiled.ts';
import { type CatalogIndex, createCatalogIndex } from './facts.ts';
import type { Matcher } from './match/match.ts';

/**
 * The catalog with vendors of a ruleset's own. What the catalog knows it decides: nobody can make a known vendor another
 * one, or move it to another country.
 */
export function withOwnVendors(catalog: CatalogIndex, vendors: readonly Vendor[]): CatalogIndex {
  const added = vendors.filter(vendor => !catalog.vendor(vendor.id));
  if (added.length === 0) return catalog;
  const own = createCatalogIndex(compiledOwn(added));
  const matcher: Matcher = {
    match: query => {
      const known = catalog.matcher.match(query);
      return known === 'not-in-catalog' ? own.matcher.match(query) : known;
    },
    packageEntry: purl => catalog.packageEntry(purl) ?? own.packageEntry(purl),
  };
  return {
    ...catalog,
    matcher,
    vendors: [...catalog.vendors, ...own.vendors].sort((a, b) => (a.id < b.id ? -1 : 1)),
    vendor: id => catalog.vendor(id) ?? own.vendor(id),
    region: (vendor, id) => catalog.region(vendor, id) ?? own.region(vendor, id),
    regionsOf: id => (catalog.vendor(id) ? catalog : own).regionsOf(id),
    packageEntry: matcher.packageEntry,
  };
}

/** What leads to the files that name one of the vendors. */
export function ownAnchors(vendors: readonly Vendor[]): Anchors {
  const compiled = compiledOwn(vendors);
  return {
    groups: groupAnchors(anchorsOf(compiled)),
    jurisdictions: new Map(vendors.map(({ id, jurisdiction }) => [id, jurisdiction.country])),
    hiddenPlaces: new Map(Object.entries(hiddenPlaces(compiled))),
  };
}

function compiledOwn(vendors: readonly Vendor[]): CompiledCatalog {
  return compileCatalog({ vendors, evidence: [], mirrors: [], equivalents: [], releases: [] });
}
