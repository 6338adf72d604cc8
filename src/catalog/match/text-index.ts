import type { IndicatorGroup } from '../../model/catalog.ts';
import { GlobIndex, reverse } from './glob-index.ts';
import { HostIndex } from './host-index.ts';
import { PrefixIndex } from './prefix-index.ts';

/** One value to look for, and what it stands for. */
export interface TextEntry<Entry> {
  readonly match: IndicatorGroup['match'];
  readonly value: string;
  readonly entry: Entry;
}

/** May a prefix end at this position of the text? Tells whole names from parts of names. */
export type Boundary = (text: string, end: number) => boolean;

/**
 * Names that are compared as text: equality wins, then the longest prefix, suffix or domain, then a pattern.
 * Of two entries with the same value the first one counts.
 */
export class TextIndex<Entry> {
  private readonly exact: ReadonlyMap<string, Entry>;
  private readonly prefixes: PrefixIndex<Entry>;
  private readonly reversedSuffixes: PrefixIndex<Entry>;
  private readonly domains = new HostIndex<Entry>();
  private readonly globs: GlobIndex<Entry>;
  private readonly boundary: Boundary;

  constructor(entries: readonly TextEntry<Entry>[], boundary: Boundary = anywhere) {
    this.exact = firstByValue(entries, 'exact');
    this.prefixes = new PrefixIndex(firstByValue(entries, 'prefix'));
    this.reversedSuffixes = new PrefixIndex(firstByValue(entries, 'suffix', reverse));
    for (const { match, value, entry } of entries)
      if (match === 'domain') this.domains.add('domain', value, entry);
    this.globs = new GlobIndex(firstByValue(entries, 'glob'));
    this.boundary = boundary;
  }

  find(text: string): Entry | undefined {
    return this.exact.get(text) ?? this.findPart(text) ?? this.globs.find(text);
  }

  private findPart(text: string): Entry | undefined {
    let best: Entry | undefined;
    let length = 0;
    const offer = (entry: Entry, offered: number) => {
      if (offered <= length) return;
      best = entry;
      length = offered;
    };
    for (const { prefix, entry } of this.prefixes.find(text)) {
      if (this.boundary(text, prefix.length)) offer(entry, prefix.length);
    }
    for (const { prefix, entry } of this.reversedSuffixes.find(reverse(text))) offer(entry, prefix.length);
    for (const { entry, closeness } of this.domains.find(hostPart(text))) offer(entry, closeness);
    return best;
  }
}

function anywhere(): boolean {
  return true;
}

function firstByValue<Entry>(
  entries: readonly TextEntry<Entry>[],
  match: IndicatorGroup['match'],
  key: (value: string) => string = value => value,
): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const item of entries) {
    if (item.match === match && !found.has(key(item.value))) found.set(key(item.value), item.entry);
  }
  return found;
}

/** `oss.alibabacloud.crossplane.io` of `oss.alibabacloud.crossplane.io/v1alpha1`. */
function hostPart(text: string): string {
  const end = text.search(/[/:]/);
  return end < 0 ? text : text.slice(0, end);
}
