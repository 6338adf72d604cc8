import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { checkExamples } from '../catalog/check-examples.ts';
import { compileCatalog } from '../catalog/compile.ts';
import type { CompiledCatalog } from '../catalog/compiled.ts';
import { anchorsOf, groupAnchors } from '../catalog/derive-anchors.ts';
import { createMatcher } from '../catalog/match.ts';
import { type CatalogFile, locate } from '../catalog/placed.ts';
import { EvidenceFileSchema, MirrorFileSchema, readCatalog } from '../catalog/validate.ts';
import { VendorSchema } from '../model/catalog.ts';

/** `npx tsx src/tools/generate-catalog.ts`: data files → compiled modules and the editors' schemas. */

const CATALOG = new URL('../catalog/', import.meta.url);

const files = ['vendors', 'evidence', 'mirrors'].flatMap(readFolder);
const { catalog, problems } = readCatalog(files);
const compiled = compileCatalog(catalog);
const vendorFiles = catalog.vendors.map(vendor => ({ path: `vendors/${vendor.id}.jsonc`, vendor }));
const failedExamples = locate(checkExamples(vendorFiles, createMatcher(compiled)), files);
const all = [...problems, ...failedExamples];
for (const { path, line, column, message } of all) {
  process.stderr.write(`src/catalog/${path}:${line}:${column}: ${message}\n`);
}
if (all.length > 0) process.exitCode = 1;
else writeAll(compiled);

function readFolder(folder: string): CatalogFile[] {
  const location = new URL(`${folder}/`, CATALOG);
  return namesIn(location).map(name => ({
    path: `${folder}/${name}`,
    text: readFileSync(new URL(name, location), 'utf8'),
  }));
}

/** Sorted by code unit, so that the output does not depend on the file system. */
function namesIn(location: URL): string[] {
  return readdirSync(location)
    .filter(name => name.endsWith('.jsonc'))
    .sort();
}

function writeAll(result: CompiledCatalog): void {
  mkdirSync(new URL('generated/', CATALOG), { recursive: true });
  const jurisdictions = Object.fromEntries(
    result.vendors.map(({ id, jurisdiction }) => [id, jurisdiction.country]),
  );
  writeModule('anchors', "import type { Anchor, AnchorGroup } from '../anchors.ts';", [
    `const groups: readonly AnchorGroup[] = ${parsed(groupAnchors(anchorsOf(result)))};\n`,
    'export const anchors: readonly Anchor[] = groups.flatMap(({ texts, ...shared }) =>\n',
    '  texts.map(text => ({ ...shared, text })),\n);\n',
    `export const jurisdictions: Readonly<Record<string, string>> = ${parsed(jurisdictions)};\n`,
  ]);
  writeModule('catalog', "import type { CompiledCatalog } from '../compiled.ts';", [
    `export const compiled: CompiledCatalog = ${parsed(result)};\n`,
  ]);
  writeSchema('vendor', VendorSchema);
  writeSchema('evidence', EvidenceFileSchema);
  writeSchema('mirrors', MirrorFileSchema);
}

/** Code that makes `value`. `JSON.parse` of a string starts several times faster than the same object literal. */
function parsed(value: unknown): string {
  const json = JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `JSON.parse('${json}')`;
}

function writeModule(name: string, imports: string, lines: readonly string[]): void {
  const head = '// Made by src/tools/generate-catalog.ts from the data files: do not edit.\n';
  writeFileSync(new URL(`generated/${name}.ts`, CATALOG), `${head}${imports}\n\n${lines.join('')}`);
}

function writeSchema(name: string, schema: v.GenericSchema): void {
  const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  writeFileSync(new URL(`${name}.schema.json`, CATALOG), `${JSON.stringify(json, null, 2)}\n`);
}
