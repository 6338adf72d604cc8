import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { loadCatalog, loadRulesets, scan } from '../src/engine/index.ts';
import type { Ruleset } from '../src/model/ruleset.ts';
import { ReferenceKindSchema, type Relationship } from '../src/model/vocabulary.ts';
import { CASES, readCases } from './support/damage.ts';
import { memoryTree, testClock } from './support/disk-tree.ts';

type Texts = Readonly<Record<string, string>>;

/** Nearly every file is left unread for what a ruleset could flag: that must not leave out anything that it does flag. */
describe('any rules for any case', () => {
  // A name of which JSON hides letters (`\\u0061`) is found when something else leads to its file.
  const cases = readdirSync(CASES)
    .sort()
    .flatMap(readCases)
    .filter(texts => !Object.values(texts).some(text => /\\u00[4-7]/.test(text)));

  it('flag the same whether all files are read or those that could matter', async function () {
    this.timeout(120_000);
    const { vendors } = await loadCatalog();
    const rules = anyRules(vendors.map(({ id }) => id));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), rules, async (texts, own) => {
        const text = JSON.stringify({ rules: own.map((rule, index) => ({ id: `rule-${index}`, ...rule })) });
        const { ruleset, problems } = await loadRulesets([{ name: 'policy.jsonc', text }]);
        assert.deepEqual(problems, []);
        const found = new Set(await flaggedPlaces(texts, ruleset));
        const missed = await flaggedPlaces(texts, readingAll(ruleset));
        assert.deepEqual(
          missed.filter(place => !found.has(place)),
          [],
        );
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 400), seed: 20_261_126 },
    );
  });
});

/** A rule about what is not approved makes every file be read; this one holds for none. */
function readingAll(ruleset: Ruleset): Ruleset {
  const when = { approved: false, paths: ['no-such-file'] };
  return {
    ...ruleset,
    rules: [...ruleset.rules, { id: 'all', when, severity: 'hint', locked: false, layer: 'test' }],
  };
}

/** Without what is said of comments, which belongs to no vendor: of those in files that are not read nobody asks. */
async function flaggedPlaces(texts: Texts, ruleset: Ruleset): Promise<string[]> {
  const { findings } = await scan({ tree: memoryTree(texts), ruleset, clock: testClock });
  return findings
    .filter(({ vendor }) => vendor !== '')
    .flatMap(({ vendor, path, span, occurrences }) =>
      [{ path, span }, ...occurrences].map(place => `${vendor} ${place.path} ${place.span.start}`),
    );
}

/** A package's relationship is its indicator's; a host of a service is a mirror where something is fetched from it. */
const OF_PACKAGES: Relationship[] = ['open-source', 'service-sdk', 'deploy-tool'];

/** One to four rules of one or two conditions each, mostly of those that are known before a file is read. */
function anyRules(vendors: readonly string[]) {
  const some = <Item>(items: readonly Item[]) =>
    fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });
  const countries = ['CN', 'US', 'RU', 'DE'];
  const conditions = {
    vendors: some(vendors),
    jurisdictions: some(countries),
    jurisdictionsExcept: some(countries),
    locations: some(countries),
    locationsExcept: some(countries),
    regions: some(['cn-*', '*', 'eu-*', 'cn-hangzhou', 'us-east-1']),
    relationships: fc.shuffledSubarray(OF_PACKAGES, { minLength: 1 }),
    kinds: some(ReferenceKindSchema.options),
  };
  const names = fc.shuffledSubarray(Object.keys(conditions), { minLength: 1, maxLength: 2 });
  const when = fc
    .tuple(names, fc.record(conditions))
    .map(([chosen, all]) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => chosen.includes(name))),
    );
  const severity = fc.constantFrom('off', 'warning', 'by-evidence');
  const offForAll = fc.record({
    when: fc.record({ relationships: conditions.relationships }),
    severity: fc.constant('off'),
  });
  return fc.array(fc.oneof(fc.record({ when, severity }), offForAll), { minLength: 1, maxLength: 4 });
}
