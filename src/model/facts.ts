import type { Region, Vendor } from './catalog.ts';
import type { Evidence, NamedAs } from './evidence.ts';

/** The catalog as rules and explanations ask it. */
export interface Facts {
  vendor(id: string): VendorFacts | undefined;
  region(vendor: string, id: string): Region | undefined;
  regionsOf(vendor: string): readonly Region[];
  evidence(id: string): Evidence | undefined;
  /** Every act that names the vendor, reaches one of the countries' vendors, or reaches one of the places. */
  evidenceFor(reached: {
    vendor?: string;
    jurisdictions?: readonly string[];
    location?: string | undefined;
  }): readonly Reach[];
}

/** What explanations say about a vendor: the data file without its indicators. */
export type VendorFacts = Pick<
  Vendor,
  'id' | 'name' | 'aliases' | 'parent' | 'jurisdiction' | 'operator' | 'homepage' | 'note'
>;

/** How one act reaches one reference. */
export interface Reach {
  readonly evidence: Evidence;
  readonly namedAs: NamedAs;
}
