import type { Vendor } from '../model/catalog.ts';
import { type CatalogIndex, createCatalogIndex } from './facts.ts';

export type { CatalogIndex } from './facts.ts';
export type { Matcher, MatchQuery, MatchResult } from './match/match.ts';

let loading: Promise<CatalogIndex> | undefined;

/**
 * Loads the whole catalog, once: needed when a file has passed the prefilter. See `anchors.ts` for before.
 * @param own vendors of a ruleset's own, which the catalog then has too
 */
export function loadCatalog(own: readonly Vendor[] = NONE): Promise<CatalogIndex> {
  loading ??= import('./generated/catalog.ts').then(({ compiled }) => createCatalogIndex(compiled));
  return own.length === 0 ? loading : loadExtended(loading, own);
}

const NONE: readonly Vendor[] = [];
const extended = new WeakMap<readonly Vendor[], Promise<CatalogIndex>>();

function loadExtended(catalog: Promise<CatalogIndex>, own: readonly Vendor[]): Promise<CatalogIndex> {
  const known = extended.get(own);
  if (known) return known;
  const both = Promise.all([catalog, import('./own-vendors.ts')]);
  const result = both.then(([index, { withOwnVendors }]) => withOwnVendors(index, own));
  extended.set(own, result);
  return result;
}
