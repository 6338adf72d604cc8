import assert from 'node:assert/strict';
import { createCatalogIndex } from '../../src/catalog/facts.ts';
import { smallCatalog } from './small-catalog.ts';

const catalog = createCatalogIndex(smallCatalog());

/** `id as how`, one for each act. */
function reach(...query: Parameters<typeof catalog.evidenceFor>): string[] {
  return catalog.evidenceFor(...query).map(({ evidence, namedAs }) => `${evidence.id} as ${namedAs}`);
}

describe('catalog/facts', () => {
  it('looks things up by id', () => {
    assert.equal(catalog.vendor('eagle')?.name, 'Eagle Web Services');
    assert.equal(catalog.region('eagle', 'cn-lake-1')?.operator, 'Lakeside Data');
    assert.equal(catalog.evidence('us-list')?.title, 'A list');
    assert.deepEqual(
      catalog.regionsOf('eagle').map(({ id }) => id),
      ['us-west-1', 'cn-lake-1'],
    );
  });

  it('knows nothing of what is not there', () => {
    assert.equal(catalog.vendor('__proto__'), undefined);
    assert.equal(catalog.region('eagle', 'constructor'), undefined);
    assert.equal(catalog.evidence('toString'), undefined);
    assert.deepEqual(catalog.regionsOf('phoenix'), []);
  });

  it('finds the acts that name a vendor', () => {
    assert.deepEqual(reach({ vendor: 'dragon-cloud' }), ['us-list as parent']);
    assert.deepEqual(reach({ vendor: 'constructor' }), []);
  });

  it('finds the acts that reach a vendor by its country or a place', () => {
    assert.deepEqual(reach({ jurisdictions: ['CN'] }), ['cn-assistance as jurisdiction']);
    assert.deepEqual(reach({ location: 'CN' }), ['cn-localisation as location']);
    assert.deepEqual(reach({ vendor: 'dragon-cloud', jurisdictions: ['CN'], location: 'CN' }), [
      'cn-assistance as jurisdiction',
      'cn-localisation as location',
      'us-list as parent',
    ]);
    assert.deepEqual(reach({ jurisdictions: ['US'], location: 'US' }), []);
  });
});
