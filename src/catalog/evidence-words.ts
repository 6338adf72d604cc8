import type { TranslatedWords } from './translations.ts';

/** The words of acts in another language, by their id; acts that are not in it have none. Loaded when asked for. */
export async function loadEvidenceWords(
  language: 'fr' | 'de',
): Promise<Readonly<Record<string, TranslatedWords>>> {
  const { words } =
    language === 'fr' ? await import('./generated/words-fr.ts') : await import('./generated/words-de.ts');
  return words;
}
