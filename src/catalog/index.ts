import { type CatalogIndex, createCatalogIndex } from './facts.ts';

export type { CatalogIndex } from './facts.ts';
export type { Matcher, MatchQuery, MatchResult } from './match.ts';

let loading: Promise<CatalogIndex> | undefined;

/** Loads the whole catalog, once: needed when a file has passed the prefilter. See `anchors.ts` for before. */
export function loadCatalog(): Promise<CatalogIndex> {
  loading ??= import('./generated/catalog.ts').then(({ compiled }) => createCatalogIndex(compiled));
  return loading;
}
