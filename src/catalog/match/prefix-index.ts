/**
 * Finds the prefixes of a text among many by one binary search. The prefixes are sorted; each knows the next
 * shorter one that it starts with. The greatest entry that is not greater than the text, or one of those
 * shorter ones, is the longest prefix of the text.
 */
export class PrefixIndex<Entry> {
  private readonly prefixes: readonly string[];
  private readonly entries: readonly Entry[];
  /** By position: the position of the longest proper prefix in the index, or -1. */
  private readonly parents: readonly number[];

  constructor(entries: ReadonlyMap<string, Entry>) {
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    this.prefixes = sorted.map(([prefix]) => prefix);
    this.entries = sorted.map(([, entry]) => entry);
    this.parents = linkParents(this.prefixes);
  }

  /** The entries whose prefix `text` starts with, longest prefix first. */
  *find(text: string): Generator<{ readonly prefix: string; readonly entry: Entry }> {
    for (let at = this.lastNotAfter(text); at >= 0; at = this.parents[at] ?? -1) {
      const prefix = this.prefixes[at];
      const entry = this.entries[at];
      if (prefix === undefined || entry === undefined) return;
      if (text.startsWith(prefix)) yield { prefix, entry };
    }
  }

  private lastNotAfter(text: string): number {
    let low = 0;
    let high = this.prefixes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.prefixes[middle] ?? '') <= text) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function linkParents(sorted: readonly string[]): number[] {
  const parents: number[] = [];
  const open: number[] = [];
  for (const [position, text] of sorted.entries()) {
    while (open.length > 0 && !text.startsWith(sorted[open.at(-1) ?? 0] ?? '')) open.pop();
    parents.push(open.at(-1) ?? -1);
    open.push(position);
  }
  return parents;
}
