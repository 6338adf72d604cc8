import type { CheckResult } from '../engine/index.ts';
import type { Finding, Occurrence } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Location, Span } from '../text/span.ts';

/** What one check found, and the policy that it was made under. */
export interface Checked extends Pick<CheckResult, 'findings' | 'problems' | 'sources' | 'catalog'> {
  readonly ruleset: Ruleset;
}

/** A place in a file that an editor shows something at, and why. Offsets are in the check's texts. */
export type Mark = {
  readonly span: Span;
  readonly finding: Finding;
  readonly checked: Checked;
} & (
  | { readonly role: 'finding' }
  | { readonly role: 'occurrence'; readonly occurrence: Occurrence }
  /** The literal that gives the finding's value. */
  | { readonly role: 'origin' }
);

/**
 * All marks of one file. Several checks can speak about the same file (a lockfile knows more than the manifest alone):
 * a finding that two of them have is shown once, as the check that read more files tells it. Suppressed findings have
 * no marks.
 */
export function marksOf(path: string, checks: readonly Checked[]): Mark[] {
  const marks: Mark[] = [];
  const seen = new Set<string>();
  const widestFirst = [...new Set(checks)].sort((a, b) => b.sources.size - a.sources.size);
  for (const checked of widestFirst) {
    for (const finding of checked.findings) {
      const id = `${finding.fingerprint}\n${finding.path}\n${finding.span.start}`;
      if (finding.suppression || seen.has(id)) continue;
      seen.add(id);
      marks.push(...marksOfFinding(path, finding, checked));
    }
  }
  return marks;
}

function marksOfFinding(path: string, finding: Finding, checked: Checked): Mark[] {
  const marks: Mark[] = [];
  const taken = new Set<string>();
  const add = (place: Location, mark: Mark) => {
    const key = `${place.path}\n${place.span.start}\n${place.span.end}`;
    if (taken.has(key)) return;
    taken.add(key);
    if (place.path === path) marks.push(mark);
  };
  const common = { finding, checked };
  add(finding, { ...common, role: 'finding', span: finding.span });
  for (const occurrence of finding.occurrences) {
    add(occurrence, { ...common, role: 'occurrence', span: occurrence.span, occurrence });
  }
  if (finding.origin) add(finding.origin, { ...common, role: 'origin', span: finding.origin.span });
  return marks;
}
