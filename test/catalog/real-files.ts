import { readdirSync, readFileSync } from 'node:fs';
import type { CatalogFile } from '../../src/catalog/checks/placed.ts';

const CATALOG = new URL('../../src/catalog/', import.meta.url);

/** The data files of the product. */
export function realFiles(): CatalogFile[] {
  return ['vendors', 'evidence', 'mirrors', 'equivalents'].flatMap(folder =>
    readdirSync(new URL(`${folder}/`, CATALOG))
      .filter(name => name.endsWith('.jsonc'))
      .sort()
      .map(name => ({
        path: `${folder}/${name}`,
        text: readFileSync(new URL(`${folder}/${name}`, CATALOG), 'utf8'),
      })),
  );
}
