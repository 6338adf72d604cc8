import { ReferenceKindSchema } from '../../model/vocabulary.ts';
import { type Anchor, type AnchorGroup, type AnchorHolder, reduceAnchors } from '../anchors.ts';
import type { CompiledCatalog, CompiledIndicators } from '../compiled.ts';
import { RegionIndex, standsAlone } from '../match/region-index.ts';
import { hostOf } from '../names/address.ts';
import { longestRun } from './anchor-spelling.ts';
import { anchorTexts } from './anchor-texts.ts';
import { packageAnchors } from './package-anchors.ts';

/**
 * The anchors of everything in the catalog: each literal of an indicator, package, mirror or region that is in
 * a file's text whenever it can match there. This is work of the build: `anchors.ts` loads the result.
 */
export function anchorsOf(compiled: CompiledCatalog): Anchor[] {
  const words = vendorWords(compiled);
  return [
    ...ReferenceKindSchema.options.flatMap(kind =>
      (compiled.indicators[kind] ?? []).flatMap(group => indicatorAnchors(kind, group)),
    ),
    ...compiled.packages.flatMap(({ vendor, relationship, purls, match }) =>
      purls
        .flatMap(purl => packageAnchors(purl, match, words.get(vendor)))
        .map(text => ({ text, vendor, relationship })),
    ),
    ...compiled.mirrors.map(mirror => ({
      text: longestRun(hostOf(mirror.from).toLowerCase()),
      ...holder(mirror.operator, 'mirror', mirror.location),
    })),
    ...regionAnchors(compiled),
  ];
}

/**
 * By vendor, the countries of its regions whose ids are too short or too common to be searched for (`ash`, `uk`): only the
 * vendor's own anchors lead to them.
 */
export function hiddenPlaces({ vendors }: CompiledCatalog): Record<string, string[]> {
  const byVendor = vendors.map(({ id, regions }) => {
    const hidden = regions.filter(region => region.needsProvider || !standsAlone(region.id));
    return [id, [...new Set(hidden.flatMap(({ country }) => country ?? []))].sort()] as const;
  });
  return Object.fromEntries(byVendor.filter(([, countries]) => countries.length > 0));
}

/** Anchors by everything but their text, the texts of each group reduced: the form that ships. */
export function groupAnchors(anchors: readonly Anchor[]): AnchorGroup[] {
  const groups = new Map<string, { readonly group: Omit<Anchor, 'text'>; readonly texts: string[] }>();
  for (const { text, ...group } of anchors) {
    const key = JSON.stringify(group);
    const found = groups.get(key);
    if (found) found.texts.push(text);
    else groups.set(key, { group, texts: [text] });
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { group, texts }]) => ({ ...group, texts: reduceAnchors(texts) }));
}

function indicatorAnchors(
  kind: (typeof ReferenceKindSchema.options)[number],
  group: CompiledIndicators,
): Anchor[] {
  const shared = holder(group.vendor, group.relationship, group.location);
  const ofGroup = group.anchor?.toLowerCase();
  return group.values
    .flatMap(value => {
      const texts = anchorTexts(kind, group.match, value);
      // Backends have forms of their own that are longer than any anchor the data can give.
      return ofGroup === undefined || kind === 'backend' ? texts : [ofGroup];
    })
    .map(text => ({ text, ...shared }));
}

/** One anchor for each spelling that counts without a provider in scope, with all whose region it is. */
function regionAnchors(compiled: CompiledCatalog): Anchor[] {
  const regions = new RegionIndex(compiled.vendors);
  const names = compiled.vendors.flatMap(vendor =>
    vendor.regions.flatMap(region => [region.id, ...(region.aliases ?? [])].map(name => name.toLowerCase())),
  );
  return [...new Set(names)].filter(standsAlone).flatMap(text => {
    const [first, ...others] = regions
      .ofAnyVendor(text)
      .map(hit => holder(hit.vendor, 'service', hit.region.country));
    if (!first) return [];
    return [{ text, ...first, ...(others.length > 0 ? { alternatives: others } : {}) }];
  });
}

/** The names that a vendor goes by: its own, its domains', its providers'. */
function vendorWords(compiled: CompiledCatalog): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map(
    compiled.vendors.map(({ id, aliases }) => [
      id,
      new Set([id, ...aliases].flatMap(name => name.toLowerCase().split(/[^a-z0-9]+/))),
    ]),
  );
  for (const { vendor, match, values } of compiled.indicators.host ?? []) {
    const domains = match === 'domain' ? values.filter(value => value.split('.').length === 2) : [];
    for (const domain of domains) words.get(vendor)?.add(domain.slice(0, domain.indexOf('.')));
  }
  for (const { vendor, values } of compiled.indicators.provider ?? []) {
    for (const address of values) words.get(vendor)?.add(address.slice(address.lastIndexOf('/') + 1));
  }
  return words;
}

function holder(
  vendor: string,
  relationship: AnchorHolder['relationship'],
  location: string | undefined,
): AnchorHolder {
  return { vendor, relationship, ...(location === undefined ? {} : { location }) };
}
