import type { Attribution } from '../model/match.ts';
import type { Condition, EffectiveRule, Ruleset } from '../model/ruleset.ts';
import type { ReferenceKind } from '../model/vocabulary.ts';
import { matchesGlob } from './glob.ts';

/** What a rule's condition is compared with. */
export interface Subject {
  readonly attribution: Attribution;
  /** ISO 3166-1 of the vendor's home; absent when it belongs to no vendor of the catalog. */
  readonly jurisdiction: string | undefined;
  readonly kind: ReferenceKind;
  readonly path: string;
  readonly concerns: readonly string[];
}

/** Which side of vendor × region × operator a condition is about. */
export interface Aspects {
  readonly vendor: boolean;
  readonly place: boolean;
}

/** Whether every part of the rule's condition holds. */
export function holds(
  { when: condition, pathPrefix = '' }: Pick<EffectiveRule, 'when' | 'pathPrefix'>,
  subject: Subject,
  approved: Ruleset['approved'],
): boolean {
  const { attribution } = subject;
  return (
    includes(condition.vendors, attribution.vendor) &&
    includes(condition.jurisdictions, subject.jurisdiction) &&
    isOutside(condition.jurisdictionsExcept, subject.jurisdiction) &&
    includes(condition.locations, attribution.location) &&
    isOutside(condition.locationsExcept, attribution.location) &&
    includesGlob(condition.regions, attribution.region) &&
    includes(condition.operators, attribution.operator) &&
    includes(condition.relationships, attribution.relationship) &&
    includes(condition.kinds, subject.kind) &&
    includes(condition.roles, attribution.role) &&
    includesGlob(condition.paths, pathPrefix + subject.path) &&
    (condition.concerns === undefined ||
      condition.concerns.some(concern => subject.concerns.includes(concern))) &&
    (condition.approved === undefined || condition.approved === isApproved(subject, approved))
  );
}

/**
 * Whether the ruleset approves the vendor and, when it lists regions of the vendor, the region; or what belongs to no
 * vendor, by its name.
 */
export function isApproved({ attribution }: Subject, approved: Ruleset['approved']): boolean {
  if (attribution.unlisted) return isNamed(attribution.unlisted.name, approved);
  if (!approved.vendors.includes(attribution.vendor)) return false;
  const regions = approved.regions[attribution.vendor];
  const { region } = attribution;
  return !regions || region === undefined || regions.some(pattern => matchesGlob(pattern, region));
}

/** A name approves itself and all below it. */
function isNamed(name: string, { sources, registries }: Ruleset['approved']): boolean {
  const named = [...sources, ...Object.values(registries).map(withoutScheme)];
  return named.some(
    each => name === each || name.startsWith(`${each}/`) || matchesGlob(`${each}{,/**}`, name),
  );
}

function withoutScheme(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/(?<!\/)\/+$/, '');
}

/** Which sides a condition judges: evidence about the other side does not explain it. */
export function aspectsOf(condition: Condition): Aspects {
  const { vendors, jurisdictions, jurisdictionsExcept } = condition;
  const place = Boolean(
    condition.locations ?? condition.locationsExcept ?? condition.regions ?? condition.operators,
  );
  return { vendor: !place || Boolean(vendors ?? jurisdictions ?? jurisdictionsExcept), place };
}

/** Whether the value is one of the allowed ones; without a list all are, also one that is not known. */
export function includes(allowed: readonly string[] | undefined, value: string | undefined): boolean {
  return allowed === undefined || (value !== undefined && allowed.includes(value));
}

/** Whether the value is known and none of the excepted ones. */
export function isOutside(excepted: readonly string[] | undefined, value: string | undefined): boolean {
  return excepted === undefined || (value !== undefined && !excepted.includes(value));
}

function includesGlob(patterns: readonly string[] | undefined, value: string | undefined): boolean {
  return (
    patterns === undefined || (value !== undefined && patterns.some(pattern => matchesGlob(pattern, value)))
  );
}
