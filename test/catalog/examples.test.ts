import assert from 'node:assert/strict';
import { checkExamples } from '../../src/catalog/checks/check-examples.ts';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { createMatcher } from '../../src/catalog/match/match.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { REFERENCE_KINDS_WITH_HOSTS } from './kinds.ts';

const { catalog, problems } = readCatalog(readCatalogFiles());
const compiled = compileCatalog(catalog);
const matcher = createMatcher(compiled);

describe('the catalog', () => {
  it('has no problems', () => {
    assert.deepEqual(
      problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`),
      [],
    );
  });

  for (const vendor of catalog.vendors) {
    it(`${vendor.id}: examples match and look-alikes do not`, () => {
      const failures = checkExamples([{ path: vendor.id, vendor }], matcher);
      assert.deepEqual(
        failures.map(({ message }) => message),
        [],
      );
    });

    it(`${vendor.id}: every kind of indicator has an example`, () => {
      const shown = new Set(vendor.examples.map(({ kind }) => kind));
      const used = new Set(vendor.indicators.map(({ kind }) => kind));
      assert.deepEqual(
        [...used].filter(kind => !shown.has(kind)),
        [],
      );
    });
  }

  it('finds the hosts of all vendors in one text, each for its own vendor', () => {
    const examples = catalog.vendors.flatMap(vendor =>
      vendor.examples
        .filter(({ kind }) => REFERENCE_KINDS_WITH_HOSTS.has(kind))
        .map(({ value }) => ({ vendor: vendor.id, value: value.replace(/^[a-z]+:\/\//, '') })),
    );
    const text = examples.map(({ value }) => `curl https://${value}`).join('\n');
    const result = matcher.match({ kind: 'host', value: text });
    assert.ok(Array.isArray(result), String(result));
    const found = new Set(result.map(({ vendor }) => vendor));
    assert.deepEqual(
      [...new Set(examples.map(({ vendor }) => vendor))].filter(vendor => !found.has(vendor)),
      [],
    );
  });

  it('compiles to the same bytes whatever the order of the files', () => {
    const reversed = readCatalog(readCatalogFiles().reverse()).catalog;
    assert.equal(JSON.stringify(compileCatalog(reversed)), JSON.stringify(compiled));
  });
});
