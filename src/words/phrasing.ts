import { en } from './en/index.ts';
import type { CountedKey, MessageKey, Messages } from './keys.ts';
import type { Phrase, PhraseValue } from './phrase.ts';

/** One piece of a text: what stands between the placeholders, and what fills them. */
export type Piece<Value> = { readonly text: string } | { readonly value: Value };

/** How one language says texts and phrases. */
export interface Phrasing {
  /** The text of a key with its placeholders filled in. */
  fill(key: MessageKey, values: Readonly<Record<string, string | number>>): string;
  pieces<Value>(key: MessageKey, values: Readonly<Record<string, Value>>): Piece<Value>[];
  /** The text that fits a number, which fills `{count}`. */
  count(key: CountedKey, number: number, values?: Readonly<Record<string, string | number>>): string;
  phrase(phrase: Phrase): string;
  /** Words of a data file; as they are when there are no others for them. */
  words(english: string): string;
  list(words: readonly string[]): string;
  number(number: number): string;
}

/** A phrasing from texts, a BCP 47 locale, and what data files say by their English words. */
export function makePhrasing(
  messages: Messages,
  locale: string,
  texts: Readonly<Record<string, string>> = {},
): Phrasing {
  const conjunction = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const plural = once(() => new Intl.PluralRules(locale));
  const templates = remembered((key: MessageKey) => messages[key].split(PLACEHOLDER));
  const pieces = <Value>(key: MessageKey, values: Readonly<Record<string, Value>>) =>
    piecesOf(templates(key), values);
  const fill = (key: MessageKey, values: Readonly<Record<string, string | number>>) =>
    filledText(templates(key), values);
  const list = (words: readonly string[]) => conjunction().format(words);
  const numberOf = (number: number) => number.toLocaleString(locale);
  const count = (key: CountedKey, number: number, values: Readonly<Record<string, string | number>> = {}) =>
    fill(`${key}.${plural().select(number) === 'one' ? 'one' : 'other'}`, {
      ...values,
      count: numberOf(number),
    });
  const words = (english: string) => (Object.hasOwn(texts, english) ? (texts[english] ?? english) : english);
  const say = (phrase: Phrase): string => {
    if ('words' in phrase) return words(phrase.words);
    if ('parts' in phrase) {
      return phrase.parts
        .map(part => (typeof part === 'string' ? part : say(part)))
        .join(phrase.as === 'series' ? messages['message.separator'] : ' ');
    }
    const values = Object.fromEntries(
      Object.entries(phrase.values ?? {}).map(([name, value]) => [name, filling(value)]),
    );
    return 'counted' in phrase ? count(phrase.counted, phrase.count, values) : fill(phrase.key, values);
  };
  const filling = (value: PhraseValue): string | number => {
    if (typeof value === 'string' || typeof value === 'number') return value;
    if ('length' in value) return list(value.map(each => (typeof each === 'string' ? each : say(each))));
    return say(value);
  };
  return { fill, pieces, count, phrase: say, words, list, number: numberOf };
}

const english = once(() => makePhrasing(en, 'en-GB'));

/** A phrase in English: what programs read, and what fingerprints are made from. */
export function inEnglish(phrase: Phrase): string {
  return english().phrase(phrase);
}

/** Makes the value when it is first asked for: formatters take longer to make than to use. */
export function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

/** Makes each value once: many findings say the same of few things. */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return key => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

const PLACEHOLDER = /\{([\w-]+)\}/;

/** A text that was split at its placeholders, with them filled in; one that has no value stays as it is written. */
function piecesOf<Value>(parts: readonly string[], values: Readonly<Record<string, Value>>): Piece<Value>[] {
  return parts.flatMap((part, index): Piece<Value>[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ text: part }];
    const value = Object.hasOwn(values, part) ? values[part] : undefined;
    return [value === undefined ? { text: `{${part}}` } : { value }];
  });
}

/** The same for values that are text: nearly all that is said. */
function filledText(parts: readonly string[], values: Readonly<Record<string, string | number>>): string {
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) text += part;
    else text += Object.hasOwn(values, part) ? values[part] : `{${part}}`;
  }
  return text;
}
