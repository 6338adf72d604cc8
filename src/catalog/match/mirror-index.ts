import type { Mirror } from '../../model/catalog.ts';
import { endsSegment, hostOf } from '../names/address.ts';
import { HostIndex } from './host-index.ts';
import { PrefixIndex } from './prefix-index.ts';

/** A mirror that an address belongs to. */
export interface MirrorHit {
  readonly mirror: Mirror;
  /** What it copies; absent when nothing is known to, and for an address of another ecosystem than the entry is about. */
  readonly mirrorOf?: string;
}

/** Mirrors by host and path; the longest prefix of whole segments wins. */
export class MirrorIndex {
  private readonly byPrefix: PrefixIndex<Mirror[]>;
  private readonly byPattern = new HostIndex<Mirror>();

  constructor(mirrors: readonly Mirror[]) {
    const byPrefix = new Map<string, Mirror[]>();
    for (const mirror of mirrors) {
      const from = mirror.from.toLowerCase();
      if (from.includes('*')) this.byPattern.add('glob', hostOf(from), mirror);
      else byPrefix.set(from, [...(byPrefix.get(from) ?? []), mirror]);
    }
    this.byPrefix = new PrefixIndex(byPrefix);
  }

  /**
   * The mirror that `address` (normalised, `host/path`) is or lies in. With `ecosystem`, an entry for it is
   * preferred to any other.
   */
  find(address: string, ecosystem: string | undefined): MirrorHit | undefined {
    const candidates = this.candidates(address.toLowerCase());
    const own =
      ecosystem === undefined ? undefined : candidates.find(mirror => mirror.ecosystem === ecosystem);
    const mirror = own ?? candidates[0];
    if (!mirror) return undefined;
    const isForAnother = ecosystem !== undefined && !own;
    return isForAnother || mirror.to === undefined ? { mirror } : { mirror, mirrorOf: mirror.to };
  }

  /** Longest prefix first, patterns last. */
  private candidates(address: string): Mirror[] {
    const candidates: Mirror[] = [];
    for (const { prefix, entry } of this.byPrefix.find(address)) {
      if (endsSegment(address, prefix.length)) candidates.push(...entry);
    }
    for (const { entry } of this.byPattern.find(hostOf(address))) candidates.push(entry);
    return candidates;
  }
}
