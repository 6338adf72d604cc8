import type { Fix } from '../model/fix.ts';
import type { Language } from './language.ts';
import type { FixOffer } from './report.ts';

/**
 * What a report lists: the fixes that settle a finding. They are described, not tried: trying each would read its module
 * again, and `fix` does so before it changes anything.
 */
export function fixOffers(fixes: readonly Fix[], language: Language): FixOffer[] {
  return fixes.map(({ title, grade, edits, onRequest }) => ({
    title: language.phrase(title),
    grade,
    edits,
    ...(onRequest ? { onRequest } : {}),
  }));
}
