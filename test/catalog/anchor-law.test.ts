import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LEAST_LENGTH } from '../../src/catalog/anchors/anchor-spelling.ts';
import { anchorsOf } from '../../src/catalog/anchors/derive-anchors.ts';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { createMatcher } from '../../src/catalog/match/match.ts';
import type { ReferenceKind } from '../../src/model/vocabulary.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { manifestsOf, type Written } from './manifests.ts';
import { DRAGON, smallFiles } from './small-catalog.ts';

/**
 * The law that the prefilter stands on: whenever an indicator can match a reference of a file, one of the
 * indicator's anchors is in the file's text, in whatever case.
 */

const SOURCED = { source: 'https://docs.example.org/facts', date: '2026-11-01' };
const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength, maxLength });
const name = fc
  .array(letters(1, 9), { minLength: 1, maxLength: 3 })
  .map(words => words.join('-'))
  .filter(text => /[a-z]/.test(text));
const domain = fc
  .tuple(letters(1, 9), fc.constantFrom('com', 'cn', 'cloud'))
  .map(parts => `q${parts.join('.')}`);

/** A group of one value, and a value of a file that it matches. */
interface Case {
  readonly group: { readonly kind: ReferenceKind; readonly match: string; readonly value: string };
  readonly written: Written;
}

function makeCase(kind: ReferenceKind, match: string, value: string, written = value): Case {
  return { group: { kind, match, value }, written: { kind, value: written } };
}

const plainKind = fc.constantFrom<ReferenceKind>(
  'plugin',
  'annotation',
  'driver',
  'environment-variable',
  'resource',
  'partition',
);
const hostKind = fc.constantFrom<ReferenceKind>('host', 'image', 'mirror');

const indicators: fc.Arbitrary<Case> = fc.oneof(
  fc.tuple(plainKind, name).map(([kind, value]) => makeCase(kind, 'exact', value)),
  fc
    .tuple(plainKind, name, name)
    .map(([kind, head, rest]) => makeCase(kind, 'prefix', `${head}_`, `${head}_${rest}`)),
  fc
    .tuple(plainKind, name, name)
    .map(([kind, tail, rest]) => makeCase(kind, 'suffix', `.${tail}`, `${rest}.${tail}`)),
  fc.tuple(name, name, name).map(([a, b, c]) => makeCase('driver', 'glob', `${a}.*.${c}`, `${a}.${b}.${c}`)),
  fc
    .tuple(fc.constantFrom('hashicorp', 'acme'), name)
    .map(([namespace, type]) => makeCase('provider', 'exact', `${namespace}/${type}`)),
  name.map(value => makeCase('backend', 'exact', value)),
  fc.tuple(name, name).map(([tool, value]) => makeCase('tool-provider', 'exact', `${tool}:${value}`)),
  fc
    .tuple(name, name)
    .map(([owner, rest]) => makeCase('module', 'prefix', `${owner}/`, `${owner}/${rest}/cloud`)),
  fc
    .tuple(hostKind, domain, name)
    .map(([kind, value, sub]) => makeCase(kind, 'domain', value, `${sub}.${value}`)),
  fc
    .tuple(hostKind, domain, name, name)
    .map(([kind, value, a, b]) => makeCase(kind, 'glob', `${a}-*.${value}`, `${a}-${b}.${value}`)),
  fc
    .tuple(domain, name)
    .map(([host, path]) => makeCase('image', 'prefix', `${host}/${path}`, `${host}/${path}/app`)),
);

const packages: fc.Arbitrary<Case> = fc.oneof(
  fc
    .tuple(fc.constantFrom('npm', 'pypi', 'gem', 'cargo', 'nuget', 'cocoapods', 'pub', 'hex'), name)
    .map(([type, value]) => makeCase('package', 'exact', `pkg:${type}/${value}`)),
  fc
    .tuple(fc.constantFrom('composer', 'maven', 'githubactions', 'docker'), name, name)
    .map(([type, group, value]) => makeCase('package', 'exact', `pkg:${type}/${group}/${value}`)),
  fc.tuple(name, name).map(([scope, value]) => makeCase('package', 'exact', `pkg:npm/%40${scope}/${value}`)),
  fc
    .tuple(fc.constantFrom('golang', 'swift'), name, name)
    .map(([type, owner, value]) => makeCase('package', 'exact', `pkg:${type}/github.com/${owner}/${value}`)),
  fc
    .tuple(fc.constantFrom('npm', 'pypi', 'maven/g'), name, name)
    .map(([type, head, rest]) =>
      makeCase('package', 'prefix', `pkg:${type}/${head}-`, `pkg:${type}/${head}-${rest}`),
    ),
);

describe('catalog/anchors: the law', () => {
  it('holds for any indicator in any manifest', () => {
    fc.assert(
      fc.property(indicators, each => holds(each, { indicators: [groupOf(each)], packages: [] })),
      { numRuns: 1500 },
    );
  });

  it('holds for any package in any manifest', () => {
    fc.assert(
      fc.property(packages, ({ group, written }) => {
        const entry = { purls: [group.value], match: group.match, relationship: 'service-sdk', ...SOURCED };
        return holds({ group, written }, { indicators: [], packages: [entry] });
      }),
      { numRuns: 1500 },
    );
  });

  it('holds for every example of the catalog', () => {
    const { catalog } = readCatalog(readCatalogFiles());
    const anchors = anchorsOf(compileCatalog(catalog));
    for (const vendor of catalog.vendors) {
      const texts = anchors
        .filter(({ vendor: holder, alternatives = [] }) =>
          [holder, ...alternatives.map(each => each.vendor)].includes(vendor.id),
        )
        .map(({ text }) => text);
      for (const example of vendor.examples) {
        for (const manifest of manifestsOf(example)) {
          // A region with its provider is found by the provider's anchor.
          const text = example.provider === undefined ? manifest : `${manifest}\n"${example.provider}"`;
          const folded = text.toLowerCase();
          assert.ok(
            texts.some(anchor => folded.includes(anchor)),
            `${vendor.id}: ${manifest}`,
          );
        }
      }
    }
  });
});

function groupOf({ group: { kind, match, value } }: Case) {
  return { kind, match, values: [value], ...SOURCED };
}

/** Whether every manifest that makes the indicator match has an anchor. A value that validation refuses does not count. */
function holds({ group, written }: Case, facts: object): boolean {
  const { catalog, problems } = readCatalog(
    smallFiles({
      vendors: [{ ...DRAGON, regions: [], indicators: [], packages: [], ...facts }],
      evidence: [],
      mirrors: [],
    }),
  );
  fc.pre(problems.length === 0);
  const compiled = compileCatalog(catalog);
  const result = createMatcher(compiled).match(written);
  assert.ok(
    Array.isArray(result),
    `${group.kind} ${group.match} ${group.value} does not match ${written.value}`,
  );
  const anchors = anchorsOf(compiled).map(({ text }) => text);
  for (const text of anchors) assert.ok(text.length >= LEAST_LENGTH, text);
  for (const manifest of manifestsOf(written)) {
    const folded = `\n${manifest}\n`.toLowerCase();
    assert.ok(
      anchors.some(anchor => folded.includes(anchor)),
      `no anchor of ${group.kind} ${group.match} ${group.value} in:\n${manifest}\n${anchors.slice(0, 9).join('\n')}`,
    );
  }
  return true;
}
