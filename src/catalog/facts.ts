import type { Equivalent, Mirror, Region } from '../model/catalog.ts';
import type { Evidence, NamedAs } from '../model/evidence.ts';
import type { Facts, Reach } from '../model/facts.ts';
import type { CompiledCatalog, CompiledVendor, PackageEntry } from './compiled.ts';
import { createMatcher, type Matcher } from './match/match.ts';
import { MirrorIndex } from './match/mirror-index.ts';
import { normalisePurl } from './names/package-name.ts';

/** The catalog in use: who a value belongs to, and what is known about them. */
export interface CatalogIndex extends Facts {
  readonly matcher: Matcher;
  /** By id, in ascending order. */
  readonly vendors: readonly CompiledVendor[];
  readonly mirrors: readonly Mirror[];
  /** The mirror that an address (`host/path`, no scheme) is or lies in, about this ecosystem if one is given. */
  mirrorAt(address: string, ecosystem?: string): Mirror | undefined;
  /** What does the same for other clouds as this name does in its kind of file. */
  equivalent(kind: string, name: string): Equivalent | undefined;
  /** Also with the vendor's note and regions. */
  vendor(id: string): CompiledVendor | undefined;
  /** All regions of the vendor; none when there is no such vendor. */
  regionsOf(vendor: string): readonly Region[];
  /** The entry of a package URL, with or without version: its replacements and what it does. */
  packageEntry(purl: string): PackageEntry | undefined;
  /** A version of the package (its URL, with or without version) that is known to have been published. */
  publishedVersion(purl: string): CompiledCatalog['releases'][string] | undefined;
}

/** An index over `compiled`. */
export function createCatalogIndex(compiled: CompiledCatalog): CatalogIndex {
  const vendors = new Map(compiled.vendors.map(vendor => [vendor.id, vendor]));
  const evidence = new Map(compiled.evidence.map(entry => [entry.id, entry]));
  const matcher = createMatcher(compiled);
  let mirrors: MirrorIndex | undefined;
  return {
    matcher,
    vendors: compiled.vendors,
    mirrors: compiled.mirrors,
    mirrorAt: (address, ecosystem) => {
      mirrors ??= new MirrorIndex(compiled.mirrors);
      const hit = mirrors.find(address, ecosystem);
      return hit?.mirrorOf === undefined ? undefined : hit.mirror;
    },
    equivalent: (kind, name) =>
      compiled.equivalents.find(each => each.kind === kind && each.from.includes(name)),
    vendor: id => vendors.get(id),
    regionsOf: id => vendors.get(id)?.regions ?? [],
    region: (vendor, id) => vendors.get(vendor)?.regions.find(region => region.id === id),
    evidence: id => evidence.get(id),
    evidenceFor: reached => reachOf(compiled.evidence, reached),
    packageEntry: purl => matcher.packageEntry(purl),
    publishedVersion: purl => {
      const name = normalisePurl(purl) ?? '';
      return Object.hasOwn(compiled.releases, name) ? compiled.releases[name] : undefined;
    },
  };
}

/** An act that names the vendor reaches it so; else it may reach it by its country or by the place. */
function reachOf(evidence: readonly Evidence[], reached: Parameters<Facts['evidenceFor']>[0]): Reach[] {
  return evidence.flatMap(entry => {
    const namedAs = howNamed(entry, reached);
    return namedAs === undefined ? [] : [{ evidence: entry, namedAs }];
  });
}

function howNamed(
  { jurisdiction, vendors, vendorJurisdictions, locations }: Evidence,
  { vendor, jurisdictions = [], location }: Parameters<Facts['evidenceFor']>[0],
): NamedAs | undefined {
  if (vendor !== undefined && Object.hasOwn(vendors, vendor)) {
    const namedAs = vendors[vendor];
    // Named for what it has in that country only: who operates its regions there.
    return namedAs === 'location' && location !== jurisdiction ? undefined : namedAs;
  }
  if (jurisdictions.some(country => vendorJurisdictions.includes(country))) return 'jurisdiction';
  if (location !== undefined && locations.includes(location)) return 'location';
  return undefined;
}
