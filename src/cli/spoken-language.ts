import { loadLanguage } from '../engine/index.ts';
import type { Language } from '../report/language.ts';
import type { Environment } from './command.ts';
import { localeFor } from './locale.ts';

/** The option that every command has. */
export interface LanguageOption {
  readonly lang?: string;
}

/** The language in which a command speaks to the person at the terminal. */
export function spokenLanguage(
  { lang }: LanguageOption,
  { variables }: Pick<Environment, 'variables'>,
): Promise<Language> {
  return loadLanguage(localeFor(lang, variables));
}
