import type { Region } from '../../model/catalog.ts';
import type { Mapping, TargetProvider } from '../../model/migration.ts';
import { approvedRegions } from '../approved-regions.ts';
import type { FixContext } from '../context.ts';

/** Where regions and zones go. */
export interface Places {
  /** The new region of an old one, or of nothing when there is none; `undefined` when the ruleset approves none. */
  region(id: string | undefined): string | undefined;
  /** The new zone of an old one; `undefined` when it is no zone or has no counterpart. */
  zone(id: string): string | undefined;
  /** Whether the id is a region of the vendor that is left. */
  isRegion(id: string): boolean;
}

/**
 * The ruleset's region map decides (`replacements`), then the nearest that it approves: in the same city, in the same
 * country, else the first of its list. Without a list nothing farther away is chosen.
 */
export function placesFor(mapping: Mapping, target: TargetProvider, context: FixContext): Places {
  const { catalog, ruleset } = context;
  const old = new Map(catalog.regionsOf(mapping.vendor).map(region => [region.id, region]));
  const approved = approvedRegions(target.vendor, context);
  const known = new Set(catalog.regionsOf(target.vendor).map(({ id }) => id));
  const isListed = Object.hasOwn(ruleset.approved.regions, target.vendor);
  const region = (id: string | undefined): string | undefined => {
    const mapped = ruleset.replacements.find(({ from, to }) => from === id && known.has(to));
    if (mapped) return mapped.to;
    const place = nearest(id === undefined ? undefined : old.get(id), approved);
    return (place ?? (isListed ? approved[0] : undefined))?.id;
  };
  return {
    region,
    isRegion: id => old.has(id),
    zone: id => {
      const [, start = '', letter = ''] = ZONE.exec(id) ?? [];
      if (!old.has(start)) return undefined;
      const place = region(start);
      return place === undefined ? undefined : zoneIn(place, letter, target.zone);
    },
  };
}

/** A region with a letter or a number behind it: `cn-hangzhou-h`, `cn-north-4a`, `ap-guangzhou-3`. */
const ZONE = /^(.+?)-?([a-z]|(?<=-)\d{1,2})$/;

function nearest(old: Region | undefined, approved: readonly Region[]): Region | undefined {
  return (
    approved.find(({ city }) => city !== undefined && city === old?.city) ??
    approved.find(({ country }) => country !== undefined && country === old?.country)
  );
}

/** Regions have at least three zones; other letters and numbers than the first three stand for one of these. */
function zoneIn(region: string, name: string, pattern: string): string {
  const ordinal = /\d/.test(name) ? Number(name) - 1 : name.charCodeAt(0) - 'a'.charCodeAt(0);
  const index = Math.max(0, ordinal) % 3;
  return pattern
    .replace('{region}', region)
    .replace('{letter}', String.fromCharCode('a'.charCodeAt(0) + index))
    .replace('{number}', String(index + 1));
}
