import type { Evidence } from '../model/evidence.ts';
import { type Finding, isNotice } from '../model/finding.ts';
import { neutralise } from '../text/neutralise.ts';
import { answerWords, boundWords, languageOf, reachWords, statusWords } from './acts.ts';
import type { MessageContext } from './context.ts';
import type { Line } from './documents/document.ts';
import type { Language } from './language.ts';
import { approvedNames, broughtInPieces, kindWords, thingPieces, wherePieces } from './words.ts';

export type { MessageContext } from './context.ts';

/**
 * The finding in one sentence, for a line of a list: who and whose · what on this line, where, by whom operated · which
 * act, its status and date, how it reaches the vendor, what it does and whom it binds · the vendor's answer · what is
 * approved instead. Plain text, without control characters.
 */
export function findingMessage(finding: Finding, context: MessageContext): string {
  const language = languageOf(context);
  if (isNotice(finding)) {
    return neutralise(language.say(`message.${finding.kind}`, { value: finding.value }));
  }
  if (finding.unlisted !== undefined) return neutralise(unlistedWords(finding, finding.unlisted, language));
  const clauses = [
    `${subject(finding, context, language)}: ${thing(finding, language)}`,
    ...actClauses(finding, context, language),
    ...approvedClause(finding, context, language),
  ];
  return neutralise(`${clauses.join(language.say('message.separator'))}.`);
}

/** There is no vendor to name: what it is, why it is flagged, and what to do. */
export function unlistedWords({ kind, value }: Finding, name: string, language: Language): string {
  return language.say('message.unlisted', { kind: kindWords(kind, language), value, name });
}

/** How many approved vendors a sentence names. */
const NAMED_VENDORS = 3;

function subject(finding: Finding, { facts }: MessageContext, language: Language): string {
  const vendor = facts.vendor(finding.vendor);
  if (!vendor) return finding.vendor;
  const country = language.country(vendor.jurisdiction.country);
  const home = vendor.parent ? `${vendor.parent.name}, ${country}` : country;
  return language.say('message.subject', { vendor: vendor.name, home });
}

function thing(finding: Finding, language: Language): string {
  const { role } = finding;
  return [
    thingPieces(finding, language),
    ...(role === undefined || role === 'none' ? [] : [[language.say(`role.${role}`)]]),
    ...wherePieces(finding, language),
    ...broughtInPieces(finding, language),
  ]
    .map(plain)
    .join(', ');
}

/** The act that decided and the vendor's answer to it; nothing for a mirror: it is flagged by policy, not by an act. */
function actClauses(finding: Finding, context: MessageContext, language: Language): string[] {
  const act = decidingAct(finding, context);
  if (!act || finding.relationship === 'mirror') return [];
  const said = language.evidence(act);
  const vendor = context.facts.vendor(finding.vendor);
  const clause = language.say('message.act', {
    title: said.title,
    status: statusWords(act, context),
    reach: reachWords(act, vendor, finding.location, language),
    effect: language.say(`effect.${act.effect}`),
  });
  const audience = boundWords(act, language);
  const answer = answerWords(act, vendor, language);
  return [
    audience === undefined ? clause : `${clause}, ${language.say('message.binding', { audience })}`,
    ...(answer === undefined ? [] : [withoutFullStop(answer)]),
  ];
}

function decidingAct(finding: Finding, { facts }: MessageContext): Evidence | undefined {
  const decisive = finding.trace.find(step => step.step === 'evidence');
  return decisive ? facts.evidence(decisive.evidence) : undefined;
}

function approvedClause(finding: Finding, context: MessageContext, language: Language): string[] {
  const names = approvedNames(finding, context, language).slice(0, NAMED_VENDORS);
  return names.length === 0 ? [] : [language.say('message.approved', { names: names.join(', ') })];
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
