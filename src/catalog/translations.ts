import * as v from 'valibot';
import type { Evidence } from '../model/evidence.ts';
import { hashText } from '../text/hash.ts';
import type { MessageKey } from '../words/keys.ts';

/**
 * Words of acts in other languages: `evidence/translations/<language>.jsonc`. Each entry carries the hash of the English
 * words that it was made from, so that a text that changed since is shown in English until somebody translates it anew.
 */

const text = v.pipe(v.string(), v.nonEmpty('data.no-text' satisfies MessageKey));

const TranslationSchema = v.strictObject({
  /** `hashOfWords` of the English entry. */
  of: text,
  title: text,
  authority: text,
  appliesTo: text,
  summary: text,
  statusNote: v.optional(text),
  vendorResponse: v.optional(text),
});

export const TranslationFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** By evidence id. */
  evidence: v.record(v.string(), TranslationSchema),
  /** Notes on vendors, by the English note: one that changes has no translation any more. */
  notes: v.optional(v.record(text, text), {}),
});
/** Words of data files other than evidence, by the English words: ones that change have no translation any more. */
export const DataWordsFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** Descriptions of the rules of the rulesets that come with the product. */
  rules: v.record(text, text),
  /** How far the packages that can take another's place are from drop-in; a sentence without its full stop. */
  packages: v.record(text, text),
  /** What changes with what does the same on another cloud. */
  equivalents: v.record(text, text),
  /** What is to be known of a resource that moves to another provider, or written by hand instead of it. */
  migrations: v.record(text, text),
  /** Cities that the language calls otherwise. */
  cities: v.record(text, text),
});
export type DataWordsFile = v.InferOutput<typeof DataWordsFileSchema>;

export type TranslationFile = v.InferOutput<typeof TranslationFileSchema>;

/** The words of an act, as they ship: what is shown of it in another language. */
export type TranslatedWords = Omit<v.InferOutput<typeof TranslationSchema>, 'of'>;

/** What is wrong with a language's words, one line each; nothing when they are complete and up to date. */
export interface TranslationState {
  readonly words: Readonly<Record<string, TranslatedWords>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  /** The English words have changed since, or one of them is not translated: the id, and the hash of today's words. */
  readonly stale: readonly string[];
  /** There is no such act any more. */
  readonly unknown: readonly string[];
}

/** The translations that still fit the acts, and those that do not. */
export function readTranslations(file: TranslationFile, acts: readonly Evidence[]): TranslationState {
  const ids = new Set(acts.map(({ id }) => id));
  const words: Record<string, TranslatedWords> = {};
  const missing: string[] = [];
  const stale: string[] = [];
  for (const act of acts) {
    const entry = Object.hasOwn(file.evidence, act.id) ? file.evidence[act.id] : undefined;
    if (!entry) missing.push(act.id);
    else if (!fits(entry, act)) stale.push(`${act.id} (of: ${hashOfWords(act)})`);
    else {
      const { of: _, ...translated } = entry;
      words[act.id] = translated;
    }
  }
  return {
    words,
    notes: file.notes,
    missing,
    stale,
    unknown: Object.keys(file.evidence).filter(id => !ids.has(id)),
  };
}

/** A short name of the English words that a translation is made from. */
export function hashOfWords({
  title,
  authority,
  appliesTo,
  summary,
  statusNote,
  vendorResponse,
}: Evidence): string {
  return hashText(
    JSON.stringify([title, authority, appliesTo, summary, statusNote ?? '', vendorResponse ?? '']),
  ).slice(0, 12);
}

function fits(entry: TranslationFile['evidence'][string], act: Evidence): boolean {
  return (
    entry.of === hashOfWords(act) &&
    (entry.statusNote === undefined) === (act.statusNote === undefined) &&
    (entry.vendorResponse === undefined) === (act.vendorResponse === undefined)
  );
}
