import { type FixContext as KindContext, SETTLING_KINDS, SILENCING_KINDS } from '../fixes/index.ts';
import { classify } from '../formats/classify.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Format } from '../model/format.ts';
import { matchesGlob } from '../ruleset/glob.ts';
import type { Source } from '../text/source.ts';
import { WORKSPACE_RULESET } from './policy/rulesets.ts';

/** What fixes are made from. */
export type FixContext = Omit<KindContext, 'formatOf' | 'matchesGlob' | 'rulesetPath'>;

/**
 * What can be done about a finding, the best first, at most one of them preferred. They are described, not tried:
 * cheap enough to list for every finding of a report. Before edits are applied, `Workspace.prove` tries them.
 */
export function fixesOf(finding: Finding, context: FixContext): Fix[] {
  return fixesOfKinds(ALL_KINDS, finding, context);
}

/** The same without those that only silence the finding. */
export function settlingFixesOf(finding: Finding, context: FixContext): Fix[] {
  return fixesOfKinds(SETTLING_KINDS, finding, context);
}

const ALL_KINDS = [...SETTLING_KINDS, ...SILENCING_KINDS];

function fixesOfKinds(kinds: typeof SETTLING_KINDS, finding: Finding, context: FixContext): Fix[] {
  if (finding.suppression) return [];
  const whole = { formatOf, matchesGlob, rulesetPath: WORKSPACE_RULESET, ...context };
  const fixes = kinds.flatMap(make => make(finding, whole));
  const preferred = fixes.find(fix => fix.preferred);
  return fixes.map(fix => (fix.preferred && fix !== preferred ? { ...fix, preferred: false } : fix));
}

const formats = new WeakMap<Source, { readonly format: Format | undefined }>();

/** A file of many findings is looked at once. */
function formatOf(source: Source): Format | undefined {
  let known = formats.get(source);
  if (!known) {
    known = { format: classify(source.path, source.text) };
    formats.set(source, known);
  }
  return known.format;
}
