import type { Region } from '../../model/catalog.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Facts, VendorFacts } from '../../model/facts.ts';
import { groupBy } from '../../text/group-by.ts';
import { compareTexts } from '../../text/ordered.ts';
import { answerWords, boundWords, languageOf, reachWords, statusWords, type Wording } from '../acts.ts';
import type { Language } from '../language.ts';
import { type Block, joined, type Line, type ListItem, section, type Timeline } from './document.ts';

/** The acts of a dossier: a line of time, and the same acts with the same numbers by kind. */

/** In the order in which they weigh. */
const KINDS: readonly Evidence['kind'][] = [
  'listing',
  'law',
  'order',
  'court',
  'investigation',
  'incident',
  'service-exit',
  'standard',
];

/** Acts that no longer hold or never bound anybody are drawn as history. */
const HISTORY: ReadonlySet<Evidence['status']> = new Set<Evidence['status']>([
  'lapsed',
  'superseded',
  'revoked',
  'withdrawn',
  'removed',
  'closed',
  'non-binding',
  'reported',
  'recorded',
  'alleged',
  'announced',
]);

/** Every act that names the vendor or reaches it by the country that it is run from, by date. */
export function actsOf(vendor: VendorFacts, facts: Pick<Facts, 'evidenceFor'>): Evidence[] {
  const reaches = facts.evidenceFor({ vendor: vendor.id, jurisdictions: [vendor.jurisdiction.country] });
  return reaches.map(reach => reach.evidence).sort(compareActs);
}

/** Acts that reach only what lies in one of the countries of its regions, in a line each. */
export function placeActsBlocks(
  regions: readonly Region[],
  own: readonly Evidence[],
  facts: Pick<Facts, 'evidenceFor'>,
  wording: Wording,
): Block[] {
  const language = languageOf(wording);
  const countries = [...new Set(regions.flatMap(({ country }) => country ?? []))];
  const found = countries.flatMap(location =>
    facts.evidenceFor({ location }).map(({ evidence }) => [evidence, location] as const),
  );
  const byAct = groupBy(
    found.filter(([act]) => !own.includes(act)),
    ([act]) => act,
  );
  if (byAct.size === 0) return [];
  const items = [...byAct].map(([act, places]) => {
    const names = places.map(([, location]) => language.within(location));
    const reach = language.say('named.location', { country: language.list(names) });
    return {
      text: [
        { link: language.evidence(act).title, address: act.url },
        ` · ${statusWords(act, wording)} · ${reach}`,
      ],
    };
  });
  return [section(language.say('dossier.places'), 'places'), { block: 'list', items }];
}

/** The acts as blocks, numbered by date. */
export function actBlocks(vendor: VendorFacts, acts: readonly Evidence[], wording: Wording): Block[] {
  const language = languageOf(wording);
  const title = section(language.say('dossier.timeline'), 'timeline');
  if (acts.length === 0) {
    return [title, { block: 'paragraph', text: [language.say('dossier.no-acts')] }];
  }
  const numbers = new Map(acts.map((act, index) => [act, index + 1]));
  const kinds = KINDS.flatMap(kind => {
    const ofKind = acts.filter(act => act.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, acts: ofKind }];
  });
  return [
    title,
    { block: 'timeline', timeline: timelineOf(vendor, acts, kinds, numbers, language) },
    ...kinds.flatMap(({ kind, acts: ofKind }): Block[] => [
      section(language.say(`act.${kind}`), kind),
      { block: 'list', items: ofKind.map(act => actItem(act, numbers.get(act) ?? 0, vendor, wording)) },
    ]),
  ];
}

function timelineOf(
  vendor: VendorFacts,
  acts: readonly Evidence[],
  kinds: readonly { readonly kind: Evidence['kind']; readonly acts: readonly Evidence[] }[],
  numbers: ReadonlyMap<Evidence, number>,
  language: Language,
): Timeline {
  const year = (act: Evidence | undefined) => act?.date.slice(0, 4) ?? '';
  const values = { vendor: vendor.name, first: year(acts[0]), last: year(acts.at(-1)) };
  return {
    title: language.say('dossier.timeline-title', values),
    legend: language.say('dossier.timeline-legend'),
    description: language.count('dossier.timeline-description', acts.length),
    lanes: kinds.map(({ kind, acts: ofKind }) => ({
      name: language.say(`act.${kind}`),
      marks: ofKind.map(act => ({
        number: numbers.get(act) ?? 0,
        date: act.date,
        label: `${language.day(act.date)}: ${language.evidence(act).title}`,
        isHistory: HISTORY.has(act.status),
      })),
    })),
  };
}

function actItem(act: Evidence, number: number, vendor: VendorFacts, wording: Wording): ListItem {
  const language = languageOf(wording);
  const said = language.evidence(act);
  const audience = boundWords(act, language);
  const head: Line[] = [
    [{ link: said.title, address: act.url }],
    [said.authority],
    [language.day(act.date)],
    [statusWords(act, wording)],
    ...(act.sourceQuality === 'recall' ? [[{ quiet: language.say('hover.not-verified') }]] : []),
  ];
  const how: Line[] = [
    [language.say('hover.applies-to', { whom: said.appliesTo })],
    ...(audience === undefined ? [] : [[language.say('hover.binds', { audience })]]),
    [reachWords(act, vendor, undefined, language)],
  ];
  const answer = answerWords(act, vendor, language);
  return {
    number,
    id: act.id,
    text: joined(head, ' · '),
    details: [
      [said.summary],
      joined(how, ' · '),
      ...(answer === undefined ? [] : [[answer]]),
      ...(said.statusNote === undefined ? [] : [[{ quiet: said.statusNote }]]),
      [{ quiet: act.citation }],
    ],
  };
}

function compareActs(a: Evidence, b: Evidence): number {
  return compareTexts(a.date, b.date) || compareTexts(a.id, b.id);
}
