import type { CountedKey, MessageKey, PlaceholdersOf, ValuesOf } from './keys.ts';

/**
 * Something to be said, as data: stages below the faces name what they say, and the reader's language says it
 * (`Language.phrase`). Made by the functions below, so that a text always has what fills it.
 */
export type Phrase =
  | {
      readonly key: MessageKey;
      readonly values?: Readonly<Record<string, PhraseValue>>;
    }
  /** `{count}` chooses among the texts of the key. */
  | {
      readonly counted: CountedKey;
      readonly count: number;
      readonly values?: Readonly<Record<string, PhraseValue>>;
    }
  /** Sentences one after the other, or parts of a sentence that the language sets apart. */
  | { readonly parts: readonly (string | Phrase)[]; readonly as: 'sentences' | 'series' }
  /** English words of a data file, which has translations of its own. */
  | { readonly words: string };

/** Names from files are text; a list is joined as the language joins lists. */
export type PhraseValue = string | number | Phrase | readonly (string | Phrase)[];

/** The text of a key, with what fills its placeholders. */
export function phrase<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key, PhraseValue>): Phrase {
  return values ? { key, values } : { key };
}

/** The text that fits a number; `values` fills the placeholders besides `{count}`. */
export function counted<Key extends CountedKey>(
  key: Key,
  count: number,
  values?: Readonly<Record<Exclude<PlaceholdersOf<`${Key}.other`>, 'count'>, PhraseValue>>,
): Phrase {
  return values ? { counted: key, count, values } : { counted: key, count };
}

/** English words of a data file. */
export function dataWords(words: string): Phrase {
  return { words };
}

/** Several sentences, one after the other. */
export function sentences(...parts: readonly Phrase[]): Phrase {
  return { parts, as: 'sentences' };
}

/** Parts that can hold commas themselves. */
export function series(parts: readonly (string | Phrase)[]): Phrase {
  return { parts, as: 'series' };
}
