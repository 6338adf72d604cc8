import type { Evidence } from '../model/evidence.ts';
import { type Finding, isNotice, type NoticeKind } from '../model/finding.ts';
import { neutralise } from '../text/neutralise.ts';
import { answerWords, boundWords, languageOf, namesVendor, reachWords, statusWords } from './acts.ts';
import type { MessageContext } from './context.ts';
import type { Line } from './documents/document.ts';
import type { Language } from './language.ts';
import { shortened } from './shortened.ts';
import { approvedNames, broughtInPieces, kindWords, thingPieces, wherePieces } from './words.ts';

export type { MessageContext } from './context.ts';

/** UTF-16 units that a message has at most: a list of problems shows a line of each. */
export const LONGEST_MESSAGE = 300;

/**
 * The finding in one sentence, for a line of a list: who and whose · what on this line, where, by whom operated · which
 * act, its status and date, how it reaches the vendor, what it does and whom it binds · the vendor's answer · what is
 * approved instead. Plain text, without control characters, of at most `LONGEST_MESSAGE` units: what does not fit is left
 * to the explanation, the least important first.
 */
export function findingMessage(finding: Finding, context: MessageContext): string {
  const frames = framesOf(finding, context);
  let message = '';
  for (const [level, detail] of DETAILS.entries()) {
    frames[level] ??= frameOf(finding, context, detail);
    const { parts, length } = frames[level];
    const value = neutralise(shortened(finding.value, detail.value));
    if (length + (parts.length - 1) * value.length <= LONGEST_MESSAGE) return parts.join(value);
    if (level === DETAILS.length - 1) message = parts.join(value);
  }
  return shortened(message, LONGEST_MESSAGE);
}

/** How much a sentence says. */
interface Detail {
  /** The vendor's answer in its words, or that there is one. */
  readonly answer: 'words' | 'mention' | 'none';
  /** How many approved vendors are named. */
  readonly approved: number;
  /** What the resource does, and what brings a package in. */
  readonly qualifiers: boolean;
  /** Whose the vendor is. */
  readonly parent: boolean;
  /** Where the vendor is run from, also when a place is named. */
  readonly home: boolean;
  /** The city, the country and the region's id, or the country alone. */
  readonly place: 'whole' | 'country';
  /** How an act reaches the vendor, also where that is by a place that is named already. */
  readonly reach: 'whole' | 'by-name';
  /** Whom an act binds, or the first of those with the number of the others. */
  readonly bound: 'all' | 'first';
  /** Units of a value and an operator's name, and of an act's title. */
  readonly value: number;
  readonly title: number;
}

/** From all that there is to say to the least. */
const DETAILS: readonly Detail[] = inTurn(
  {
    answer: 'words',
    approved: 3,
    qualifiers: true,
    parent: true,
    home: true,
    place: 'whole',
    reach: 'whole',
    bound: 'all',
    value: 200,
    title: 200,
  },
  { answer: 'mention' },
  { value: 80 },
  { approved: 1 },
  { reach: 'by-name' },
  { approved: 0 },
  { parent: false },
  { qualifiers: false, value: 60 },
  { place: 'country' },
  { answer: 'none', home: false, value: 24, title: 60 },
  { bound: 'first' },
);

/** The first, and what each change leaves of the one before it. */
function inTurn(first: Detail, ...changes: readonly Partial<Detail>[]): Detail[] {
  const details = [first];
  let last = first;
  for (const change of changes) {
    last = { ...last, ...change };
    details.push(last);
  }
  return details;
}

/** A sentence without the value, which stands between its parts. */
interface Frame {
  readonly parts: readonly string[];
  /** Of the parts together, in UTF-16 units. */
  readonly length: number;
}

/** Frames that are known, by how much they say: those of most findings of a report are the same. */
function framesOf(finding: Finding, context: MessageContext): Frame[] {
  if (standsAlone(finding)) return [];
  const { vendor, kind, relationship, role, location, city, operator, ecosystem } = finding;
  const act = decidingAct(finding, context)?.id;
  const key = `${act}\n${framedRegion(finding)}\n${vendor}\n${kind}\n${relationship}\n${role}\n${location}\n${city}\n${operator}\n${ecosystem}`;
  const known = knownFrames.get(context) ?? new Map<string, Frame[]>();
  const frames = known.get(key) ?? [];
  knownFrames.set(context, known.set(key, frames));
  return frames;
}

function frameOf(finding: Finding, context: MessageContext, detail: Detail): Frame {
  const say = (said: Finding) => sentence(said, context, languageOf(context), detail);
  const region = framedRegion(finding);
  const pieces = standsAlone(finding)
    ? [say(finding)]
    : say({ ...finding, value: VALUE, ...(region === undefined ? {} : { region }) }).split(VALUE);
  const parts = pieces.map(neutralise);
  return { parts, length: parts.reduce((sum, part) => sum + part.length, 0) };
}

/** Whether no other finding's sentence is the same but for the value. */
function standsAlone(finding: Finding): boolean {
  return isNotice(finding) || finding.unlisted !== undefined || finding.via.length > 1;
}

/** A region that is the value itself is no part of the frame. */
function framedRegion({ region, value }: Finding): string | undefined {
  return region === value ? VALUE : region;
}

/** Stands where the value does: no text has it, for it is not assigned (https://www.unicode.org/glossary/#noncharacter). */
const VALUE = '\ufdd0';

/** Of one report. */
const knownFrames = new WeakMap<MessageContext, Map<string, Frame[]>>();

function sentence(whole: Finding, context: MessageContext, language: Language, detail: Detail): string {
  const { value, operator } = whole;
  const finding: Finding = {
    ...whole,
    value: shortened(value, detail.value),
    ...(operator === undefined ? {} : { operator: shortened(operator, detail.value) }),
  };
  if (isNotice(finding)) return noticeWords(finding, language);
  if (finding.unlisted !== undefined) {
    return unlistedWords(finding, shortened(finding.unlisted, detail.value), language);
  }
  const clauses = [
    language.say('message.what', {
      subject: subject(finding, context, language, detail),
      thing: thing(finding, language, detail),
    }),
    ...actClauses(finding, context, language, detail),
    ...approvedClause(finding, context, language, detail),
  ];
  return `${clauses.join(language.say('message.separator'))}.`;
}

/** What a finding about the policy says. */
export function noticeWords(
  { kind, value, notice }: Finding & { readonly kind: NoticeKind },
  language: Language,
): string {
  return language.say(`message.${kind}`, { value: notice ? language.phrase(notice) : value });
}

/** There is no vendor to name: what it is, why it is flagged, and what to do. */
export function unlistedWords({ kind, value }: Finding, name: string, language: Language): string {
  return language.say('message.unlisted', { kind: kindWords(kind, language), value, name });
}

function subject(
  finding: Finding,
  { facts }: MessageContext,
  language: Language,
  { parent, home }: Detail,
): string {
  const vendor = facts.vendor(finding.vendor);
  if (!vendor) return finding.vendor;
  if (!home && finding.location !== undefined) return vendor.name;
  const country = language.country(vendor.jurisdiction.country);
  const whose = vendor.parent && parent ? `${vendor.parent.name}, ${country}` : country;
  return language.say('message.subject', { vendor: vendor.name, home: whose });
}

function thing(finding: Finding, language: Language, { qualifiers, place }: Detail): string {
  const { role } = finding;
  return [
    thingPieces(finding, language),
    ...(role === undefined || role === 'none' || !qualifiers ? [] : [[language.say(`role.${role}`)]]),
    ...wherePieces(finding, language, place === 'country'),
    ...(qualifiers ? broughtInPieces(finding, language) : []),
  ]
    .map(plain)
    .join(', ');
}

/** `Act of 2021 (in force)`; a title that ends in brackets takes the status into them. */
function withStatus(title: string, status: string, language: Language): string {
  return title.endsWith(')')
    ? `${title.slice(0, -1)}${language.say('message.separator')}${status})`
    : `${title} (${status})`;
}

/** The act that decided and the vendor's answer to it; nothing for a mirror: it is flagged by policy, not by an act. */
function actClauses(finding: Finding, context: MessageContext, language: Language, detail: Detail): string[] {
  const act = decidingAct(finding, context);
  if (!act || finding.relationship === 'mirror') return [];
  const said = language.evidence(act);
  const vendor = context.facts.vendor(finding.vendor);
  const words = {
    act: withStatus(shortened(said.title, detail.title), statusWords(act, context), language),
    effect: language.say(`effect.${act.effect}`),
  };
  const clause =
    detail.reach === 'by-name' && !namesVendor(act, vendor)
      ? language.say('message.act-effect', words)
      : language.say('message.act', {
          ...words,
          reach: reachWords(act, vendor, finding.location, language),
        });
  const audience = boundWords(act, language, detail.bound);
  const answer = answerWords(act, vendor, language);
  return [
    audience === undefined ? clause : `${clause}, ${language.say('message.binding', { audience })}`,
    ...(answer === undefined || detail.answer === 'none' ? [] : [answerClause(answer, language, detail)]),
  ];
}

function decidingAct(finding: Finding, { facts }: MessageContext): Evidence | undefined {
  const decisive = finding.trace.find(step => step.step === 'evidence');
  return decisive ? facts.evidence(decisive.evidence) : undefined;
}

function approvedClause(
  finding: Finding,
  context: MessageContext,
  language: Language,
  { approved }: Detail,
): string[] {
  const names = approvedNames(finding, context, language).slice(0, approved);
  return names.length === 0 ? [] : [language.say('message.approved', { names: names.join(', ') })];
}

function answerClause(answer: string, language: Language, { answer: said }: Detail): string {
  return said === 'words' ? withoutFullStop(answer) : language.say('message.answered');
}

function withoutFullStop(text: string): string {
  return text.replace(/\.("?)$/, '$1');
}

function plain(line: Line): string {
  return line
    .map(inline => {
      if (typeof inline === 'string') return inline;
      return 'code' in inline ? inline.code : '';
    })
    .join('');
}
