import assert from 'node:assert/strict';
import { extractConanLock } from '../../src/formats/conan-lock/extract.ts';
import { createDependencyPaths } from '../../src/resolve/dependency-path.ts';
import { makeSource } from '../../src/text/source.ts';

/** No vendor of the catalog has a package of Conan, so that no case can show the path. */
describe('conan.lock of Conan 1', () => {
  it('says what brings a package in', () => {
    const nodes = {
      '0': { ref: 'app/1.0', requires: ['1'], build_requires: ['3'] },
      '1': { ref: 'uploader/2.1@acme/stable', requires: ['2'] },
      '2': { ref: 'storage-sdk/1.9' },
      '3': { ref: 'cmake/3.30.1' },
    };
    const { graph } = extractConanLock(
      makeSource('lib/conan.lock', JSON.stringify({ graph_lock: { nodes }, version: '0.4' })),
    );
    assert.ok(graph);
    const find = createDependencyPaths(graph);
    assert.deepEqual(
      ['2', '3'].map(node => find(node)?.names),
      [['uploader', 'storage-sdk'], ['cmake']],
    );
    assert.equal(find('2')?.manifest, 'lib/conanfile.txt');
  });
});
