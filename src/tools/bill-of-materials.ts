import type { BundledPackage } from './bundled-packages.ts';

/** What a bill says of the product itself. */
export interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * The bill of materials of a product: the packages that it has code of, which of them bring which, and the hashes of
 * their archives. It has no time and no serial number, so that the same build has the same bill.
 *
 * https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(product: Product, packages: readonly BundledPackage[]): unknown {
  const purl = `pkg:npm/${product.name}@${product.version}`;
  const purls = new Map(packages.map(({ name, purl }) => [name, purl]));
  const edges = new Map(
    packages.map(({ purl, dependencies }) => [purl, dependencies.flatMap(name => purls.get(name) ?? [])]),
  );
  const brought = new Set([...edges.values()].flat());
  const direct = packages.map(({ purl }) => purl).filter(candidate => !brought.has(candidate));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purl,
        name: product.name,
        version: product.version,
        licenses: [{ license: { id: product.license } }],
        purl,
      },
    },
    components: packages.map(component),
    dependencies: [
      { ref: purl, dependsOn: direct },
      ...[...edges].map(([ref, dependsOn]) => ({ ref, dependsOn })),
    ],
  };
}

function component({ name, version, licence, purl, integrity }: BundledPackage): unknown {
  const [scope, base] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': purl,
    ...(scope === undefined ? {} : { group: scope }),
    name: base,
    version,
    ...(integrity === undefined ? {} : { hashes: hashes(integrity) }),
    licenses: [{ license: { id: licence } }],
    purl,
  };
}

/** https://www.w3.org/TR/SRI/: `sha512-<base64>`, possibly several. */
function hashes(integrity: string): { alg: string; content: string }[] {
  return integrity.split(/\s+/).flatMap(one => {
    const [, bits, digest] = /^sha(256|384|512)-(.+)$/.exec(one) ?? [];
    return bits === undefined || digest === undefined
      ? []
      : [{ alg: `SHA-${bits}`, content: Buffer.from(digest, 'base64').toString('hex') }];
  });
}
