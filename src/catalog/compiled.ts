import type {
  Equivalent,
  IndicatorGroup,
  Mirror,
  Partition,
  Region,
  Vendor,
  ZonePattern,
} from '../model/catalog.ts';
import type { Evidence } from '../model/evidence.ts';
import type { VendorFacts } from '../model/facts.ts';
import type { ReferenceKind } from '../model/vocabulary.ts';

/** The catalog as it ships: plain data, made at build time, with every value in the form that is compared. */
export interface CompiledCatalog {
  /** By id, in ascending order. */
  readonly vendors: readonly CompiledVendor[];
  readonly indicators: { readonly [kind in ReferenceKind]?: readonly CompiledIndicators[] };
  readonly packages: readonly CompiledPackages[];
  readonly mirrors: readonly Mirror[];
  /** By kind and first name. */
  readonly equivalents: readonly Equivalent[];
  /** By normalised package URL. */
  readonly releases: Readonly<Record<string, PublishedVersion>>;
  readonly evidence: readonly Evidence[];
}

/** A version of a package and the day on which it was seen. */
interface PublishedVersion {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** What explanations say about a vendor, and what the matcher needs beside the indicators. */
export interface CompiledVendor extends VendorFacts {
  readonly zonePatterns: readonly ZonePattern[];
  readonly regions: readonly Region[];
  readonly partitions: readonly Partition[];
  readonly resourceRoles: Vendor['resourceRoles'];
  /** Normalised addresses. */
  readonly documentation: readonly string[];
  readonly note?: string | undefined;
}

/** One group of indicators with its vendor; `values` are normalised for the group's kind. */
export interface CompiledIndicators extends Omit<IndicatorGroup, 'kind'> {
  readonly vendor: string;
}

/** Packages of one vendor that share everything but their names; `purls` are normalised. */
export type CompiledPackages = Vendor['packages'][number] & { readonly vendor: string };

/** One package entry with its vendor. */
export type PackageEntry = Omit<CompiledPackages, 'purls'> & { readonly purl: string };
