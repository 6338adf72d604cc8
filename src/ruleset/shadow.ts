import type { Condition, Rule } from '../model/ruleset.ts';

/** The country that a vendor is run from. */
type HomeOf = (vendor: string) => string | undefined;

/**
 * The first of the earlier rules that holds wherever `rule` does, so that `rule` never decides; `undefined` when there is
 * none for certain. Rules are tried in order, and the first that holds decides.
 */
export function shadowOf<Earlier extends Rule>(
  rule: Rule,
  earlier: readonly Earlier[],
  homeOf: HomeOf,
): Earlier | undefined {
  return earlier.find(each => takesIn(each.when, rule.when, homeOf));
}

/** Whether whatever satisfies `inner` satisfies `outer`. Patterns are only compared letter by letter. */
function takesIn(outer: Condition, inner: Condition, homeOf: HomeOf): boolean {
  const homes = inner.jurisdictions ?? inner.vendors?.map(vendor => homeOf(vendor) ?? '');
  return (
    LISTS.every(name => isWithin(inner[name], outer[name])) &&
    isWithin(homes, outer.jurisdictions) &&
    isOutside(homes, inner.jurisdictionsExcept, outer.jurisdictionsExcept) &&
    isOutside(inner.locations, inner.locationsExcept, outer.locationsExcept) &&
    (outer.approved === undefined || outer.approved === inner.approved)
  );
}

const LISTS = [
  'vendors',
  'locations',
  'regions',
  'operators',
  'relationships',
  'concerns',
  'kinds',
  'roles',
  'paths',
] as const;

function isWithin(inner: readonly string[] | undefined, outer: readonly string[] | undefined): boolean {
  return outer === undefined || (inner?.every(value => outer.includes(value)) ?? false);
}

/** Whether nothing that the inner condition allows is excepted by the outer one. */
function isOutside(
  allowed: readonly string[] | undefined,
  innerExcept: readonly string[] | undefined,
  outerExcept: readonly string[] | undefined,
): boolean {
  if (outerExcept === undefined) return true;
  const isExcepted = (value: string) => outerExcept.includes(value) && !innerExcept?.includes(value);
  if (allowed) return !allowed.some(isExcepted);
  return outerExcept.every(value => innerExcept?.includes(value) ?? false);
}
