import type { Partition, Region } from '../../model/catalog.ts';
import type { Attribution } from '../../model/match.ts';
import type { DataRole, ReferenceKind } from '../../model/vocabulary.ts';
import type { CompiledCatalog } from '../compiled.ts';
import { endsSegment, hostOf } from '../names/address.ts';
import { attributeIndicator, attributeMirror, type IndicatorEntry } from './attribution.ts';
import { HostIndex } from './host-index.ts';
import { entriesOf, indexEntries } from './indicator-indices.ts';
import { MirrorIndex } from './mirror-index.ts';
import { PrefixIndex } from './prefix-index.ts';
import type { RegionIndex } from './region-index.ts';
import type { TextIndex } from './text-index.ts';

/** A host with a path, both normalised, and as what a file names it. */
export interface HostQuery {
  readonly host: string;
  /** Begins with `/`, or is empty. */
  readonly path: string;
  readonly kind: ReferenceKind;
  readonly ecosystem?: string | undefined;
  /** The role of the resource that the reference stands in. */
  readonly roleIn?: (vendor: string) => DataRole | undefined;
}

/** Matches hosts, image registries and mirrors: one name space, whichever way a file uses a host. */
export class HostMatcher {
  private readonly mirrors: MirrorIndex;
  private readonly hosts = new HostIndex<IndicatorEntry>();
  private readonly imagePaths: TextIndex<IndicatorEntry>;
  private readonly otherPaths: TextIndex<IndicatorEntry>;
  private readonly documentation: PrefixIndex<true>;
  private readonly regions: RegionIndex;
  private readonly partitions: ReadonlyMap<string, readonly Partition[]>;

  constructor(compiled: CompiledCatalog, regions: RegionIndex) {
    this.regions = regions;
    this.partitions = new Map(compiled.vendors.map(({ id, partitions }) => [id, partitions]));
    this.mirrors = new MirrorIndex(compiled.mirrors);
    this.documentation = new PrefixIndex(
      new Map(compiled.vendors.flatMap(({ documentation }) => documentation.map(each => [each, true]))),
    );
    const [hosts, images, mirrors] = [
      entriesOf(compiled, 'host'),
      entriesOf(compiled, 'image'),
      entriesOf(compiled, 'mirror'),
    ];
    for (const entry of [...hosts, ...images, ...mirrors]) if (!hasPath(entry)) this.addHost(entry);
    this.imagePaths = indexEntries([...images, ...hosts].filter(hasPath), endsSegment);
    this.otherPaths = indexEntries([...hosts, ...mirrors].filter(hasPath), endsSegment);
  }

  /** Whether a vendor only describes its services there. */
  isDocumentation({ host, path }: Pick<HostQuery, 'host' | 'path'>): boolean {
    const address = host + path;
    for (const { prefix } of this.documentation.find(address)) {
      if (endsSegment(address, prefix.length)) return true;
    }
    return false;
  }

  /** The mirror table first, then a path, then the host: the closest indicator, one of the query's kind before others. */
  match(query: HostQuery): Attribution | undefined {
    const address = query.host + query.path;
    const hit = this.mirrors.find(address, query.ecosystem);
    if (hit) {
      const region = this.regions.inHost(hit.mirror.operator, query.host, Number.POSITIVE_INFINITY);
      return attributeMirror(hit.mirror, hit.mirrorOf, region);
    }
    const paths = query.kind === 'image' ? this.imagePaths : this.otherPaths;
    const entry = paths.find(address) ?? this.closest(query);
    return entry && this.attribute(entry, query);
  }

  private addHost(entry: IndicatorEntry): void {
    const mode = entry.match === 'domain' || entry.match === 'glob' ? entry.match : 'exact';
    this.hosts.add(mode, entry.value, entry);
  }

  private closest(query: HostQuery): IndicatorEntry | undefined {
    let best: IndicatorEntry | undefined;
    let bestCloseness = -1;
    for (const { entry, closeness } of this.hosts.find(query.host)) {
      const isOwnKind = entry.kind === query.kind && best?.kind !== query.kind;
      if (closeness < bestCloseness || (closeness === bestCloseness && !isOwnKind)) continue;
      best = entry;
      bestCloseness = closeness;
    }
    return best;
  }

  private attribute(entry: IndicatorEntry, query: HostQuery): Attribution {
    const vendor = entry.group.vendor;
    return attributeIndicator(entry, {
      region: this.regionIn(entry, query.host),
      role: query.roleIn?.(vendor),
      relationship: query.kind === 'mirror' ? 'mirror' : undefined,
    });
  }

  /** Where `s3.us-east-1.amazonaws.com.cn` is, its end tells: a region whose partition has other hosts counts for nothing. */
  private regionIn(entry: IndicatorEntry, host: string): Region | undefined {
    const { vendor, location } = entry.group;
    const region = this.regions.inHost(vendor, host, ownLabels(entry));
    if (region?.partition === undefined || location === undefined) return region;
    const partitions = this.partitions.get(vendor) ?? [];
    const own = partitions.find(({ domain }) => host === domain || host.endsWith(`.${domain}`));
    const named = partitions.find(({ id }) => id === region.partition);
    return own && named && own.domain !== named.domain ? undefined : region;
  }
}

function hasPath(entry: IndicatorEntry): boolean {
  return entry.value.includes('/');
}

/**
 * How many labels at the end of a matching host are the vendor's: those that the indicator spells out, and the
 * next one below a domain or one that a pattern spells out in part (`oss-*`).
 */
function ownLabels({ match, value }: IndicatorEntry): number {
  const host = hostOf(value);
  if (match !== 'glob') return match === 'domain' ? host.split('.').length + 1 : Number.POSITIVE_INFINITY;
  const labels = host.split('.').reverse();
  const open = labels.findIndex(label => label.includes('*'));
  return labels[open] === '*' ? open : open + 1;
}
