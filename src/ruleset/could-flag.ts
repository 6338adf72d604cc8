import type { Condition, Ruleset } from '../model/ruleset.ts';
import type { Relationship } from '../model/vocabulary.ts';
import { includes, isOutside } from './conditions.ts';

/** What is known of an indicator before any file is read. */
export interface IndicatorFacts {
  readonly vendor: string;
  readonly relationship: Relationship;
  readonly location?: string;
}

/**
 * Whether some rule could flag what the indicator finds: the prefilter looks for no others. Conditions that only a
 * reference can answer (paths, roles, kinds, concerns) count as holding.
 */
export function couldFlag(
  ruleset: Ruleset,
  jurisdictionOf: (vendor: string) => string | undefined,
  indicator: IndicatorFacts,
): boolean {
  return [ruleset, ...floorsOf(ruleset)].some(each =>
    usesOf(indicator).some(use => couldFlagByRules(each, jurisdictionOf, use)),
  );
}

/** What it can turn out to be: the host of a service that packages are fetched from is a mirror. */
function usesOf(indicator: IndicatorFacts): IndicatorFacts[] {
  const isOfPackages = indicator.relationship === 'open-source' || indicator.relationship === 'service-sdk';
  return isOfPackages ? [indicator] : [indicator, { ...indicator, relationship: 'mirror' }];
}

function floorsOf({ floors = [] }: Ruleset): Ruleset[] {
  return floors.map(floor => floor.ruleset);
}

function couldFlagByRules(
  ruleset: Ruleset,
  jurisdictionOf: (vendor: string) => string | undefined,
  indicator: IndicatorFacts,
): boolean {
  const jurisdiction = jurisdictionOf(indicator.vendor);
  // Rules about vendors leave approved ones alone, also those that flag nothing.
  const isApproved = ruleset.approved.vendors.includes(indicator.vendor);
  // In their order: the first that holds decides.
  for (const { when, severity } of ruleset.rules) {
    if (severity !== 'off') {
      if (couldHold(when, jurisdiction, indicator)) return true;
    } else if (!isApproved && isOnlyAboutRelationship(when) && couldHold(when, jurisdiction, indicator)) {
      return false;
    }
  }
  return false;
}

function couldHold(when: Condition, jurisdiction: string | undefined, indicator: IndicatorFacts): boolean {
  return (
    includes(when.vendors, indicator.vendor) &&
    includes(when.jurisdictions, jurisdiction) &&
    isOutside(when.jurisdictionsExcept, jurisdiction) &&
    includes(when.relationships, indicator.relationship) &&
    // An indicator without a place of its own may still turn out to stand in one, next to an anchor of that place.
    includes(when.locations, indicator.location) &&
    isOutside(when.locationsExcept, indicator.location)
  );
}

/** Whether some rule flags what belongs to no vendor of the catalog: no anchor of the catalog leads to it. */
export function flagsUnlisted(ruleset: Ruleset): boolean {
  return [ruleset, ...floorsOf(ruleset)].some(({ rules }) =>
    rules.some(({ when, severity }) => when.approved === false && severity !== 'off'),
  );
}

function isOnlyAboutRelationship(when: Condition): boolean {
  return Object.keys(when).length === 1 && when.relationships !== undefined;
}
