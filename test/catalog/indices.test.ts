import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob } from '../../src/catalog/match/glob.ts';
import { GlobIndex } from '../../src/catalog/match/glob-index.ts';
import { HostIndex } from '../../src/catalog/match/host-index.ts';
import { PrefixIndex } from '../../src/catalog/match/prefix-index.ts';
import { takesAtMost } from '../support/time.ts';

/** Few letters, so that random texts are often prefixes of each other. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', '_'), maxLength: 6 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 6 });
const label = fc.constantFrom('a', 'b', 'ab', 'a-b');
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map(labels => labels.join('.'));

/** The plainest glob there is; exponential, and right. */
function matchesNaively(glob: string, text: string): boolean {
  if (glob === '') return text === '';
  if (glob[0] !== '*') return glob[0] === text[0] && matchesNaively(glob.slice(1), text.slice(1));
  return matchesNaively(glob.slice(1), text) || (text !== '' && matchesNaively(glob, text.slice(1)));
}

describe('catalog/glob', () => {
  it('matches as a naive matcher does', () => {
    fc.assert(
      fc.property(pattern, word, (glob, text) => compileGlob(glob).test(text) === matchesNaively(glob, text)),
      { numRuns: 500 },
    );
  });

  it('stays linear on a text made to be hard', async () => {
    const glob = compileGlob(`${'*a'.repeat(50)}*b`);
    await takesAtMost(1000, () => {
      assert.equal(glob.test('a'.repeat(200_000)), false);
    });
  });
});

describe('catalog/prefix-index', () => {
  it('finds all prefixes, longest first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 20 }), word, (prefixes, text) => {
        const index = new PrefixIndex(new Map(prefixes.map(prefix => [prefix, prefix])));
        const expected = prefixes
          .filter(prefix => text.startsWith(prefix))
          .sort((a, b) => b.length - a.length);
        assert.deepEqual(
          [...index.find(text)].map(({ entry }) => entry),
          expected,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('catalog/glob-index', () => {
  it('finds a pattern with the most literal characters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { maxLength: 12 }), word, (patterns, text) => {
        const found = new GlobIndex(patterns.map(each => [each, each] as const)).find(text);
        const matching = patterns.filter(each => matchesNaively(each, text)).map(literals);
        assert.equal(found === undefined ? undefined : literals(found), matching.sort((a, b) => b - a)[0]);
      }),
      { numRuns: 500 },
    );
  });
});

function literals(glob: string): number {
  return glob.replaceAll('*', '').length;
}

describe('catalog/host-index', () => {
  it('finds what a comparison with every entry finds', () => {
    const entry = fc.record({ mode: fc.constantFrom('exact', 'domain', 'glob'), value: host });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), host, fc.nat(), (entries, query, seed) => {
        const all = entries.map(({ mode, value }) => ({
          mode,
          value: mode === 'glob' ? withStar(value, seed) : value,
        }));
        const index = new HostIndex<string>();
        for (const { mode, value } of all) index.add(mode, value, `${mode} ${value}`);
        const expected = all
          .filter(({ mode, value }) => matchesHost(mode, value, query))
          .map(({ mode, value }) => `${mode} ${value}`);
        assert.deepEqual(
          index
            .find(query)
            .map(hit => hit.entry)
            .sort(),
          expected.sort(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('survives any text', () => {
    const index = new HostIndex<string>();
    index.add('domain', 'a.b', 'a.b');
    index.add('glob', '*a.b', '*a.b');
    fc.assert(fc.property(fc.string(), text => Array.isArray(index.find(text))));
    for (const text of ['', '.', '..', '.a.b', 'a.b.', '...a.b']) index.find(text);
  });
});

function withStar(value: string, seed: number): string {
  const at = seed % (value.length + 1);
  return `${value.slice(0, at)}*${value.slice(at)}`;
}

function matchesHost(mode: 'exact' | 'domain' | 'glob', value: string, query: string): boolean {
  if (mode === 'exact') return query === value;
  if (mode === 'domain') return query === value || query.endsWith(`.${value}`);
  return matchesNaively(value, query);
}
