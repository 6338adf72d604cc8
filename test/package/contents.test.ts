import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { type BundledPackage, bundledPackages, PERMISSIVE } from '../../src/tools/bundled-packages.ts';
import { bundledFiles, root } from './built.ts';

for (const [product, folder] of [
  ['extension', 'dist'],
  ['npm', 'dist/npm'],
] as const) {
  describe(`what the product "${product}" contains`, function () {
    this.timeout(120_000);
    let packages: readonly BundledPackage[];
    const read = (file: string): string => readFileSync(join(root, folder, file), 'utf8');

    before(() => {
      packages = bundledPackages(root, bundledFiles()[product]);
    });

    it('is packages that can be named, each under a licence that only asks for its words', () => {
      assert.ok(packages.some(({ name }) => name === 'yaml'));
      for (const { name, version, licence, texts } of packages) {
        assert.ok(PERMISSIVE.has(licence), `${name} ${version}: ${licence}`);
        assert.notEqual(texts.join('').length, 0, `${name} ships no licence`);
      }
    });

    it('is named in the notices, with the words of its licence', () => {
      const notices = read('THIRD-PARTY-NOTICES.txt');
      for (const { name, version, texts } of packages) {
        assert.ok(notices.includes(`\n${name} ${version} (`), name);
        for (const text of texts) assert.ok(notices.includes(text), name);
      }
    });

    it('is listed in a bill of materials that is valid by its schema', async () => {
      const bill = read('bom.cdx.json');
      assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill), null);
      const { components, dependencies } = JSON.parse(bill);
      assert.deepEqual(
        components.map(({ purl }: { purl: string }) => purl),
        packages.map(({ purl }) => purl),
      );
      assert.ok(components.every(({ hashes }: { hashes?: unknown[] }) => hashes?.length === 1));
      const reached = new Set(dependencies.flatMap(({ dependsOn }: { dependsOn: string[] }) => dependsOn));
      assert.equal(reached.size, packages.length, 'every component is reached from the product');
    });
  });
}
