import type { TranslatedWords } from './translations.ts';

/** What the catalog says in another language; what is not in it is said in English. */
interface CatalogWords {
  /** By the id of the act. */
  readonly words: Readonly<Record<string, TranslatedWords>>;
  /** Notes, descriptions and names of cities, by the English words. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The catalog's words in another language, loaded when they are asked for. */
export function loadCatalogWords(language: 'fr' | 'de'): Promise<CatalogWords> {
  return language === 'fr' ? import('./generated/words-fr.ts') : import('./generated/words-de.ts');
}
