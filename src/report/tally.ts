/** How often a name stands in a list. */
export type Count = readonly [name: string, count: number];

/** Counts equal names: the most frequent first, then in the order of code units. */
export function tally(names: Iterable<string>): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
