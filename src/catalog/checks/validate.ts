import * as v from 'valibot';
import {
  type Catalog,
  type Equivalent,
  EquivalentSchema,
  type Mirror,
  MirrorSchema,
  type Release,
  ReleaseSchema,
  type Vendor,
  VendorSchema,
} from '../../model/catalog.ts';
import { type Evidence, EvidenceSchema } from '../../model/evidence.ts';
import { type DataResult, readData } from '../../model/read-data.ts';
import { checkFacts } from './check-facts.ts';
import {
  type CatalogFile,
  type CatalogProblem,
  inEnglish,
  locate,
  type Placed,
  type PlacedFacts,
} from './placed.ts';

/** The facts of all files that could be read, and everything that is wrong with any of them. */
export interface CatalogReading {
  readonly catalog: Catalog;
  /** In the order of the files, then of the places. */
  readonly problems: readonly CatalogProblem[];
}

/** A file of `evidence/`. */
export const EvidenceFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  evidence: v.array(EvidenceSchema),
});

/** A file of `mirrors/`. */
export const MirrorFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  mirrors: v.array(MirrorSchema),
});

/** A file of `equivalents/`. */
export const EquivalentFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  equivalents: v.array(EquivalentSchema),
});

/** A file of `releases/`. */
export const ReleaseFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  releases: v.array(ReleaseSchema),
});

/**
 * Reads and validates the catalog's files: syntax, schema, and what must agree within and across files. All
 * problems are reported at once; a file that has one in syntax or schema is left out of the catalog. Never throws.
 */
export function readCatalog(files: readonly CatalogFile[]): CatalogReading {
  const { placed, issues } = readFiles(files);
  const issuesAcrossFiles = locate(checkFacts(placed), files);
  return {
    catalog: {
      vendors: placed.vendors.map(({ fact }) => fact),
      evidence: placed.evidence.map(({ fact }) => fact),
      mirrors: placed.mirrors.map(({ fact }) => fact),
      equivalents: placed.equivalents.map(({ fact }) => fact),
      releases: placed.releases.map(({ fact }) => fact),
    },
    problems: inFileOrder([...issues, ...issuesAcrossFiles], files),
  };
}

function readFiles(files: readonly CatalogFile[]): { placed: PlacedFacts; issues: CatalogProblem[] } {
  const vendors: Placed<Vendor>[] = [];
  const evidence: Placed<Evidence>[] = [];
  const mirrors: Placed<Mirror>[] = [];
  const equivalents: Placed<Equivalent>[] = [];
  const releases: Placed<Release>[] = [];
  const unreadVendors: string[] = [];
  const issues: CatalogProblem[] = [];
  const read = <Value>(result: DataResult<Value>, take: (value: Value) => void) => {
    if (result.ok) take(result.value);
    else issues.push(...result.issues.map(inEnglish));
    return result.ok;
  };
  for (const { path, text } of files) {
    const [, folder, name = ''] = DATA_FILE.exec(path) ?? [];
    if (folder === 'vendors') {
      const isRead = read(readData(VendorSchema, path, text), fact => vendors.push({ fact, path, at: [] }));
      if (!isRead) unreadVendors.push(name);
    } else if (folder === 'evidence') {
      read(readData(EvidenceFileSchema, path, text), file => {
        evidence.push(...place(file.evidence, path, 'evidence'));
      });
    } else if (folder === 'mirrors') {
      read(readData(MirrorFileSchema, path, text), file => {
        mirrors.push(...place(file.mirrors, path, 'mirrors'));
      });
    } else if (folder === 'equivalents') {
      read(readData(EquivalentFileSchema, path, text), file => {
        equivalents.push(...place(file.equivalents, path, 'equivalents'));
      });
    } else if (folder === 'releases') {
      read(readData(ReleaseFileSchema, path, text), file => {
        releases.push(...place(file.releases, path, 'releases'));
      });
    } else {
      issues.push(misplaced(path));
    }
  }
  return { placed: { vendors, evidence, mirrors, equivalents, releases, unreadVendors }, issues };
}

const DATA_FILE = /(?:^|\/)(vendors|evidence|mirrors|equivalents|releases)\/([^/]+)\.jsonc$/;

function place<Fact>(items: readonly Fact[], path: string, property: string): Placed<Fact>[] {
  return items.map((fact, index) => ({ fact, path, at: [property, index] }));
}

function misplaced(path: string): CatalogProblem {
  const message = 'is no .jsonc file of the folders vendors, evidence, mirrors, equivalents and releases';
  return { path, span: { start: 0, end: 1 }, line: 1, column: 1, message };
}

function inFileOrder(problems: readonly CatalogProblem[], files: readonly CatalogFile[]): CatalogProblem[] {
  const order = new Map(files.map(({ path }, index) => [path, index]));
  return [...problems].sort(
    (a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.span.start - b.span.start,
  );
}
