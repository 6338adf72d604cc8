import type { CheckResult } from '../../engine/index.ts';
import type { Finding, Occurrence } from '../../model/finding.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import type { Span } from '../../text/span.ts';

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
      for (const mark of marksOfFinding(path, finding, checked)) marks.push(mark);
    }
  }
  return marks;
}

function marksOfFinding(path: string, finding: Finding, checked: Checked): Mark[] {
  const marks: Mark[] =
    finding.path === path ? [{ role: 'finding', span: finding.span, finding, checked }] : [];
  for (const occurrence of distinctPlaces(path, finding)) {
    marks.push({ role: 'occurrence', span: occurrence.span, occurrence, finding, checked });
  }
  const { origin } = finding;
  if (origin?.path === path && !marks.some(({ span }) => overlaps(span, origin.span))) {
    marks.push({ role: 'origin', span: origin.span, finding, checked });
  }
  return marks;
}

/**
 * The occurrences in one file, one per place: a reference that can have two values stands at one place twice. A finding's
 * occurrences are sorted by place.
 */
function distinctPlaces(path: string, { path: own, span, occurrences }: Finding): Occurrence[] {
  const places: Occurrence[] = [];
  for (const occurrence of occurrences) {
    if (occurrence.path !== path || (own === path && isSamePlace(occurrence.span, span))) continue;
    const last = places.at(-1);
    if (last && isSamePlace(last.span, occurrence.span)) places.pop();
    places.push(occurrence);
  }
  return places;
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** A literal that is written at the reference itself needs no mark of its own. */
function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
