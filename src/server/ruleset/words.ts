import type { CatalogIndex } from '../../engine/index.ts';
import type { Region } from '../../model/catalog.ts';
import type { EffectiveRule } from '../../model/ruleset.ts';
import {
  AudienceSchema,
  ConcernSchema,
  DataRoleSchema,
  ReferenceKindSchema,
  RelationshipSchema,
  SEVERITIES,
} from '../../model/vocabulary.ts';
import { type Document, joined, type Line } from '../../report/documents/document.ts';
import type { Language } from '../../report/language.ts';
import { concernDefinition, concernWords } from '../../report/words.ts';
import type { WordList } from './fields.ts';

/** A word that a ruleset can have somewhere, in the catalog's own words. */
export interface Word {
  readonly id: string;
  /** What it is in a few words. */
  readonly title: string;
  readonly about: readonly Line[];
}

/** What the words are taken from. */
export interface WordSources {
  readonly catalog: CatalogIndex;
  readonly language: Language;
  /** The rules of the ruleset and of all that it stands on. */
  readonly rules: readonly Pick<EffectiveRule, 'id' | 'description' | 'layer'>[];
  /** Names of rulesets that come with the product. */
  readonly bundled: readonly string[];
  /** The vendors whose regions are meant; all when there are none. */
  readonly vendors: readonly string[];
}

/** All words of a list. */
export function wordsOf(list: WordList, sources: WordSources): Word[] {
  return LISTS[list](sources);
}

/** One word of a list; `undefined` when the list does not have it. */
export function wordOf(list: WordList, id: string, sources: WordSources): Word | undefined {
  return wordsOf(list, sources).find(word => word.id === id);
}

/** The word as a page: its title, and what there is to say about it. */
export function wordDocument({ title, about }: Word): Document {
  return [
    { block: 'paragraph', text: [{ strong: title }] },
    ...about.map(text => ({ block: 'paragraph', text }) as const),
  ];
}

const LISTS: Readonly<Record<WordList, (sources: WordSources) => Word[]>> = {
  audience: ({ language }) =>
    AudienceSchema.options.map(id => ({ id, title: language.say(`audience.${id}`), about: [] })),
  bundled: ({ bundled, language }) =>
    bundled.map(id => ({ id, title: language.say('ruleset.bundled'), about: [] })),
  concern: ({ language }) =>
    ConcernSchema.options.map(id => ({
      id,
      title: concernWords(id, language),
      about: [[concernDefinition(id, language)]],
    })),
  country: countryWords,
  kind: ({ language }) =>
    ReferenceKindSchema.options.map(id => ({ id, title: language.say(`kind.${id}`), about: [] })),
  match: sources => [...ruleWords(sources), ...vendorWords(sources)],
  preset: ({ language }) =>
    (['baseline', 'strict', 'watch'] as const).map(id => choice(id, language.say(`choice.preset.${id}`))),
  region: regionWords,
  relationship: ({ language }) =>
    RelationshipSchema.options.map(id => ({ id, title: language.say(`relationship.${id}`), about: [] })),
  repositoryExceptions: ({ language }) =>
    (['allow', 'forbid'] as const).map(id => choice(id, language.say(`choice.repositoryExceptions.${id}`))),
  role: ({ language }) =>
    DataRoleSchema.options.map(id => ({ id, title: language.say(`role.${id}`), about: [] })),
  rule: ruleWords,
  severity: ({ language }) => severityWords(SEVERITIES, language),
  ruleSeverity: ({ language }) => severityWords([...SEVERITIES, 'by-evidence', 'off'], language),
  suppressions: ({ language }) =>
    (['allow', 'require-reason', 'forbid'] as const).map(id =>
      choice(id, language.say(`choice.suppressions.${id}`)),
    ),
  vendor: vendorWords,
};

function choice(id: string, title: string): Word {
  return { id, title, about: [] };
}

type AnySeverity = (typeof SEVERITIES)[number] | 'by-evidence' | 'off';

function severityWords(ids: readonly AnySeverity[], language: Language): Word[] {
  return ids.map(id => choice(id, language.say(`choice.severity.${id}`)));
}

function vendorWords({ catalog, language }: WordSources): Word[] {
  return catalog.vendors.map(({ id, name, jurisdiction, parent, operator, aliases, note }) => ({
    id,
    title: `${name} · ${language.country(jurisdiction.country)}`,
    about: [
      joined(
        [
          [language.say('hover.run-from', { country: language.within(jurisdiction.country) })],
          ...(parent ? [[language.say('hover.parent', { parent: parent.name })]] : []),
          ...(operator ? [[language.say('hover.operator', { operator: operator.name })]] : []),
        ],
        '; ',
      ),
      ...(aliases.length > 0 ? [[`${language.say('dossier.name')}: ${aliases.join(', ')}`]] : []),
      ...(note ? [[language.words(note)]] : []),
    ],
  }));
}

/** The countries that some vendor is run from or some region lies in. */
function countryWords({ catalog, language }: WordSources): Word[] {
  const codes = catalog.vendors.flatMap(({ jurisdiction, regions }) => [
    jurisdiction.country,
    ...regions.flatMap(({ country }) => country ?? []),
  ]);
  return [...new Set(codes)].sort().map(id => ({ id, title: language.country(id), about: [] }));
}

/** A region id that several vendors have is one word with a line for each. */
function regionWords({ catalog, language, vendors }: WordSources): Word[] {
  const words = new Map<string, Word>();
  const meant = catalog.vendors.filter(({ id }) => vendors.length === 0 || vendors.includes(id));
  for (const { name, regions } of meant) {
    for (const region of regions) {
      const own = language.say('ruleset.region-of', { region: placeOf(region, language), vendor: name });
      const about = region.operator
        ? [[language.say('ruleset.operated-by', { operator: region.operator })]]
        : [];
      const known = words.get(region.id);
      words.set(
        region.id,
        known ? { ...known, about: [...known.about, [own], ...about] } : { id: region.id, title: own, about },
      );
    }
  }
  return [...words.values()];
}

function placeOf({ id, city, country }: Region, language: Language): string {
  const place = [
    ...(city === undefined ? [] : [language.words(city)]),
    ...(country === undefined ? [] : [language.country(country)]),
  ];
  return place.join(', ') || id;
}

function ruleWords({ rules, language }: WordSources): Word[] {
  return rules.map(({ id, description, layer }) => ({
    id,
    title: description === undefined ? language.say('rule.title', { rule: id }) : language.words(description),
    about: [[language.say('rule.of', { ruleset: layer })]],
  }));
}
