import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { staleCheckout } from '../../src/node/checkout.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

const EARLIER = new Date('2026-11-01T00:00:00Z');
const LATER = new Date('2026-11-02T00:00:00Z');

describe('a checkout', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    for (const folder of ['vendors', 'evidence', 'mirrors', 'equivalents', 'releases'])
      write(`catalog/${folder}/a.jsonc`, EARLIER);
    write('ruleset/bundled/a.jsonc', EARLIER);
    write('model/a.ts', EARLIER);
    write('catalog/generated/catalog.ts', LATER);
    write('ruleset/generated/bundled.ts', LATER);
  });
  afterEach(() => tree.remove());

  function write(path: string, time: Date): void {
    tree.write(path, '');
    utimesSync(join(tree.root, path), time, time);
  }

  const advice = /older than what they are made of; run "npm run generate"/;

  it('is fine when what is generated is newer than what it is made of', () => {
    assert.equal(staleCheckout(tree.root), undefined);
  });

  it('is stale once a pull has changed the data', () => {
    write('catalog/vendors/b.jsonc', new Date());
    assert.match(staleCheckout(tree.root) ?? '', advice);
  });

  it('is stale once a schema has changed', () => {
    write('model/a.ts', new Date());
    assert.match(staleCheckout(tree.root) ?? '', advice);
  });

  it('is stale before anything was generated', () => {
    utimesSync(join(tree.root, 'catalog/generated/catalog.ts'), 0, 0);
    assert.match(staleCheckout(tree.root) ?? '', advice);
  });
});
