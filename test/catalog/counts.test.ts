import assert from 'node:assert/strict';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { catalogCounts } from '../../src/tools/catalog-counts.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { DRAGON, EAGLE, smallFiles } from './small-catalog.ts';

/** May only become fewer. */
const MOST_UNNAMED = 148;

describe('tools/catalog-counts', () => {
  const { catalog } = readCatalog(smallFiles({ vendors: [DRAGON, EAGLE] }));
  const tables = new Map(catalogCounts(catalog).map(table => [table.title, table]));

  it('counts values and packages, not groups, highest first', () => {
    assert.equal(tables.get('vendors by jurisdiction')?.total, 2);
    assert.deepEqual(tables.get('packages by ecosystem')?.rows[0], ['npm', 3]);
    const counts = tables.get('indicators by kind')?.rows.map(([, count]) => count) ?? [];
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => b - a),
    );
  });

  it('counts what no source was read for', () => {
    const vendor = { ...EAGLE, jurisdiction: { ...EAGLE.jurisdiction, source: 'recall' } };
    const [unverified] = catalogCounts(readCatalog(smallFiles({ vendors: [vendor] })).catalog).slice(-1);
    assert.deepEqual(unverified?.rows[0], ['jurisdictions from memory', 1]);
    assert.equal(tables.get('not verified')?.total, 0);
  });

  it('counts no act, and fewer and fewer facts, whose source nobody can open', () => {
    const [unverified] = catalogCounts(readCatalog(readCatalogFiles()).catalog).slice(-1);
    const unnamed = unverified?.rows.filter(([name]) => /from memory|not named/.test(name)) ?? [];
    assert.deepEqual(
      unnamed.filter(([name]) => name.startsWith('evidence')),
      [],
    );
    const facts = unnamed.reduce((sum, [, count]) => sum + count, 0);
    assert.ok(facts <= MOST_UNNAMED, `${facts}: name the source of what was added`);
  });
});
