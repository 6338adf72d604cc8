import type { Evidence } from '../model/evidence.ts';
import type { Severity } from '../model/vocabulary.ts';
import { en } from '../words/en/index.ts';
import type { CountedKey, MessageKey, Messages, PlaceholdersOf, ValuesOf } from '../words/keys.ts';
import type { Phrase } from '../words/phrase.ts';
import { makePhrasing, once, type Piece, remembered } from '../words/phrasing.ts';

/** The languages that there are texts in. */
export type LanguageTag = 'en' | 'fr' | 'de';

/** What of an act is translated; what is missing is shown in English. */
export type EvidenceWords = Pick<Evidence, 'title' | 'authority' | 'appliesTo' | 'summary'> &
  Partial<Pick<Evidence, 'statusNote' | 'vendorResponse'>>;

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
  const disjunction = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const { fill, pieces, phrase, count, words, list, number } = makePhrasing(messages, locale, catalog.texts);
  const country = remembered((code: string) => ownName(code, messages) ?? countries().of(code) ?? code);
  return {
    tag,
    say: (key, ...[values]) => (values ? fill(key, values) : messages[key]),
    pieces,
    phrase,
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
    list,
    alternatives: words => disjunction().format(words),
    severity: severity => messages[`severity.${severity}`],
    number,
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
