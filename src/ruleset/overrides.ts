import type { Finding } from '../model/finding.ts';
import type { Refusal } from '../model/ruleset.ts';
import { phrase } from '../words/phrase.ts';
import { inEnglish } from '../words/phrasing.ts';
import { noticeFinding } from './notice.ts';

/** A finding for each attempt of a repository to weaken what its organisation says. */
export function refusalFindings(refusals: readonly Refusal[]): Finding[] {
  return refusals.map(({ place, detail }) =>
    noticeFinding({
      rule: 'policy-override-refused',
      kind: 'override',
      severity: 'warning',
      place,
      detail: phrase('notice.refused', { detail }),
      structuralPath: [inEnglish(detail)],
    }),
  );
}
