import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { anchorsOf, groupAnchors, hiddenPlaces } from '../catalog/anchors/derive-anchors.ts';
import {
  EquivalentFileSchema,
  EvidenceFileSchema,
  MirrorFileSchema,
  ReleaseFileSchema,
} from '../catalog/checks/validate.ts';
import type { CompiledCatalog } from '../catalog/compiled.ts';
import {
  type DataWordsFile,
  DataWordsFileSchema,
  TranslationFileSchema,
  type TranslationState,
} from '../catalog/translations.ts';
import { VendorSchema } from '../model/catalog.ts';
import { MappingFileSchema, type Migrations, ProviderSchemaFileSchema } from '../model/migration.ts';

/** A file to be written, with its path below `src/catalog`. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The modules that the engine loads. The anchors are one of their own, because most runs need nothing else. The
 * same facts give the same bytes.
 */
export function catalogModules(compiled: CompiledCatalog): OutputFile[] {
  const jurisdictions = Object.fromEntries(
    compiled.vendors.map(({ id, jurisdiction }) => [id, jurisdiction.country]),
  );
  const anchors = [
    `export const groups: readonly AnchorGroup[] = ${parsed(groupAnchors(anchorsOf(compiled)))};\n`,
    `export const jurisdictions: Readonly<Record<string, string>> = ${parsed(jurisdictions)};\n`,
    `export const hiddenPlaces: Readonly<Record<string, readonly string[]>> = ${parsed(hiddenPlaces(compiled))};\n`,
  ];
  const catalog = [`export const compiled: CompiledCatalog = ${parsed(compiled)};\n`];
  return [
    moduleFile('anchors', "import type { AnchorGroup } from '../anchors.ts';", anchors),
    moduleFile('catalog', "import type { CompiledCatalog } from '../compiled.ts';", catalog),
  ];
}

/** For each language the words of acts that fit the acts as they are now, and those of the other data files. */
export function translationModules(
  translations: ReadonlyMap<string, TranslationState>,
  dataWords: ReadonlyMap<string, DataWordsFile>,
): OutputFile[] {
  return [...translations].map(([language, { words, notes }]) =>
    moduleFile(`words-${language}`, "import type { TranslatedWords } from '../translations.ts';", [
      `export const words: Readonly<Record<string, TranslatedWords>> = ${parsed(words)};\n\n`,
      `export const texts: Readonly<Record<string, string>> = ${parsed({ ...notes, ...textsOf(dataWords.get(language)) })};\n`,
    ]),
  );
}

function textsOf(file: DataWordsFile | undefined): Record<string, string> {
  if (!file) return {};
  const { rules, packages, equivalents, migrations, cities } = file;
  return { ...rules, ...packages, ...equivalents, ...migrations, ...cities };
}

/** The tables of migrations, and apart from them whom each vendor's modules can be moved to: the tables are large. */
export function migrationModules(migrations: Migrations): OutputFile[] {
  const targets = Object.fromEntries(
    migrations.mappings.map(({ vendor, localName, targets }) => [
      vendor,
      { localName, vendors: targets.map(target => target.vendor) },
    ]),
  );
  return [
    moduleFile('migration-targets', "import type { MigrationTargets } from '../mappings.ts';", [
      `export const migrationTargets: Readonly<Record<string, MigrationTargets>> = ${parsed(targets)};\n`,
    ]),
    moduleFile('migrations', "import type { Migrations } from '../../model/migration.ts';", [
      `export const migrations: Migrations = ${parsed(migrations)};\n`,
    ]),
  ];
}

/** The JSON Schemas that give authors of data files completion and red lines in an editor. */
export function catalogSchemas(): OutputFile[] {
  return [
    schemaFile('vendor', VendorSchema),
    schemaFile('evidence', EvidenceFileSchema),
    schemaFile('mirrors', MirrorFileSchema),
    schemaFile('translation', TranslationFileSchema),
    schemaFile('words', DataWordsFileSchema),
    schemaFile('equivalents', EquivalentFileSchema),
    schemaFile('releases', ReleaseFileSchema),
    schemaFile('mapping', MappingFileSchema),
    schemaFile('provider-schema', ProviderSchemaFileSchema),
  ];
}

/** Code that makes `value`. `JSON.parse` of a string starts several times faster than the same object literal. */
function parsed(value: unknown): string {
  const json = JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `JSON.parse('${json}')`;
}

function moduleFile(name: string, imports: string, lines: readonly string[]): OutputFile {
  const head = '// Made by src/tools/generate-catalog.ts from the data files: do not edit.\n';
  return { path: `generated/${name}.ts`, text: `${head}${imports}\n\n${lines.join('')}` };
}

function schemaFile(name: string, schema: v.GenericSchema): OutputFile {
  // What JSON Schema cannot say (a check by code) is left to the generator.
  const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return { path: `${name}.schema.json`, text: `${JSON.stringify(json, null, 2)}\n` };
}
