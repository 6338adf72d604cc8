import { mkdirSync, writeFileSync } from 'node:fs';
import { checkExamples } from '../catalog/checks/check-examples.ts';
import { locate } from '../catalog/checks/placed.ts';
import { readCatalog } from '../catalog/checks/validate.ts';
import { compileCatalog } from '../catalog/compile.ts';
import { createMatcher } from '../catalog/match/match.ts';
import { CATALOG_FOLDER, readCatalogFiles } from './catalog-files.ts';
import { catalogModules, catalogSchemas, migrationModules, translationModules } from './catalog-output.ts';
import { readMigrationFiles } from './migration-files.ts';
import { readDataWordsFiles, readTranslationFiles } from './translation-files.ts';

/**
 * `npx tsx src/tools/generate-catalog.ts`: reads the data files, and either prints everything that is wrong with
 * them and exits with 1, or writes the compiled modules and the editors' schemas.
 */

const files = readCatalogFiles();
const { catalog, problems } = readCatalog(files);
const compiled = compileCatalog(catalog);
const vendorFiles = catalog.vendors.map(vendor => ({ path: `vendors/${vendor.id}.jsonc`, vendor }));
const { migrations, problems: mappingProblems } = readMigrationFiles();
const failedExamples = locate(checkExamples(vendorFiles, createMatcher(compiled)), files);

for (const { path, line, column, message } of [...problems, ...mappingProblems, ...failedExamples]) {
  process.stderr.write(`src/catalog/${path}:${line}:${column}: ${message}\n`);
}
if (problems.length + mappingProblems.length + failedExamples.length > 0) {
  process.exitCode = 1;
} else {
  mkdirSync(new URL('generated/', CATALOG_FOLDER), { recursive: true });
  const translations = readTranslationFiles(catalog.evidence);
  for (const { path, text } of [
    ...catalogModules(compiled),
    ...translationModules(translations, readDataWordsFiles()),
    ...migrationModules(migrations),
    ...catalogSchemas(),
  ]) {
    writeFileSync(new URL(path, CATALOG_FOLDER), text);
  }
}
