import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import { readTranslations, TranslationFileSchema, type TranslationState } from '../catalog/translations.ts';
import type { Evidence } from '../model/evidence.ts';
import { CATALOG_FOLDER } from './catalog-files.ts';

const LANGUAGES = ['fr', 'de'] as const;

/**
 * The words of acts in every language that there are words in.
 * @throws ValiError when a file has not the shape of its schema.
 */
export function readTranslationFiles(acts: readonly Evidence[]): Map<string, TranslationState> {
  return new Map(
    LANGUAGES.map(language => {
      const file = new URL(`evidence/translations/${language}.jsonc`, CATALOG_FOLDER);
      const data: unknown = parse(readFileSync(file, 'utf8'));
      return [language, readTranslations(v.parse(TranslationFileSchema, data), acts)];
    }),
  );
}
