import type { Evidence } from '../model/evidence.ts';
import type { Severity } from '../model/vocabulary.ts';
import { en } from '../words/en/index.ts';
import type { CountedKey, MessageKey, Messages, PlaceholdersOf, ValuesOf } from '../words/keys.ts';
import type { Phrase, PhraseValue } from '../words/phrase.ts';

/** The languages that there are texts in. */
export type LanguageTag = 'en' | 'fr' | 'de';

/** What of an act is translated; what is missing is shown in English. */
export type EvidenceWords = Pick<Evidence, 'title' | 'authority' | 'appliesTo' | 'summary'> &
  Partial<Pick<Evidence, 'statusNote' | 'vendorResponse'>>;

/** One piece of a text: what stands between the placeholders, and what fills them. */
type Piece<Value> = { readonly text: string } | { readonly value: Value };

/** All that is said in one language. Pure: the same arguments give the same words. */
export interface Language {
  readonly tag: LanguageTag;
  /** The text of `key` with its placeholders filled in. */
  say<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key, string | number>): string;
  /** What a stage has to say. */
  phrase(phrase: Phrase): string;
  /** The same in pieces, for values that are more than text (code, links). */
  pieces<Key extends MessageKey, Value>(
    key: Key,
    values: Readonly<Record<PlaceholdersOf<Key>, Value>>,
  ): Piece<Value>[];
  /** The text that fits `count`, which fills `{count}`. */
  count(key: CountedKey, count: number, values?: Readonly<Record<string, string | number>>): string;
  /** The name of an ISO 3166-1 country. */
  country(code: string): string;
  /** The country as the object of a preposition: `the United States`. */
  within(code: string): string;
  /** `2026-08-14` as people write it. */
  day(day: string): string;
  /** `a, b and c`. */
  list(words: readonly string[]): string;
  /** `a, b or c`. */
  alternatives(words: readonly string[]): string;
  severity(severity: Severity): string;
  /** `1,234` as people write it. */
  number(number: number): string;
  /** The act with its words in this language. */
  evidence(evidence: Evidence): Evidence;
  /** Words of a data file in this language; English when it has none for them. */
  words(english: string): string;
}

/** A language from its texts and what the catalog says in it: acts by their id, notes by the English note. */
export function makeLanguage(
  tag: LanguageTag,
  messages: Messages,
  catalog: {
    readonly words: Readonly<Record<string, EvidenceWords>>;
    readonly texts: Readonly<Record<string, string>>;
  } = { words: {}, texts: {} },
): Language {
  const locale = tag === 'en' ? 'en-GB' : tag;
  const countries = once(() => new Intl.DisplayNames([locale], { type: 'region' }));
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const conjunction = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const disjunction = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const plural = once(() => new Intl.PluralRules(locale));
  const templates = remembered((key: MessageKey) => messages[key].split(PLACEHOLDER));
  const pieces = <Value>(key: MessageKey, values: Readonly<Record<string, Value>>) =>
    piecesOf(templates(key), values);
  const fill = (key: MessageKey, values: Readonly<Record<string, string | number>>) =>
    filledText(templates(key), values);
  const numberOf = (number: number) => number.toLocaleString(locale);
  const count = (key: CountedKey, number: number, values: Readonly<Record<string, string | number>> = {}) =>
    fill(`${key}.${plural().select(number) === 'one' ? 'one' : 'other'}`, {
      ...values,
      count: numberOf(number),
    });
  const words = (english: string) =>
    Object.hasOwn(catalog.texts, english) ? (catalog.texts[english] ?? english) : english;
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
    if ('length' in value) {
      return conjunction().format(value.map(each => (typeof each === 'string' ? each : say(each))));
    }
    return say(value);
  };
  const country = remembered((code: string) => ownName(code, messages) ?? countries().of(code) ?? code);
  return {
    tag,
    say: (key, ...[values]) => (values ? fill(key, values) : messages[key]),
    pieces,
    phrase: say,
    count,
    country,
    within: code => {
      const name = country(code);
      return tag === 'en' && TAKES_ARTICLE.test(name) ? `the ${name}` : name;
    },
    day: remembered((day: string) => {
      const words = days().format(new Date(`${day}T00:00:00Z`));
      // The only ordinal among French days, which Intl writes as a number.
      return tag === 'fr' ? words.replace(/^1 /, '1er ') : words;
    }),
    list: words => conjunction().format(words),
    alternatives: words => disjunction().format(words),
    severity: severity => messages[`severity.${severity}`],
    number: numberOf,
    evidence: act => {
      const words = catalog.words[act.id];
      return words ? { ...act, ...words } : act;
    },
    words,
  };
}

/** Names that hosts disagree about, whose lists of countries are of different years and lengths; the report must not. */
function ownName(code: string, messages: Messages): string | undefined {
  return code === 'HK' || code === 'MO' ? messages[`country.${code}`] : undefined;
}

/** English names of countries that have an article in a sentence. */
const TAKES_ARTICLE = /^(United|Netherlands|Philippines|Maldives|Bahamas|Gambia|.* (Islands|Republic)$)/;

/** What every face speaks unless it is told otherwise. */
export const ENGLISH: Language = makeLanguage('en', en);

/** Makes the value when it is first asked for: formatters take longer to make than to use. */
function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

/** Makes each value once: many findings say the same of few things. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
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
