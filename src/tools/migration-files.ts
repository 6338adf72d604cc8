import { readdirSync, readFileSync } from 'node:fs';
import type * as v from 'valibot';
import { type CatalogProblem, inEnglish } from '../catalog/checks/placed.ts';
import {
  type Mapping,
  MappingFileSchema,
  type Migrations,
  type ProviderSchema,
  ProviderSchemaFileSchema,
} from '../model/migration.ts';
import { readData } from '../model/read-data.ts';
import { CATALOG_FOLDER } from './catalog-files.ts';

/** The mapping tables and schemas of the folder `mappings`, and all that is wrong with their form. */
export function readMigrationFiles(): { migrations: Migrations; problems: readonly CatalogProblem[] } {
  const problems: CatalogProblem[] = [];
  const mappings: Mapping[] = readFolder('mappings/', MappingFileSchema, problems);
  const schemas: ProviderSchema[] = readFolder('mappings/schemas/', ProviderSchemaFileSchema, problems);
  return {
    migrations: {
      mappings: mappings.map(({ $schema, ...mapping }) => mapping),
      schemas: Object.fromEntries(schemas.map(({ $schema, ...schema }) => [schema.localName, schema])),
    },
    problems,
  };
}

function readFolder<Schema extends v.GenericSchema>(
  folder: string,
  schema: Schema,
  problems: CatalogProblem[],
): v.InferOutput<Schema>[] {
  const location = new URL(folder, CATALOG_FOLDER);
  const names = readdirSync(location).filter(name => name.endsWith('.jsonc'));
  return names.sort().flatMap(name => {
    const result = readData(schema, folder + name, readFileSync(new URL(name, location), 'utf8'));
    if (result.ok) return [result.value];
    problems.push(...result.issues.map(inEnglish));
    return [];
  });
}
