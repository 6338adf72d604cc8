import type { Region } from '../model/catalog.ts';
import type { EffectiveRule } from '../model/ruleset.ts';
import type { FixContext } from './context.ts';
import { onceFor } from './once-for.ts';

/**
 * The regions of a vendor that the ruleset approves, in its order; without such a list all of the vendor's. None in a
 * flagged place, and none that is not open to everybody unless a pattern asks for it: `*` and `!(…)` do not.
 */
export function approvedRegions(vendor: string, context: Approving): readonly Region[] {
  const known = knownRegions(context.ruleset)(context.catalog);
  const regions = known.get(vendor) ?? chosenRegions(vendor, context);
  known.set(vendor, regions);
  return regions;
}

type Approving = Pick<FixContext, 'ruleset' | 'catalog' | 'matchesGlob'>;

/** By vendor: every finding asks. */
const knownRegions = onceFor((_ruleset: FixContext['ruleset']) =>
  onceFor((_catalog: FixContext['catalog']) => new Map<string, readonly Region[]>()),
);

function chosenRegions(vendor: string, { ruleset, catalog, matchesGlob }: Approving): Region[] {
  const isFlagged = (country: string) => ruleset.rules.some(rule => flagsPlace(rule, country));
  const regions = catalog
    .regionsOf(vendor)
    .filter(({ country }) => country !== undefined && !isFlagged(country));
  const partitions = catalog.vendor(vendor)?.partitions ?? [];
  const restricted = new Set(partitions.filter(each => each.restricted).map(({ id }) => id));
  const patterns = ruleset.approved.regions[vendor] ?? ['*'];
  const chosen = patterns.flatMap(pattern =>
    regions.filter(({ id, partition = '' }) => {
      const isAskedFor = !/^[!*]/.test(pattern) || !restricted.has(partition);
      return isAskedFor && matchesGlob(pattern, id);
    }),
  );
  return [...new Set(chosen)];
}

function flagsPlace({ severity, when }: EffectiveRule, country: string): boolean {
  if (severity === 'off') return false;
  const { locations, locationsExcept } = when;
  return locations?.includes(country) === true || locationsExcept?.includes(country) === false;
}
