import assert from 'node:assert/strict';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { DRAGON, EAGLE, EVIDENCE, MIRRORS, smallFiles } from './small-catalog.ts';

const SOURCED = { source: 'https://docs.example.org/facts', date: '2026-11-01' };

/** All problems as `path:line:column: message`. */
function problemsOf(files: readonly { readonly path: string; readonly text: string }[]): string[] {
  return readCatalog(files).problems.map(
    ({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`,
  );
}

/** The dragon with other properties; lines are those of its two-space JSON. */
function withDragon(changes: object): string[] {
  return problemsOf(smallFiles({ vendors: [{ ...DRAGON, ...changes }, EAGLE] }));
}

function withGroup(group: object): string[] {
  return withDragon({ indicators: [{ kind: 'host', match: 'domain', values: [], ...group, ...SOURCED }] });
}

function withPackage(entry: object): string[] {
  return withDragon({ packages: [{ relationship: 'service-sdk', ...entry, ...SOURCED }] });
}

function withEvidence(change: object): string[] {
  return problemsOf(smallFiles({ evidence: [{ ...EVIDENCE[0], ...change }] }));
}

/** With versions of packages; the dragon's own package can be replaced by `scales`. */
function withVersions(...versions: readonly Record<string, string>[]): string[] {
  const replaced = {
    ...DRAGON,
    packages: [
      {
        purls: ['pkg:npm/dragon'],
        relationship: 'service-sdk',
        replacements: [{ purl: 'pkg:npm/scales' }],
        ...SOURCED,
      },
    ],
  };
  const releases = versions.map(each => ({ versions: each, ...SOURCED }));
  return problemsOf([
    ...smallFiles({ vendors: [replaced, EAGLE] }),
    { path: 'releases/npm.jsonc', text: JSON.stringify({ releases }, null, 2) },
  ]);
}

/** Each wrong fact, and what is said about it at which place. */
const WRONG: readonly (readonly [name: string, problems: string[], expected: RegExp])[] = [
  [
    'no JSON',
    problemsOf([{ path: 'vendors/x.jsonc', text: '{ "id": "x",, }' }]),
    /^vendors\/x\.jsonc:1:13: is not valid JSON/,
  ],
  [
    'a file elsewhere',
    problemsOf([{ path: 'other/x.jsonc', text: '{}' }]),
    /^other\/x\.jsonc:1:1: is no \.jsonc file of/,
  ],
  [
    'an unknown property',
    withDragon({ colour: 'red' }),
    /^vendors\/dragon-cloud\.jsonc:\d+:\d+: "colour" is not a known property/,
  ],
  [
    'a fact without source',
    withDragon({ jurisdiction: { country: 'CN', date: '2026-01-01' } }),
    /^vendors\/dragon-cloud\.jsonc:5:\d+: "jurisdiction\.source" is missing/,
  ],
  [
    'a country that is none',
    withDragon({ jurisdiction: { country: 'China', ...SOURCED } }),
    /:5:16: .*ISO 3166-1/,
  ],
  [
    'a day that is none',
    withDragon({ jurisdiction: { country: 'CN', source: 'x', date: 'today' } }),
    /:7:13: .*must be a date/,
  ],
  ['no example', withDragon({ examples: [] }), /"examples" needs at least one example that must match/],
  [
    'an id that is not the file name',
    problemsOf([{ path: 'vendors/other.jsonc', text: JSON.stringify(DRAGON, null, 2) }, ...smallFiles()]),
    /^vendors\/other\.jsonc:2:9: "dragon-cloud" is not the name of the file/,
  ],
  [
    'two acts of one id',
    problemsOf(smallFiles({ evidence: [EVIDENCE[0], EVIDENCE[0]] })),
    /^evidence\/all\.jsonc:44:13: "cn-assistance" is also in evidence\/all\.jsonc/,
  ],
  [
    'an act about nobody known',
    withEvidence({ vendors: { phoenix: 'exact' } }),
    /"phoenix" is no vendor of the catalog/,
  ],
  ['an act that reaches nobody', withEvidence({ vendorJurisdictions: [] }), /reaches nobody/],
  [
    'a status older than the act',
    withEvidence({ asOf: '2019-12-31' }),
    /:7:15: 2019-12-31 is before the act itself, 2020-01-01/,
  ],
  [
    'a mirror of nobody known',
    problemsOf(smallFiles({ mirrors: [{ ...MIRRORS[0], operator: 'phoenix' }] })),
    /^mirrors\/all\.jsonc:7:19: "phoenix" is no vendor of the catalog/,
  ],
  [
    'a version of a package that replaces none',
    withVersions({ 'pkg:npm/feathers': '1.0.0' }),
    /^releases\/npm\.jsonc:5:29: "pkg:npm\/feathers" replaces no package/,
  ],
  [
    'two versions of a package',
    withVersions({ 'pkg:npm/scales': '1.0.0' }, { 'pkg:npm/scales': '2.0.0' }),
    /"pkg:npm\/scales" already has a version in releases\/npm\.jsonc/,
  ],
  [
    'a range where a version belongs',
    withVersions({ 'pkg:npm/scales': '^1.0.0' }),
    /is no version of at least two numbers/,
  ],
  [
    'a mirror listed twice',
    problemsOf(smallFiles({ mirrors: [MIRRORS[0], MIRRORS[0]] })),
    /is already a npm mirror in mirrors\/all\.jsonc/,
  ],
  [
    'a region listed twice',
    withDragon({
      regions: [
        { id: 'cn-lake', ...SOURCED },
        { id: 'CN-Lake', ...SOURCED },
      ],
    }),
    /"CN-Lake" already names the region cn-lake/,
  ],
  [
    'an alias of two regions',
    withDragon({
      regions: [
        { id: 'cn-lake', ...SOURCED },
        { id: 'cn-hill', aliases: ['cn-lake'], ...SOURCED },
      ],
    }),
    /"cn-lake" already names the region cn-lake/,
  ],
  [
    'a prefix with two roles',
    withDragon({
      resourceRoles: [
        { role: 'network', prefixes: ['dragoncloud_'], ...SOURCED },
        { role: 'ai', prefixes: ['dragoncloud_'], ...SOURCED },
      ],
    }),
    /"dragoncloud_" already has the role network/,
  ],
  [
    'an indicator of two vendors',
    withGroup({ values: ['eagleapis.com'] }),
    /^vendors\/eagle\.jsonc:\d+:9: "eagleapis\.com" \(host, domain\) already belongs to dragon-cloud/,
  ],
  [
    'an indicator listed twice',
    withGroup({ values: ['a.dragon.com', 'A.dragon.com'] }),
    /"A\.dragon\.com" \(host, domain\) already belongs to dragon-cloud/,
  ],
  [
    'a package of two vendors',
    problemsOf(
      smallFiles({
        vendors: [
          DRAGON,
          {
            ...EAGLE,
            packages: [{ purls: ['pkg:pypi/Dragon_Python_SDK'], relationship: 'service-sdk', ...SOURCED }],
          },
        ],
      }),
    ),
    /already belongs to dragon-cloud/,
  ],
  ['a domain without a dot', withGroup({ values: ['dragon'] }), /"dragon" is no domain/],
  ['a domain with a star', withGroup({ values: ['*.dragon.com'] }), /"\*\.dragon\.com" is no domain/],
  ['a glob without a star', withGroup({ match: 'glob', values: ['a.dragon.com'] }), /is a glob without "\*"/],
  [
    'a star in a prefix',
    withGroup({ kind: 'resource', match: 'prefix', values: ['dragon*_'] }),
    /which only a glob may have/,
  ],
  [
    'a package among the indicators',
    withGroup({ kind: 'package', match: 'exact', values: ['pkg:npm/x'] }),
    /a package belongs in "packages"/,
  ],
  [
    'a region among the indicators',
    withGroup({ kind: 'region', match: 'exact', values: ['cn-lake'] }),
    /a region belongs in "regions"/,
  ],
  ['no package URL', withPackage({ purls: ['pkg:npm'] }), /"pkg:npm" is no package URL/],
  [
    'a package URL with qualifiers',
    withPackage({ purls: ['pkg:docker/*?repository_url=cr.dragon'], match: 'glob' }),
    /without qualifiers/,
  ],
  [
    'a value too short to be found',
    withGroup({ kind: 'environment-variable', match: 'prefix', values: ['DC_'] }),
    /"DC_" has no literal of 4 ASCII characters: give an "anchor"/,
  ],
  [
    'a glob with nothing to be found',
    withGroup({ match: 'glob', values: ['*.cn'] }),
    /"\*\.cn" has no literal of 4 ASCII characters/,
  ],
  [
    'an anchor of something else',
    withGroup({ kind: 'backend', match: 'exact', values: ['dos'], anchor: 'dragon' }),
    /"dos" has nothing in common with its anchor dragon/,
  ],
];

describe('catalog/validate', () => {
  it('accepts the small catalog', () => {
    assert.deepEqual(problemsOf(smallFiles()), []);
  });

  for (const [name, problems, expected] of WRONG) {
    it(`refuses ${name}`, () => {
      assert.ok(
        problems.some(problem => expected.test(problem)),
        `expected ${expected}, got:\n${problems.join('\n')}`,
      );
    });
  }

  it('reports the problems of all files at once, in the order of the files', () => {
    const [dragon, ...rest] = smallFiles({ mirrors: [{ ...MIRRORS[0], operator: 'phoenix' }] });
    assert.ok(dragon);
    const { problems, catalog } = readCatalog([{ ...dragon, text: '{ "id": 1, ' }, ...rest]);
    assert.deepEqual(
      [...new Set(problems.map(({ path }) => path))],
      ['vendors/dragon-cloud.jsonc', 'mirrors/all.jsonc'],
    );
    assert.deepEqual(
      catalog.vendors.map(({ id }) => id),
      ['eagle'],
    );
  });

  it('says nothing of what only refers to a file that cannot be read', () => {
    const [dragon, ...rest] = smallFiles();
    assert.ok(dragon);
    const paths = problemsOf([{ ...dragon, text: '[]' }, ...rest]).map(line => line.split(':')[0]);
    assert.deepEqual([...new Set(paths)], ['vendors/dragon-cloud.jsonc']);
  });

  it('accepts an anchor that the value is part of', () => {
    assert.deepEqual(withGroup({ kind: 'partition', match: 'prefix', values: ['dc:'], anchor: '"dc:' }), []);
  });
});
