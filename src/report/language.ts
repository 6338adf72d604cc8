import type { Evidence } from '../model/evidence.ts';
import type { Severity } from '../model/vocabulary.ts';
import { en, type MessageKey, type Messages, type PlaceholdersOf } from './messages/en.ts';

/** The languages that there are texts in. */
export type LanguageTag = 'en' | 'fr' | 'de';

/** What of an act is translated; what is missing is shown in English. */
export type EvidenceWords = Pick<Evidence, 'title' | 'authority' | 'appliesTo' | 'summary'> &
  Partial<Pick<Evidence, 'statusNote' | 'vendorResponse'>>;

/** What a text's placeholders are filled with. A key without placeholders takes nothing. */
type Values<Key extends MessageKey, Value> = [PlaceholdersOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Key>, Value>>];

/** A key that has a text for one and a text for several. */
type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Base}.other` ? Base : never) : never;

/** One piece of a text: what stands between the placeholders, and what fills them. */
type Piece<Value> = { readonly text: string } | { readonly value: Value };

/** All that is said in one language. Pure: the same arguments give the same words. */
export interface Language {
  readonly tag: LanguageTag;
  /** The text of `key` with its placeholders filled in. */
  say<Key extends MessageKey>(key: Key, ...values: Values<Key, string | number>): string;
  /** The same in pieces, for values that are more than text (code, links). */
  pieces<Key extends MessageKey, Value>(
    key: Key,
    values: Readonly<Record<PlaceholdersOf<Key>, Value>>,
  ): Piece<Value>[];
  /** The text that fits `count`, which fills `{count}`. */
  count(key: CountedKey, count: number): string;
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
  /** The act with its words in this language. */
  evidence(evidence: Evidence): Evidence;
  /** A note on a vendor in this language. */
  note(note: string): string;
}

/** A language from its texts and what the catalog says in it: acts by their id, notes by the English note. */
export function makeLanguage(
  tag: LanguageTag,
  messages: Messages,
  catalog: {
    readonly words: Readonly<Record<string, EvidenceWords>>;
    readonly notes: Readonly<Record<string, string>>;
  } = { words: {}, notes: {} },
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
    pieces(key, values)
      .map(piece => ('text' in piece ? piece.text : piece.value))
      .join('');
  const country = remembered((code: string) => ownName(code, messages) ?? countries().of(code) ?? code);
  return {
    tag,
    say: (key, ...[values]) => (values ? fill(key, values) : messages[key]),
    pieces,
    count: (key, count) =>
      fill(`${key}.${plural().select(count) === 'one' ? 'one' : 'other'}`, {
        count: count.toLocaleString(locale),
      }),
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
    evidence: act => {
      const words = catalog.words[act.id];
      return words ? { ...act, ...words } : act;
    },
    note: note => (Object.hasOwn(catalog.notes, note) ? (catalog.notes[note] ?? note) : note),
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
