import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { anchorsOf, groupAnchors } from '../../src/catalog/anchors/derive-anchors.ts';
import { loadAnchors } from '../../src/catalog/anchors.ts';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { loadCatalog } from '../../src/catalog/index.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { catalogModules, catalogSchemas } from '../../src/tools/catalog-output.ts';

const compiled = compileCatalog(readCatalog(readCatalogFiles()).catalog);

describe('the generated catalog', () => {
  it('agrees with the data files (else run npm run generate)', () => {
    for (const { path, text } of [...catalogModules(compiled), ...catalogSchemas()]) {
      assert.ok(text === readFileSync(new URL(`../../src/catalog/${path}`, import.meta.url), 'utf8'), path);
    }
  });

  it('loads as what was compiled', async () => {
    const catalog = await loadCatalog();
    assert.deepEqual(catalog.vendors, JSON.parse(JSON.stringify(compiled.vendors)));
    assert.equal(await loadCatalog(), catalog);
  });

  it('loads all anchors, and the country of every vendor', async () => {
    const { groups, jurisdictions } = await loadAnchors();
    assert.deepEqual(groups, JSON.parse(JSON.stringify(groupAnchors(anchorsOf(compiled)))));
    for (const { vendor } of groups) assert.ok(jurisdictions.has(vendor), vendor);
  });

  it('stays small: the anchors are read at every start', () => {
    const [anchors, catalog] = catalogModules(compiled);
    assert.ok(anchors && anchors.text.length < 150_000, `${anchors?.text.length}`);
    assert.ok(catalog && catalog.text.length < 2_000_000, `${catalog?.text.length}`);
  });
});
