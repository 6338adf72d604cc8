import type { Attribution } from '../model/match.ts';
import type { Condition, Ruleset } from '../model/ruleset.ts';
import type { ReferenceKind } from '../model/vocabulary.ts';
import { matchesGlob } from './glob.ts';

/** What a rule's condition is compared with. */
export interface Subject {
  readonly attribution: Attribution;
  /** ISO 3166-1 of the vendor's home. */
  readonly jurisdiction: string;
  readonly kind: ReferenceKind;
  readonly path: string;
  readonly concerns: readonly string[];
}

/** Which side of vendor × region × operator a condition is about. */
export interface Aspects {
  readonly vendor: boolean;
  readonly place: boolean;
}

/** Whether every part of the condition holds. */
export function holds(condition: Condition, subject: Subject, approved: Ruleset['approved']): boolean {
  const { attribution } = subject;
  return (
    includes(condition.vendors, attribution.vendor) &&
    includes(condition.jurisdictions, subject.jurisdiction) &&
    includes(condition.locations, attribution.location) &&
    includesGlob(condition.regions, attribution.region) &&
    includes(condition.operators, attribution.operator) &&
    includes(condition.relationships, attribution.relationship) &&
    includes(condition.kinds, subject.kind) &&
    includes(condition.roles, attribution.role) &&
    includesGlob(condition.paths, subject.path) &&
    (condition.concerns === undefined ||
      condition.concerns.some(concern => subject.concerns.includes(concern))) &&
    (condition.approved === undefined || condition.approved === isApproved(subject, approved))
  );
}

/** Whether the ruleset approves the vendor and, when it lists regions of the vendor, the region. */
export function isApproved({ attribution }: Subject, approved: Ruleset['approved']): boolean {
  if (!approved.vendors.includes(attribution.vendor)) return false;
  const regions = approved.regions[attribution.vendor];
  const { region } = attribution;
  return !regions || region === undefined || regions.some(pattern => matchesGlob(pattern, region));
}

/** Which sides a condition judges: evidence about the other side does not explain it. */
export function aspectsOf(condition: Condition): Aspects {
  const place = Boolean(condition.locations ?? condition.regions ?? condition.operators);
  return { vendor: !place || Boolean(condition.vendors ?? condition.jurisdictions), place };
}

function includes(allowed: readonly string[] | undefined, value: string | undefined): boolean {
  return allowed === undefined || (value !== undefined && allowed.includes(value));
}

function includesGlob(patterns: readonly string[] | undefined, value: string | undefined): boolean {
  return (
    patterns === undefined || (value !== undefined && patterns.some(pattern => matchesGlob(pattern, value)))
  );
}
