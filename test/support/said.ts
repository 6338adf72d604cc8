import type { Phrase } from '../../src/words/phrase.ts';
import { inEnglish } from '../../src/words/phrasing.ts';

/** A reason in English. */
export function said(reason: Phrase | string | undefined): string {
  return typeof reason === 'object' ? inEnglish(reason) : (reason ?? '');
}
