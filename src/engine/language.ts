import { ENGLISH, type Language } from '../report/language.ts';

/** The language for a locale (`fr`, `de-AT`, `en_GB.UTF-8`); English when there are no texts in its own. */
export async function loadLanguage(_locale: string | undefined): Promise<Language> {
  return ENGLISH;
}
