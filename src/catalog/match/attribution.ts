import type { IndicatorGroup, Mirror, Region } from '../../model/catalog.ts';
import type { Attribution } from '../../model/match.ts';
import type { Confidence, DataRole, ReferenceKind, Relationship } from '../../model/vocabulary.ts';
import type { CompiledIndicators, PackageEntry } from '../compiled.ts';

/** One value of an indicator group, as the indices hold it. */
export interface IndicatorEntry {
  readonly kind: ReferenceKind;
  readonly match: IndicatorGroup['match'];
  readonly value: string;
  readonly group: CompiledIndicators;
}

/** What the place of the reference adds to what the indicator says. */
interface Circumstances {
  readonly region?: Region | undefined;
  readonly role?: DataRole | undefined;
  readonly relationship?: Relationship | undefined;
}

/** What an indicator says about a value that it matches. A region's own facts go before the indicator's. */
export function attributeIndicator(entry: IndicatorEntry, found: Circumstances = {}): Attribution {
  const { group } = entry;
  return {
    vendor: group.vendor,
    relationship: found.relationship ?? group.relationship,
    confidence: group.confidence,
    ...placeOf(found.region, group.location, group.operator),
    ...optional('role', group.role ?? found.role),
    ...optional('dataFlow', group.dataFlow),
    indicator: `${entry.match === 'exact' ? entry.kind : entry.match} ${entry.value}`,
  };
}

/** What a vendor's region says about a value that names it or one of its zones. */
export function attributeRegion(
  vendor: string,
  region: Region,
  by: 'region' | 'zone',
  found: { readonly confidence: Confidence; readonly role?: DataRole | undefined },
): Attribution {
  return {
    vendor,
    relationship: 'service',
    confidence: found.confidence,
    ...placeOf(region, undefined, undefined),
    ...optional('role', found.role),
    indicator: by === 'zone' ? `zone of region ${region.id}` : `region ${region.id}`,
  };
}

/** What a package entry says. */
export function attributePackage(entry: PackageEntry): Attribution {
  return {
    vendor: entry.vendor,
    relationship: entry.relationship,
    confidence: entry.confidence,
    ...optional('dataFlow', entry.dataFlow),
    indicator: `${entry.match === 'exact' ? 'package' : entry.match} ${entry.purl}`,
  };
}

/** What an entry of the mirror table says; `mirrorOf` is absent when the entry is about another ecosystem. */
export function attributeMirror(
  mirror: Mirror,
  mirrorOf: string | undefined,
  region: Region | undefined,
): Attribution {
  return {
    vendor: mirror.operator,
    relationship: 'mirror',
    confidence: mirror.confidence,
    ...placeOf(region, mirror.location, undefined),
    indicator: `mirror ${mirror.from}`,
    ...optional('mirrorOf', mirrorOf),
  };
}

function placeOf(region: Region | undefined, location: string | undefined, operator: string | undefined) {
  return {
    ...optional('region', region?.id),
    ...optional('location', region?.country ?? location),
    ...optional('city', region?.city),
    ...optional('operator', region?.operator ?? operator),
  };
}

/** An object with the key, or without it when there is no value: an absent fact is an absent key. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  // TypeScript widens a computed key to `string`; the object has this key and no other.
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
