import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { hashOfWords, readTranslations } from '../../src/catalog/translations.ts';
import { loadLanguage } from '../../src/engine/language.ts';
import { noteSentence } from '../../src/fixes/package/candidates.ts';
import { RulesetSchema } from '../../src/model/ruleset.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { readMigrationFiles } from '../../src/tools/migration-files.ts';
import { readDataWordsFiles, readTranslationFiles } from '../../src/tools/translation-files.ts';
import { sampleReport } from '../report/sample.ts';

const { evidence: acts, vendors } = readCatalog(readCatalogFiles()).catalog;
const act = sampleReport.facts.evidence('aq-procurement');
assert.ok(act);
const entry = {
  of: hashOfWords(act),
  title: 'Polarbeschaffungsgesetz, § 3',
  authority: 'Versammlung der Antarktis',
  appliesTo: 'Lieferanten von Forschungsstationen',
  summary: 'Stationen dürfen Dienste der genannten Anbieter nicht kaufen.',
};
const { of: _, ...words } = entry;

describe('words of acts in another language', () => {
  it('are used while they fit the English ones', () =>
    assert.deepEqual(readTranslations({ evidence: { [act.id]: entry }, notes: {} }, [act]), {
      words: { [act.id]: words },
      notes: {},
      missing: [],
      stale: [],
      unknown: [],
    }));

  const changes: readonly [what: string, changed: Partial<typeof act>][] = [
    ['the summary changed', { summary: 'Stations may buy again.' }],
    ['an answer was added', { vendorResponse: 'Example Cloud: it disagrees.' }],
  ];
  for (const [what, changed] of changes) {
    it(`give way to English when ${what}`, () => {
      const { words: left, stale } = readTranslations({ evidence: { [act.id]: entry }, notes: {} }, [
        { ...act, ...changed },
      ]);
      assert.deepEqual([left, stale.map(each => each.split(' ')[0])], [{}, [act.id]]);
    });
  }

  it('are missing for a new act, and left over for one that is gone', () => {
    const state = readTranslations({ evidence: { gone: entry }, notes: {} }, [act]);
    assert.deepEqual([state.missing, state.unknown], [[act.id], ['gone']]);
  });

  it('are loaded for a locale of any form, and English for every other', async () => {
    const locales = ['fr', 'fr-CA', 'de_AT.UTF-8', 'DE', 'en-US', 'ja', 'C', '', undefined];
    const tags = await Promise.all(locales.map(async locale => (await loadLanguage(locale)).tag));
    assert.deepEqual(tags, ['fr', 'fr', 'de', 'de', 'en', 'en', 'en', 'en', 'en']);
  });
});

describe('the catalog’s own words', () => {
  const notes = new Set(vendors.flatMap(({ note }) => note ?? []));

  for (const [language, state] of readTranslationFiles(acts)) {
    it(`are all translated into ${language}, from the English words as they are now`, () =>
      assert.deepEqual(
        { missing: state.missing, stale: state.stale, unknown: state.unknown },
        { missing: [], stale: [], unknown: [] },
      ));

    it(`on vendors are all translated into ${language}`, () =>
      assert.deepEqual(Object.keys(state.notes).sort(), [...notes].sort()));
  }
});

describe('words of the other data files', () => {
  const { catalog } = readCatalog(readCatalogFiles());
  const { migrations } = readMigrationFiles();
  const packageNotes = catalog.vendors.flatMap(({ packages }) =>
    packages.flatMap(({ replacements = [] }) => replacements.flatMap(({ note }) => note ?? [])),
  );
  const moves = migrations.mappings.flatMap(({ resources }) =>
    resources.flatMap(({ targets }) => Object.values(targets)),
  );
  const english = {
    rules: bundledDescriptions(),
    packages: packageNotes.map(noteSentence),
    equivalents: catalog.equivalents.map(({ note }) => note),
    migrations: moves.flatMap(({ note, instead }) => [note ?? [], instead ?? []].flat()),
  };
  const cities = new Set(catalog.vendors.flatMap(({ regions }) => regions.flatMap(({ city }) => city ?? [])));

  for (const [language, file] of readDataWordsFiles()) {
    for (const [topic, words] of Object.entries(english)) {
      it(`${topic}: all are translated into ${language}, and nothing that is gone`, () => {
        const known = Object.keys(file[topic as keyof typeof english]);
        assert.deepEqual(known.sort(), [...new Set(words)].sort());
      });
    }

    it(`cities: those that are called otherwise in ${language} are cities of regions`, () =>
      assert.deepEqual(
        Object.keys(file.cities).filter(city => !cities.has(city)),
        [],
      ));
  }
});

/** Descriptions of the rules that come with the product. */
function bundledDescriptions(): string[] {
  const folder = new URL('../../src/ruleset/bundled/', import.meta.url);
  return readdirSync(folder).flatMap(name => {
    const ruleset = v.parse(RulesetSchema, parse(readFileSync(new URL(name, folder), 'utf8')));
    return (ruleset.rules ?? []).flatMap(({ description }) => description ?? []);
  });
}
