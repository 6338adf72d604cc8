import type { TraceStep } from '../model/finding.ts';
import type { Attribution } from '../model/match.ts';
import type { EffectiveRule } from '../model/ruleset.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { Graded } from './graded.ts';

/** How the place came into the judgement; nothing when it is not known. */
export function placeTrace({ region, location, operator }: Attribution): TraceStep[] {
  if (location === undefined) return [];
  const step = { step: 'region' as const, region: region ?? location, location };
  return [operator === undefined ? step : { ...step, operator }];
}

/** The acts that gave a level. */
export function evidenceTrace(graded: readonly Graded[]): TraceStep[] {
  return graded.flatMap(({ reach, severity }) =>
    severity
      ? [{ step: 'evidence' as const, evidence: reach.evidence.id, effect: reach.evidence.effect, severity }]
      : [],
  );
}

/** The rule that decided. */
export function ruleTrace(rule: EffectiveRule, severity: Severity): TraceStep {
  return { step: 'rule', rule: rule.id, ruleset: rule.layer, severity };
}
