import type { Fix } from '../model/fix.ts';
import type { Language } from './language.ts';
import type { FixOffer } from './report.ts';

/**
 * What a report lists. The fixes are described, not tried: trying each would read its module again, and `fix` does so
 * before it changes anything. A comment that silences a finding is a choice in an editor, but it settles nothing.
 */
export function fixOffers(fixes: readonly Fix[], language: Language): FixOffer[] {
  return fixes
    .filter(({ silences }) => !silences)
    .map(({ title, grade, edits }) => ({ title: language.phrase(title), grade, edits }));
}
