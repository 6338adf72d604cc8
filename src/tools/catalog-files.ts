import { readdirSync, readFileSync } from 'node:fs';
import type { CatalogFile } from '../catalog/checks/placed.ts';

/** The folder that holds the catalog's data files. */
export const CATALOG_FOLDER = new URL('../catalog/', import.meta.url);

/** All data files of the catalog, by folder and name, so that the order does not depend on the file system. */
export function readCatalogFiles(): CatalogFile[] {
  return ['vendors', 'evidence', 'mirrors', 'equivalents', 'releases'].flatMap(readFolder);
}

function readFolder(folder: string): CatalogFile[] {
  const location = new URL(`${folder}/`, CATALOG_FOLDER);
  const names = readdirSync(location).filter(name => name.endsWith('.jsonc'));
  return names.sort().map(name => ({
    path: `${folder}/${name}`,
    text: readFileSync(new URL(name, location), 'utf8'),
  }));
}
