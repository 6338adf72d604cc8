import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import {
  type DataWordsFile,
  DataWordsFileSchema,
  readTranslations,
  TranslationFileSchema,
  type TranslationState,
} from '../catalog/translations.ts';
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
      const data = read(`evidence/translations/${language}.jsonc`);
      return [language, readTranslations(v.parse(TranslationFileSchema, data), acts)];
    }),
  );
}

/**
 * The words of the other data files in every language.
 * @throws ValiError when a file has not the shape of its schema.
 */
export function readDataWordsFiles(): Map<string, DataWordsFile> {
  return new Map(
    LANGUAGES.map(language => [language, v.parse(DataWordsFileSchema, read(`words/${language}.jsonc`))]),
  );
}

function read(path: string): unknown {
  return parse(readFileSync(new URL(path, CATALOG_FOLDER), 'utf8'));
}
