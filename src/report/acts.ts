import type { Evidence } from '../model/evidence.ts';
import type { VendorFacts } from '../model/facts.ts';
import { isStale } from '../model/staleness.ts';
import { ENGLISH, type Language } from './language.ts';

/** How one act is spoken of, the same in every face. Acts are given in English and said in the context's language. */

/** What sentences about acts need to know. */
export interface Wording {
  /** English unless stated. */
  readonly language?: Language;
  /** The reader's day, `YYYY-MM-DD`: without it no status is called old. */
  readonly today?: string;
}

/** The language of a wording. */
export function languageOf({ language = ENGLISH }: Wording): Language {
  return language;
}

/** A status and the day of its newest source, never one without the other: `in force, as of 14 August 2026`. */
export function statusWords(act: Pick<Evidence, 'status' | 'asOf'>, wording: Wording): string {
  const language = languageOf(wording);
  const status = language.say(`status.${act.status}`);
  const day = language.day(act.asOf);
  const isOld = wording.today !== undefined && isStale(act.asOf, wording.today);
  return language.say(isOld ? 'status.last-checked' : 'status.as-of', { status, day });
}

/** How the act is about the vendor: by its name, by the country that it is run from, or by a place. */
export function reachWords(
  act: Evidence,
  vendor: VendorFacts | undefined,
  location: string | undefined,
  language: Language,
): string {
  const namedAs = nameIn(act, vendor);
  if (namedAs !== undefined) return language.say(`named.${namedAs}`);
  const home = vendor?.jurisdiction.country;
  if (home !== undefined && act.vendorJurisdictions.includes(home)) {
    return language.say('named.jurisdiction', { country: language.within(home) });
  }
  const place = location ?? act.locations[0] ?? home;
  return place === undefined
    ? language.say('named.not-named')
    : language.say('named.location', { country: language.within(place) });
}

/** Whether the act is about the vendor by a name, its own or that of its group. */
export function namesVendor(act: Evidence, vendor: VendorFacts | undefined): boolean {
  return nameIn(act, vendor) !== undefined;
}

function nameIn({ vendors }: Evidence, vendor: VendorFacts | undefined) {
  const namedAs = vendor && Object.hasOwn(vendors, vendor.id) ? vendors[vendor.id] : undefined;
  return namedAs === 'jurisdiction' || namedAs === 'location' ? undefined : namedAs;
}

/**
 * Whom the act binds among those whom the product knows; `undefined` when it binds none of them.
 * @param named all of them, or the first with the number of the others
 */
export function boundWords(
  { binds }: Evidence,
  language: Language,
  named: 'all' | 'first' = 'all',
): string | undefined {
  const names = binds.map(audience => language.say(`audience.${audience}`));
  const [first] = names;
  if (first === undefined) return undefined;
  if (named === 'all' || names.length === 1) return language.list(names);
  return language.list([first, language.count('message.others-bound', names.length - 1)]);
}

/**
 * The public answer to an act as a sentence, when it is this vendor's: an act that names several companies may have the
 * answer of another one.
 */
export function answerWords(
  act: Evidence,
  vendor: VendorFacts | undefined,
  language: Language,
): string | undefined {
  if (!vendor || !isAnswerOf(act, vendor)) return undefined;
  const answer = language.evidence(act).vendorResponse ?? '';
  const [, speaker, said] = /^([^:"]{2,40}?)\s?: (.*)$/su.exec(answer) ?? [];
  return speaker === undefined || said === undefined
    ? answer
    : language.say('message.answer', { speaker, answer: said });
}

function isAnswerOf({ vendorResponse, vendors }: Evidence, { id, name, parent }: VendorFacts): boolean {
  if (vendorResponse === undefined) return false;
  const named = Object.keys(vendors);
  if (named.length === 1 && named[0] === id) return true;
  const speaker = /^\p{L}[\p{L}\d-]*/u.exec(vendorResponse)?.[0].toLowerCase();
  const names = `${name} ${parent?.name ?? ''}`.toLowerCase().split(/[^\p{L}\d-]+/u);
  return speaker !== undefined && names.includes(speaker);
}
