import { loadCatalogWords } from '../catalog/catalog-words.ts';
import { ENGLISH, type Language, makeLanguage } from '../report/language.ts';

/**
 * The language for a locale (`fr`, `de-AT`, `en_GB.UTF-8`); English when there are no texts in its own. Texts and the
 * words of acts are loaded when they are first asked for.
 */
export async function loadLanguage(locale: string | undefined): Promise<Language> {
  switch (/^[a-z]+/.exec(locale?.toLowerCase() ?? '')?.[0]) {
    case 'fr': {
      const [{ fr }, words] = await Promise.all([import('../words/fr/index.ts'), loadCatalogWords('fr')]);
      return makeLanguage('fr', fr, words);
    }
    case 'de': {
      const [{ de }, words] = await Promise.all([import('../words/de/index.ts'), loadCatalogWords('de')]);
      return makeLanguage('de', de, words);
    }
    default:
      return ENGLISH;
  }
}
