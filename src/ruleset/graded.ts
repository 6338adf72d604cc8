import type { Evidence } from '../model/evidence.ts';
import type { Reach } from '../model/facts.ts';
import type { EffectiveRule, Ruleset } from '../model/ruleset.ts';
import { isStale } from '../model/staleness.ts';
import { SEVERITIES, type Severity } from '../model/vocabulary.ts';
import { compareTexts } from '../text/ordered.ts';
import { worst } from './severity.ts';

/** What the rule fixes, or else the worst that the acts give. */
export function severityUnder(
  rule: EffectiveRule,
  levels: readonly (Severity | undefined)[],
  preset: Ruleset['preset'],
): Severity {
  if (rule.severity !== 'by-evidence' && rule.severity !== 'off') return rule.severity;
  return worst([...levels, rule.atLeast]) ?? WITHOUT_ACT[preset];
}

/** What is flagged at all though no act says anything of it. */
const WITHOUT_ACT: Readonly<Record<Ruleset['preset'], Severity>> = {
  watch: 'hint',
  baseline: 'information',
  strict: 'warning',
};

/** An act that reaches a subject, and the level that it gives; `undefined` when it raises none. */
export interface Graded {
  readonly reach: Reach;
  readonly severity: Severity | undefined;
  /** The act binds the reader. */
  readonly isBinding: boolean;
}

/** What raises the level at all: incidents, allegations and history are background, which the vendor's page has. */
export function isShown({ severity }: Graded): boolean {
  return severity !== undefined;
}

/**
 * The acts that decide come first; of these the ones that bind the reader, then the ones seen lately, then the well
 * supported ones, then the newer ones.
 *
 * @param today the day that staleness is measured on, `YYYY-MM-DD`
 */
export function compareGraded(a: Graded, b: Graded, today: string): number {
  return (
    rank(a) - rank(b) ||
    Number(b.isBinding) - Number(a.isBinding) ||
    Number(isStale(a.reach.evidence.asOf, today)) - Number(isStale(b.reach.evidence.asOf, today)) ||
    CONFIDENCES.indexOf(a.reach.evidence.confidence) - CONFIDENCES.indexOf(b.reach.evidence.confidence) ||
    compareTexts(b.reach.evidence.date, a.reach.evidence.date) ||
    compareTexts(a.reach.evidence.id, b.reach.evidence.id)
  );
}

/** What one page alone tells does not head a message before what was read in several. */
const CONFIDENCES: readonly Evidence['confidence'][] = ['high', 'medium', 'low'];

function rank({ severity }: Graded): number {
  return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}
