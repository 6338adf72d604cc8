import type { Evidence } from '../../model/evidence.ts';
import { type Finding, isNotice, type TraceStep } from '../../model/finding.ts';
import { answerWords, boundWords, languageOf, reachWords, statusWords } from '../acts.ts';
import type { MessageContext } from '../context.ts';
import type { Language } from '../language.ts';
import { noticeWords, unlistedWords } from '../message.ts';
import {
  approvedNames,
  broughtInPieces,
  capitalised,
  dataFlowWords,
  inlines,
  thingPieces,
  wherePieces,
} from '../words.ts';
import { type Block, type Document, type Inline, joined, type Line, type ListItem } from './document.ts';
import { indicatorLine } from './indicator-words.ts';

/** How many acts are named: the first in full, the others by title. */
const NAMED_ACTS = 4;

/** Where the reader can go from an explanation; each is a line of links. */
export type NextSteps = (finding: Finding) => readonly Inline[];

/**
 * Why a finding is there: who, whose, run from where; what this line does and where; what is approved instead and what can
 * be done; the acts, whom they bind and as of when; the vendor's answer; the decision from the value to the policy.
 */
export function findingExplanation(
  finding: Finding,
  context: MessageContext,
  nextSteps: NextSteps = () => [],
): Document {
  const language = languageOf(context);
  if (isNotice(finding)) {
    return [paragraph([noticeWords(finding, language)])];
  }
  if (finding.unlisted !== undefined) {
    return [
      paragraph([unlistedWords(finding, finding.unlisted, language)]),
      paragraph(labelled(language.say('hover.why'), why(finding, context, language))),
      ...nextBlock(nextSteps(finding)),
    ];
  }
  return [
    paragraph(heading(finding, context, language)),
    paragraph(whatThisLineDoes(finding, language)),
    ...approvedBlock(finding, context, language),
    ...nextBlock(nextSteps(finding)),
    ...actBlocks(finding, context, language),
    ...concernsBlock(finding, language),
    paragraph(labelled(language.say('hover.why'), why(finding, context, language))),
  ];
}

function heading(finding: Finding, { facts }: MessageContext, language: Language): Line {
  const vendor = facts.vendor(finding.vendor);
  if (!vendor) return [{ strong: finding.vendor }];
  const { parent, operator, jurisdiction } = vendor;
  return joined(
    [
      [{ strong: vendor.name }],
      ...(operator === undefined || finding.operator !== undefined
        ? []
        : [[language.say('hover.operator', { operator: operator.name })]]),
      ...(parent === undefined ? [] : [[language.say('hover.parent', { parent: parent.name })]]),
      [language.say('hover.run-from', { country: language.within(jurisdiction.country) })],
    ],
    ' · ',
  );
}

function whatThisLineDoes(finding: Finding, language: Language): Line {
  const { dataFlow } = finding;
  const [first, ...rest] = thingPieces(finding, language);
  const thing: Line =
    typeof first === 'string' ? [capitalised(first), ...rest] : [...(first ? [first] : []), ...rest];
  return joined(
    [
      thing,
      ...standing(finding, language),
      ...(dataFlow === undefined ? [] : [[dataFlowWords(dataFlow, language)]]),
      ...wherePieces(finding, language),
      ...broughtInPieces(finding, language),
    ],
    ' · ',
  );
}

/** What a resource is for, else how the vendor comes in. */
function standing({ role, relationship }: Finding, language: Language): Line[] {
  if (role !== undefined) return [[language.say(`role.${role}`)]];
  return relationship === undefined ? [] : [[language.say(`relationship.${relationship}`)]];
}

function concernsBlock({ concerns }: Finding, language: Language): Block[] {
  if (concerns.length === 0) return [];
  const words = concerns.map(concern => language.say(`concern.${concern}`)).join(', ');
  return [paragraph([language.say('hover.concerns', { concerns: words })])];
}

function approvedBlock(finding: Finding, context: MessageContext, language: Language): Block[] {
  const names = approvedNames(finding, context, language);
  if (names.length === 0) return [];
  return [paragraph(labelled(language.say('hover.approved'), [names.join(', ')]))];
}

function actBlocks(finding: Finding, context: MessageContext, language: Language): Block[] {
  const acts = finding.evidence.flatMap(id => context.facts.evidence(id) ?? []);
  // Nobody buys or uses a service there: acts are background to a mirror.
  const isByPolicy = finding.relationship === 'mirror';
  const deciding = isByPolicy ? undefined : acts[0];
  const others = deciding ? acts.slice(1) : acts;
  const head: Block = deciding
    ? { block: 'list', items: [actInFull(deciding, finding, context)] }
    : paragraph([language.say(isByPolicy ? 'hover.by-policy' : 'hover.no-listing')]);
  const named = others.slice(0, NAMED_ACTS - 1).map(act => actTitle(act, context, language));
  const rest = others.length - named.length;
  const more: Line[] = rest > 0 ? [[language.count('hover.more', rest)]] : [];
  return [
    head,
    ...(others.length > 0
      ? [paragraph(labelled(language.say('hover.also'), joined([...named, ...more], ' · ')))]
      : []),
  ];
}

/** Which act, whose, its status and day, how it reaches the vendor, whom it binds; what it says; the vendor's answer. */
function actInFull(act: Evidence, finding: Finding, context: MessageContext): ListItem {
  const language = languageOf(context);
  const vendor = context.facts.vendor(finding.vendor);
  const said = language.evidence(act);
  const audience = boundWords(act, language);
  const head: Line[] = [
    [{ link: said.title, address: act.url }],
    [said.authority],
    [statusWords(act, context)],
    [reachWords(act, vendor, finding.location, language)],
    ...(audience === undefined ? [] : [[language.say('hover.binds', { audience })]]),
    ...(act.sourceQuality === 'recall' ? [[{ quiet: language.say('hover.not-verified') }]] : []),
  ];
  const answer = answerWords(act, vendor, language);
  return {
    text: joined(head, ' · '),
    details: [
      [said.summary],
      [language.say('hover.applies-to', { whom: said.appliesTo })],
      ...(answer === undefined ? [] : [[answer]]),
    ],
  };
}

function actTitle(act: Evidence, context: MessageContext, language: Language): Line {
  return [{ link: language.evidence(act).title, address: act.url }, ` (${statusWords(act, context)})`];
}

function why(finding: Finding, context: MessageContext, language: Language): Line {
  // Of the acts, the one that made the severity what it is: the others are named above.
  const deciding = finding.trace.find(step => step.step === 'evidence' && step.severity === finding.severity);
  const steps = finding.trace.filter(step => step.step !== 'evidence' || step === deciding);
  return joined(
    steps.map(step => stepLine(step, finding, context, language)),
    ' → ',
  );
}

function stepLine(step: TraceStep, finding: Finding, { facts }: MessageContext, language: Language): Line {
  switch (step.step) {
    case 'value':
      return inlines(
        language.pieces('hover.why-in', { name: { code: step.name }, path: { code: step.path } }),
      );
    case 'lockfile':
      return inlines(language.pieces('hover.why-lockfile', { path: { code: step.path } }));
    case 'indicator': {
      const vendor = facts.vendor(step.vendor)?.name ?? step.vendor;
      const indicator = indicatorLine(step.indicator, finding, language);
      return inlines(language.pieces('hover.why-matches', { indicator, vendor }));
    }
    case 'region': {
      const country = language.within(step.location);
      if (step.region === step.location) return [language.say('hover.why-located', { country })];
      return inlines(language.pieces('hover.why-lies-in', { region: { code: step.region }, country }));
    }
    case 'evidence': {
      const act = facts.evidence(step.evidence);
      const severity = language.severity(step.severity);
      const title = act ? language.evidence(act).title : step.evidence;
      return [language.say('hover.why-act', { act: title, severity })];
    }
    case 'rule': {
      const severity = language.severity(step.severity);
      const values = { rule: { code: step.rule }, ruleset: { code: step.ruleset }, severity };
      return inlines(language.pieces('hover.why-rule', values));
    }
  }
}

/** Where it is seen without scrolling: editors show the first lines of a hover. */
function nextBlock(steps: readonly Inline[]): Block[] {
  const links = joined(
    steps.map(step => [step]),
    ' · ',
  );
  return links.length === 0 ? [] : [paragraph(links)];
}

function labelled(label: string, text: Line): Line {
  return [{ strong: label }, '  ', ...text];
}

function paragraph(text: Line): Block {
  return { block: 'paragraph', text };
}
