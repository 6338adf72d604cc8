import type { Attribution, UnmatchedReason } from '../../model/match.ts';
import type { ReferenceKind } from '../../model/vocabulary.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';
import type { CompiledCatalog, PackageEntry } from '../compiled.ts';
import { normaliseProvider } from '../names/terraform-address.ts';
import { HostMatcher } from './host-matcher.ts';
import { IndicatorIndices } from './indicator-indices.ts';
import { RegionIndex } from './region-index.ts';
import { RoleIndex } from './role-index.ts';
import { TextIndex } from './text-index.ts';

/** One resolved value of a reference, with what its place tells. */
export interface MatchQuery {
  readonly kind: ReferenceKind;
  /** May hold `UNKNOWN_PART` for text that is not known. */
  readonly value: string;
  /** The provider's source address, when the reference stands in a provider's configuration. */
  readonly provider?: string | undefined;
  /** The type of the resource that the reference stands in. */
  readonly resourceType?: string | undefined;
  /** Packages only; else `value` is taken for the package URL. */
  readonly purl?: string | undefined;
  /** Mirrors only: which package tool's downloads it redirects. */
  readonly ecosystem?: string | undefined;
  /** A vendor that what stands around speaks for, where the value may be several's. */
  readonly preferred?: string | undefined;
}

/** Whom a value belongs to (a text can name several hosts), or why nobody of the catalog. */
export type MatchResult = readonly Attribution[] | UnmatchedReason;

/** The indices of one catalog, each made when first used. */
export class MatchContext {
  readonly indicators: IndicatorIndices;
  readonly roles: RoleIndex;
  private readonly compiled: CompiledCatalog;
  private regionIndex: RegionIndex | undefined;
  private hostMatcher: HostMatcher | undefined;
  private packageIndex: TextIndex<PackageEntry> | undefined;

  constructor(compiled: CompiledCatalog) {
    this.compiled = compiled;
    this.indicators = new IndicatorIndices(compiled);
    this.roles = new RoleIndex(compiled.vendors);
  }

  get regions(): RegionIndex {
    this.regionIndex ??= new RegionIndex(this.compiled.vendors);
    return this.regionIndex;
  }

  get hosts(): HostMatcher {
    this.hostMatcher ??= new HostMatcher(this.compiled, this.regions);
    return this.hostMatcher;
  }

  get packages(): TextIndex<PackageEntry> {
    this.packageIndex ??= new TextIndex(
      this.compiled.packages.flatMap(({ purls, ...facts }) =>
        purls.map(purl => ({ match: facts.match, value: purl, entry: { purl, ...facts } })),
      ),
    );
    return this.packageIndex;
  }

  /**
   * The indicator of a provider's source address. A single name is what Terraform expands to
   * `hashicorp/<name>`. An address that is partly unknown is as good as none.
   */
  findProvider(address: string | undefined) {
    if (address === undefined || address.includes(UNKNOWN_PART)) return undefined;
    const name = normaliseProvider(address);
    const entry = this.indicators.find('provider', name);
    return entry || name.includes('/') ? entry : this.indicators.find('provider', `hashicorp/${name}`);
  }
}

/** At most one attribution as a result. */
export function resultOf(attribution: Attribution | undefined): MatchResult {
  return attribution ? [attribution] : 'not-in-catalog';
}
