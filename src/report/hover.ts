import type { Evidence } from '../model/catalog.ts';
import type { Facts } from '../model/facts.ts';
import type { Finding, TraceStep } from '../model/finding.ts';
import { escapeMarkdown, inlineCode, link } from './markdown.ts';
import { type MessageContext, unlistedSentences } from './message.ts';
import {
  AUDIENCE_WORDS,
  CONCERN_WORDS,
  countryName,
  KIND_WORDS,
  listWords,
  placeWords,
  RELATIONSHIP_WORDS,
  ROLE_WORDS,
  statusWords,
} from './words.ts';

/** How many acts a hover names: the first in full, the others by title. */
const NAMED_ACTS = 4;

/**
 * The explanation of a finding as Markdown: who, where, operator; what this line does; the acts, whom they bind and
 * since when; the vendor's answer; what is approved instead; why this is shown. Everything that comes from the
 * repository is escaped.
 */
export function findingHover(finding: Finding, context: MessageContext): string {
  if (finding.kind === 'suppression')
    return `This ${KIND_WORDS.suppression} ${escapeMarkdown(finding.value)}.`;
  if (finding.unlisted !== undefined) {
    const sentences = escapeMarkdown(unlistedSentences(finding, finding.unlisted));
    return [sentences, why(finding, context.facts)].join('\n\n');
  }
  return [
    heading(finding, context.facts),
    whatThisLineDoes(finding),
    ...approved(finding, context),
    acts(finding, context.facts),
    why(finding, context.facts),
  ].join('\n\n');
}

function heading(finding: Finding, facts: Pick<Facts, 'vendor'>): string {
  const vendor = facts.vendor(finding.vendor);
  if (!vendor) return `**${escapeMarkdown(finding.vendor)}**`;
  const parent = vendor.parent ? ` · ${escapeMarkdown(vendor.parent.name)}` : '';
  return `**${escapeMarkdown(vendor.name)}**${parent} · run from ${escapeMarkdown(countryName(vendor.jurisdiction.country))}`;
}

function whatThisLineDoes(finding: Finding): string {
  const place = placeWords(finding);
  const parts = [
    `${capitalised(KIND_WORDS[finding.kind])} ${inlineCode(finding.value)}`,
    finding.role === undefined ? RELATIONSHIP_WORDS[finding.relationship] : ROLE_WORDS[finding.role],
    ...(finding.dataFlow === undefined ? [] : [escapeMarkdown(finding.dataFlow)]),
    ...(place === undefined
      ? []
      : [`in ${escapeMarkdown(place)}${finding.region ? ` (${inlineCode(finding.region)})` : ''}`]),
    ...(finding.operator === undefined ? [] : [`operated by ${escapeMarkdown(finding.operator)}`]),
    ...(finding.via.length > 1 ? [`brought in by ${finding.via.map(inlineCode).join(' › ')}`] : []),
  ];
  const concerns =
    finding.concerns.length > 0
      ? `  \nConcerns: ${finding.concerns.map(concern => CONCERN_WORDS[concern]).join(', ')}`
      : '';
  return parts.join(' · ') + concerns;
}

function acts(finding: Finding, facts: Pick<Facts, 'evidence'>): string {
  const [deciding, ...others] = finding.evidence.flatMap(id => facts.evidence(id) ?? []);
  if (!deciding)
    return finding.relationship === 'mirror' ? 'Flagged by policy, not by an act.' : 'No listing found.';
  const named = others.slice(0, NAMED_ACTS - 1).map(actTitle);
  const rest = others.length - named.length;
  const also = [...named, ...(rest > 0 ? [`${rest} more`] : [])];
  return [actInFull(deciding), ...(also.length > 0 ? [`Also: ${also.join(' · ')}`] : [])].join('\n\n');
}

/** Which act, whose, its status and day, whom it binds; then what it says, and the vendor's answer. */
function actInFull(evidence: Evidence): string {
  const binds =
    evidence.binds.length > 0
      ? `binds ${listWords(evidence.binds.map(audience => AUDIENCE_WORDS[audience]))}`
      : `applies to ${escapeMarkdown(evidence.appliesTo)}`;
  const head = [
    link(evidence.title, evidence.url),
    escapeMarkdown(evidence.authority),
    escapeMarkdown(statusWords(evidence)),
    binds,
    ...(evidence.sourceQuality === 'recall' ? ['*not verified*'] : []),
  ];
  const { vendorResponse } = evidence;
  const answer =
    vendorResponse === undefined ? '' : ` The vendor's answer: ${escapeMarkdown(vendorResponse)}`;
  return `${head.join(' · ')}  \n${escapeMarkdown(evidence.summary)}${answer}`;
}

function actTitle(evidence: Evidence): string {
  return `${link(evidence.title, evidence.url)} (${escapeMarkdown(statusWords(evidence))})`;
}

function approved(finding: Finding, { facts, ruleset }: MessageContext): string[] {
  if (finding.relationship === 'mirror') return [];
  const names = [...new Set([...ruleset.approved.prefer, ...ruleset.approved.vendors])]
    .filter(id => id !== finding.vendor)
    .map(id => escapeMarkdown(facts.vendor(id)?.name ?? id));
  return names.length === 0 ? [] : [`Approved instead: ${names.join(', ')}.`];
}

function why(finding: Finding, facts: Pick<Facts, 'evidence'>): string {
  return `Why am I seeing this: ${finding.trace.flatMap(step => stepWords(step, facts)).join(' → ')}`;
}

function stepWords(step: TraceStep, facts: Pick<Facts, 'evidence'>): string[] {
  switch (step.step) {
    case 'value':
      return [`${inlineCode(step.name)} in ${inlineCode(step.path)}`];
    case 'indicator':
      return [inlineCode(step.indicator)];
    case 'region':
      return [`${inlineCode(step.region)} lies in ${escapeMarkdown(countryName(step.location))}`];
    case 'evidence': {
      const title = facts.evidence(step.evidence)?.title ?? step.evidence;
      return step.severity === 'information' ? [] : [`${escapeMarkdown(title)} (${step.severity})`];
    }
    case 'rule':
      return [`rule ${inlineCode(step.rule)} of ${inlineCode(step.ruleset)} (${step.severity})`];
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
