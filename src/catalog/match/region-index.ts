import type { Region, ZonePattern } from '../../model/catalog.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';
import type { CompiledVendor } from '../compiled.ts';

/** A region that a value names, by id or alias, or through one of its zones. */
export interface RegionHit {
  readonly vendor: string;
  readonly region: Region;
  readonly by: 'region' | 'zone';
}

/**
 * Can a region's id or alias be taken for one when no provider is in scope? Short ids (`gz`, `sg`, `ru-1`) are
 * ordinary words elsewhere, and a spelling outside ASCII has no anchor that the prefilter could find.
 */
export function standsAlone(name: string): boolean {
  return name.length >= 6 && /^[\x20-\x7e]+$/.test(name);
}

/** All vendors' regions by id, alias and zone id. Case does not count. */
export class RegionIndex {
  private readonly byName = new Map<string, { readonly vendor: CompiledVendor; readonly region: Region }[]>();

  constructor(vendors: readonly CompiledVendor[]) {
    for (const vendor of vendors) {
      for (const region of vendor.regions) {
        for (const name of [region.id, ...(region.aliases ?? [])])
          this.add(name.toLowerCase(), vendor, region);
      }
    }
  }

  /** The vendor's region that `value` names. */
  ofVendor(vendor: string, value: string): RegionHit | undefined {
    return this.find(value, candidate => candidate === vendor)[0];
  }

  /** Everybody's regions that `value` can name without a provider in scope: one per vendor, by vendor id. */
  ofAnyVendor(value: string): RegionHit[] {
    return this.find(value, (_, name, { needsProvider }) => !needsProvider && standsAlone(name));
  }

  /**
   * The vendor's region in a host name: a whole label (`ecs.ap-southeast-1.…`) or whole words of one
   * (`oss-cn-hangzhou-internal.…`), the label nearest to the domain first. Words count only in the last
   * `ownLabels` labels, which the vendor chooses: a customer's bucket can be called `cn-north-1-logs`.
   */
  inHost(vendor: string, host: string, ownLabels: number): Region | undefined {
    const labels = host.split('.').reverse().slice(0, MAX_LABELS);
    for (const [at, label] of labels.entries()) {
      const region = this.lookUp(label, vendor) ?? (at < ownLabels ? this.inLabel(vendor, label) : undefined);
      if (region) return region;
    }
    return undefined;
  }

  private add(name: string, vendor: CompiledVendor, region: Region): void {
    const list = this.byName.get(name);
    if (list) list.push({ vendor, region });
    else this.byName.set(name, [{ vendor, region }]);
  }

  private find(
    value: string,
    isWanted: (vendor: string, name: string, region: Region) => boolean,
  ): RegionHit[] {
    const name = value.trim().toLowerCase();
    if (name.length > MAX_NAME) return [];
    const hits = new Map<string, RegionHit>();
    for (const { vendor, region } of this.byName.get(name) ?? []) {
      if (isWanted(vendor.id, name, region)) hits.set(vendor.id, { vendor: vendor.id, region, by: 'region' });
    }
    for (const { id, pattern } of regionsOfZone(name)) {
      for (const { vendor, region } of this.byName.get(id) ?? []) {
        if (hits.has(vendor.id) || !isWanted(vendor.id, id, region) || !vendor.zonePatterns.includes(pattern))
          continue;
        // A display name has no zones.
        if (region.id.toLowerCase() === id) hits.set(vendor.id, { vendor: vendor.id, region, by: 'zone' });
      }
    }
    return [...hits.values()].sort((a, b) => (a.vendor < b.vendor ? -1 : 1));
  }

  private lookUp(name: string, vendor: string): Region | undefined {
    return this.byName.get(name)?.find(candidate => candidate.vendor.id === vendor)?.region;
  }

  /** The longest run of hyphenated words wins: `cn-shanghai-finance-1` before `cn-shanghai`. */
  private inLabel(vendor: string, label: string): Region | undefined {
    const words = label.split('-');
    for (let count = Math.min(words.length, MAX_WORDS); count > 1; count -= 1) {
      for (let start = 0; start + count <= words.length; start += 1) {
        const region = this.lookUp(words.slice(start, start + count).join('-'), vendor);
        if (region) return region;
      }
    }
    return undefined;
  }
}

/** No region has a longer name. */
const MAX_NAME = 100;

/** No host of a catalog vendor has more labels; a hostile one costs no more than this. */
const MAX_LABELS = 16;

/** `cn-shanghai-finance-1-pub` has five words. */
const MAX_WORDS = 5;

const ZONE_FORMS: readonly { readonly pattern: ZonePattern; readonly form: RegExp }[] = [
  { pattern: '{region}-[a-z]', form: new RegExp(`^(.+)-(?:[a-z]|${UNKNOWN_PART})$`) },
  { pattern: '{region}[a-z]', form: /^(.*[^a-z-])[a-z]$/ },
  { pattern: '{region}-[0-9]+', form: new RegExp(`^(.+)-(?:[0-9]+|${UNKNOWN_PART})$`) },
  { pattern: '{region}-zone[0-9]+', form: /^(.+)-zone[0-9]+$/ },
];

function regionsOfZone(name: string): { readonly id: string; readonly pattern: ZonePattern }[] {
  const regions = [];
  for (const { pattern, form } of ZONE_FORMS) {
    const id = form.exec(name)?.[1];
    if (id !== undefined) regions.push({ id, pattern });
  }
  return regions;
}
