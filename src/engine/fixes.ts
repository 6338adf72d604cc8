import { FIX_KINDS, type FixContext as KindContext } from '../fixes/index.ts';
import { classify } from '../formats/classify.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import { matchesGlob } from '../ruleset/glob.ts';
import { WORKSPACE_RULESET } from './rulesets.ts';

/** What fixes are made from. */
export type FixContext = Omit<KindContext, 'formatOf' | 'matchesGlob' | 'rulesetPath'>;

/**
 * What can be done about a finding, the best first, at most one of them preferred. They are described, not tried:
 * cheap enough to list for every finding of a report. Before edits are applied, `Workspace.prove` tries them.
 */
export function fixesOf(finding: Finding, context: FixContext): Fix[] {
  if (finding.suppression) return [];
  const formatOf: KindContext['formatOf'] = ({ path, text }) => classify(path, text);
  const whole = { ...context, formatOf, matchesGlob, rulesetPath: WORKSPACE_RULESET };
  const fixes = FIX_KINDS.flatMap(make => make(finding, whole));
  const preferred = fixes.find(fix => fix.preferred);
  return fixes.map(fix => (fix.preferred && fix !== preferred ? { ...fix, preferred: false } : fix));
}
