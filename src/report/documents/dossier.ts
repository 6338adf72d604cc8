import type { Region } from '../../model/catalog.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Facts, VendorFacts } from '../../model/facts.ts';
import type { FindingKind } from '../../model/finding.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { compareSeverity, type Severity } from '../../model/vocabulary.ts';
import { groupBy } from '../../text/group-by.ts';
import { languageOf, type Wording } from '../acts.ts';
import type { Language } from '../language.ts';
import { approvedVendors, kindWords } from '../words.ts';
import {
  type Block,
  type Document,
  type Inline,
  type Line,
  type ListItem,
  type PlaceTarget,
  section,
} from './document.ts';
import { actBlocks, actsOf, placeActsBlocks } from './dossier-acts.ts';

/** What a dossier is made from. */
export interface DossierContext extends Wording {
  readonly facts: Pick<Facts, 'vendor' | 'regionsOf' | 'evidence' | 'evidenceFor'>;
  readonly ruleset: Pick<Ruleset, 'approved'>;
  /** Where the workspace uses the vendor, sorted by place. */
  readonly uses: readonly VendorUse[];
  /** Whether all files were read, or only some. */
  readonly allRead: boolean;
  /** What a reader can run to have all files read. */
  readonly scan?: Inline;
}

/** One finding about the vendor. */
export interface VendorUse {
  readonly place: PlaceTarget;
  readonly severity: Severity;
  readonly kind: FindingKind;
  readonly value: string;
}

/**
 * All that is known about one vendor: who it is, where the workspace uses it, what is approved instead, the acts that name
 * or reach it along a line of time and by kind, its regions by country, and what the concerns mean.
 */
export function vendorDossier(vendor: VendorFacts, context: DossierContext): Document {
  const language = languageOf(context);
  const regions = context.facts.regionsOf(vendor.id);
  const acts = actsOf(vendor, context.facts);
  return [
    { block: 'heading', level: 1, text: [language.say('dossier.title', { vendor: vendor.name })] },
    ...whoBlocks(vendor, language),
    ...usesBlocks(context, language),
    ...alternativesBlocks(vendor, context, language),
    ...actBlocks(vendor, acts, context),
    ...regionsBlocks(regions, language),
    ...placeActsBlocks(regions, acts, context.facts, context),
    ...concernsBlocks(acts, language),
    { block: 'paragraph', tone: 'quiet', text: [language.say('dossier.caveat')] },
  ];
}

function whoBlocks(vendor: VendorFacts, language: Language): Block[] {
  const { aliases, parent, jurisdiction, operator, homepage, note } = vendor;
  const facts: (readonly [string, Line])[] = [
    ...(aliases.length === 0 ? [] : [[language.say('dossier.name'), [aliases.join(', ')]] as const]),
    [
      language.say('dossier.run-from'),
      [language.country(jurisdiction.country), ...sourceOf(jurisdiction, language)],
    ],
    ...(parent
      ? [[language.say('dossier.parent'), [parent.name, ...sourceOf(parent, language)]] as const]
      : []),
    ...(operator
      ? [[language.say('dossier.operator'), [operator.name, ...sourceOf(operator, language)]] as const]
      : []),
    ...(homepage
      ? [[language.say('dossier.homepage'), [{ link: homepage, address: homepage }]] as const]
      : []),
    ...(note ? [[language.say('dossier.note'), [language.words(note)]] as const] : []),
  ];
  return [section(language.say('dossier.who'), 'who'), { block: 'facts', facts }];
}

/** Where a fact was read and when. */
function sourceOf(
  { source, date }: { readonly source: string; readonly date: string },
  language: Language,
): Line {
  if (source === 'recall') return [' (', { quiet: language.say('dossier.memory') }, ')'];
  const label = language.say('dossier.source', { day: language.day(date) });
  return [' (', source.startsWith('https://') ? { link: label, address: source } : label, ')'];
}

function usesBlocks({ uses, allRead, scan }: DossierContext, language: Language): Block[] {
  const partial: Line = allRead ? [] : [language.say('dossier.uses-partial'), ...(scan ? [' ', scan] : [])];
  return [
    section(language.say('dossier.uses'), 'uses'),
    ...usesList(uses, language),
    ...(partial.length === 0 ? [] : [{ block: 'paragraph', tone: 'quiet', text: partial } as const]),
  ];
}

/** A page with thousands of lines helps nobody; the reports have all. */
const SHOWN_USES = 200;

/** Findings by file, the worst of a file first. */
export function usesList(uses: readonly VendorUse[], language: Language): Block[] {
  if (uses.length === 0) return [paragraph(language.say('dossier.no-uses'))];
  const rest = uses.length - SHOWN_USES;
  return [
    ...[...groupBy(uses.slice(0, SHOWN_USES), use => use.place.path)].flatMap(([path, inFile]): Block[] => [
      { block: 'heading', level: 3, text: [{ code: path }] },
      { block: 'list', items: [...inFile].sort(compareUses).map(use => useItem(use, language)) },
    ]),
    ...(rest > 0 ? [paragraph(language.count('dossier.more-uses', rest))] : []),
  ];
}

function useItem({ place, severity, kind, value }: VendorUse, language: Language): ListItem {
  const words = `${language.severity(severity)} · ${kindWords(kind, language)} `;
  return { text: [{ place }, '  ', words, { code: value }] };
}

function compareUses(a: VendorUse, b: VendorUse): number {
  return (
    compareSeverity(a.severity, b.severity) || a.place.line - b.place.line || a.place.column - b.place.column
  );
}

function alternativesBlocks(
  vendor: VendorFacts,
  { facts, ruleset }: DossierContext,
  language: Language,
): Block[] {
  const others = approvedVendors(ruleset).filter(id => id !== vendor.id);
  const isApproved = ruleset.approved.vendors.includes(vendor.id);
  return [
    section(language.say('dossier.alternatives'), 'alternatives'),
    ...(isApproved ? [paragraph(language.say('dossier.is-approved'))] : []),
    others.length === 0
      ? paragraph(language.say('dossier.no-alternatives'))
      : { block: 'list', items: others.map(id => ({ text: alternative(id, facts, language) })) },
  ];
}

function alternative(id: string, facts: Pick<Facts, 'vendor'>, language: Language): Line {
  const vendor = facts.vendor(id);
  if (!vendor) return [id];
  const country = language.within(vendor.jurisdiction.country);
  return [`${vendor.name} · ${language.say('hover.run-from', { country })}`];
}

function regionsBlocks(regions: readonly Region[], language: Language): Block[] {
  const byCountry = groupBy(regions, region => region.country ?? '');
  const facts = [...byCountry]
    .map(([code, inCountry]): readonly [string, Line] => [
      code === '' ? language.say('dossier.unknown-country') : language.country(code),
      regionList(inCountry, language),
    ])
    .sort(([a], [b]) => a.localeCompare(b, language.tag));
  return [
    section(language.say('dossier.regions'), 'regions'),
    facts.length === 0 ? paragraph(language.say('dossier.no-regions')) : { block: 'facts', facts },
  ];
}

function regionList(regions: readonly Region[], language: Language): Line {
  return regions.flatMap(({ id, city, operator }, index): Line => {
    const details = [
      ...(city === undefined ? [] : [language.words(city)]),
      ...(operator === undefined ? [] : [language.say('message.operated-by', { operator })]),
    ];
    return [
      ...(index === 0 ? [] : [', ']),
      { code: id },
      ...(details.length === 0 ? [] : [` (${details.join(', ')})`]),
    ];
  });
}

function concernsBlocks(acts: readonly Evidence[], language: Language): Block[] {
  const concerns = [...new Set(acts.flatMap(act => act.concerns))].sort();
  if (concerns.length === 0) return [];
  return [
    section(language.say('dossier.concerns'), 'concerns'),
    {
      block: 'facts',
      facts: concerns.map(concern => [
        language.say(`concern.${concern}`),
        [language.say(`definition.${concern}`)],
      ]),
    },
  ];
}

function paragraph(text: string): Block {
  return { block: 'paragraph', text: [text] };
}
