import * as v from 'valibot';
import type { MessageKey } from '../words/keys.ts';
import { DataFlowSchema } from './data-flow.ts';
import type { Evidence } from './evidence.ts';
import { sourced, text } from './sourced.ts';
import {
  ConfidenceSchema,
  CountrySchema,
  DataRoleSchema,
  IdSchema,
  ReferenceKindSchema,
  RelationshipSchema,
} from './vocabulary.ts';

/**
 * The catalog's data files. Every fact carries where it was read (`source`) and when (`date`); a file that
 * omits either is refused.
 */

/** How an indicator's value is compared: whole labels, whole path segments or whole names, never a substring. */
const MatchModeSchema = v.picklist([
  /** Equal, case folded where the kind's own rules fold it. */
  'exact',
  /** Starts with the value (`alicloud_`, `pkg:npm/%40alicloud/`). */
  'prefix',
  /** Ends with the value (`/alicloud` in a module address). */
  'suffix',
  /** A host that is the value or lies below it. */
  'domain',
  /** `*` is any run of characters. */
  'glob',
]);

/** Several values that share everything but the value itself. */
const IndicatorGroupSchema = v.strictObject({
  kind: ReferenceKindSchema,
  match: MatchModeSchema,
  values: v.pipe(v.array(text), v.minLength(1)),
  relationship: v.optional(RelationshipSchema, 'service'),
  confidence: v.optional(ConfidenceSchema, 'certain'),
  /** Where what it names stands, when that is fixed (`amazonaws.com.cn` is in CN). */
  location: v.optional(CountrySchema),
  /** Who runs it, when not the vendor itself. */
  operator: v.optional(text),
  /** What it does with data, when the indicator alone says so (an object-storage host). */
  role: v.optional(DataRoleSchema),
  /** What goes where, in one phrase. */
  dataFlow: v.optional(DataFlowSchema),
  /** A literal of at least four characters that is in the text whenever the value is, when the value itself is too short or too common. */
  anchor: v.optional(v.pipe(v.string(), v.minLength(4))),
  note: v.optional(text),
  ...sourced,
});
export type IndicatorGroup = v.InferOutput<typeof IndicatorGroupSchema>;

/** Regions that share their facts' source. */
const RegionSchema = v.strictObject({
  id: text,
  /** Absent when no source gives it. */
  country: v.optional(CountrySchema),
  city: v.optional(text),
  /** Who runs the region, when not the vendor itself. */
  operator: v.optional(text),
  /** The cloud partition that it belongs to (`aws-cn`). */
  partition: v.optional(text),
  /** Other spellings that files use: `China North` for `chinanorth`. */
  aliases: v.optional(v.array(text)),
  /** The id is an ordinary word or another product's default (`RegionOne`): it counts only with the vendor in scope. */
  needsProvider: v.optional(v.boolean()),
  confidence: v.optional(ConfidenceSchema, 'certain'),
  note: v.optional(text),
  ...sourced,
});
export type Region = v.InferOutput<typeof RegionSchema>;

/** A part of a vendor's cloud with names and hosts of its own (`aws-cn`, `amazonaws.com.cn`). */
const PartitionSchema = v.strictObject({
  id: text,
  /** What its hosts end with. */
  domain: text,
  /** Only customers whom a government admits can be in it. */
  restricted: v.optional(v.literal(true)),
  ...sourced,
});
export type Partition = v.InferOutput<typeof PartitionSchema>;

/** How zone ids are made from region ids: `{region}` stands for the region. */
const ZonePatternSchema = v.picklist([
  '{region}-[a-z]',
  '{region}[a-z]',
  '{region}-[0-9]+',
  '{region}-zone[0-9]+',
]);
export type ZonePattern = v.InferOutput<typeof ZonePatternSchema>;

/** Which resource types play which role; the longest prefix wins, an equal type wins over any prefix. */
const ResourceRoleSchema = v.strictObject({
  role: DataRoleSchema,
  prefixes: v.optional(v.array(text), []),
  types: v.optional(v.array(text), []),
  ...sourced,
});

/** Several package names or patterns that share everything but the name. */
const PackageGroupSchema = v.strictObject({
  /** Package URLs without version. */
  purls: v.pipe(v.array(v.pipe(v.string(), v.startsWith('pkg:'))), v.minLength(1)),
  match: v.optional(v.picklist(['exact', 'prefix', 'glob']), 'exact'),
  relationship: RelationshipSchema,
  confidence: v.optional(ConfidenceSchema, 'certain'),
  dataFlow: v.optional(DataFlowSchema),
  /** Who publishes it, when not the vendor. */
  authoredBy: v.optional(text),
  replacements: v.optional(v.array(v.strictObject({ purl: text, note: v.optional(text) })), []),
  note: v.optional(text),
  ...sourced,
});

/** A reference as a file would make it: `provider aliyun/alicloud`. */
const ExampleSchema = v.strictObject({
  kind: ReferenceKindSchema,
  value: text,
  /** The provider source address in scope, for regions and zones. */
  provider: v.optional(text),
});

/** Where a vendor describes what it offers: a link to it is no use of that. */
const DocumentationSchema = v.strictObject({
  /** Hosts, also with the beginning of a path, without scheme. */
  addresses: v.pipe(v.array(text), v.minLength(1)),
  ...sourced,
});

export const VendorSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: IdSchema,
  name: text,
  aliases: v.optional(v.array(text), []),
  /** The company that the vendor belongs to. */
  parent: v.optional(v.strictObject({ name: text, ...sourced })),
  /** Where the vendor is run from: the country whose authorities can compel it. */
  jurisdiction: v.strictObject({ country: CountrySchema, ...sourced }),
  /** The legal person that operates the service unless a region says otherwise. */
  operator: v.optional(v.strictObject({ name: text, ...sourced })),
  homepage: v.optional(v.pipe(v.string(), v.url())),
  zonePatterns: v.optional(v.array(ZonePatternSchema), []),
  indicators: v.optional(v.array(IndicatorGroupSchema), []),
  documentation: v.optional(v.array(DocumentationSchema), []),
  packages: v.optional(v.array(PackageGroupSchema), []),
  regions: v.optional(v.array(RegionSchema), []),
  partitions: v.optional(v.array(PartitionSchema), []),
  resourceRoles: v.optional(v.array(ResourceRoleSchema), []),
  /** Must match this vendor. */
  examples: v.pipe(v.array(ExampleSchema), v.minLength(1, 'data.no-example' satisfies MessageKey)),
  /** Must not match this vendor. */
  nonExamples: v.pipe(v.array(ExampleSchema), v.minLength(1, 'data.no-look-alike' satisfies MessageKey)),
  note: v.optional(text),
});
export type Vendor = v.InferOutput<typeof VendorSchema>;

/** A vendor that an organisation describes in its ruleset: the same facts, which it need not prove by examples. */
export const OwnVendorSchema = v.strictObject({
  ...VendorSchema.entries,
  examples: v.optional(v.array(ExampleSchema), []),
  nonExamples: v.optional(v.array(ExampleSchema), []),
});

/** A mirror's prefix and what it copies. */
export const MirrorSchema = v.strictObject({
  /** URL or registry prefix of the mirror, without scheme. */
  from: text,
  /**
   * What it copies: a prefix without scheme, or `origin:npm` / `origin:debian` for the tool's own default. Absent when
   * what it holds may be nowhere else.
   */
  to: v.optional(text),
  /** What it copies is an archive: what has ended stands there, without updates. */
  archived: v.optional(v.literal(true)),
  ecosystem: text,
  /** A vendor id of the catalog. */
  operator: IdSchema,
  location: v.optional(CountrySchema),
  confidence: v.optional(ConfidenceSchema, 'certain'),
  note: v.optional(text),
  ...sourced,
});
export type Mirror = v.InferOutput<typeof MirrorSchema>;

/** Names that do the same for several clouds, in one kind of file; those in `from` belong to flagged ones. */
export const EquivalentSchema = v.strictObject({
  kind: ReferenceKindSchema,
  from: v.pipe(v.array(text), v.minLength(1)),
  to: v.pipe(
    v.array(
      v.strictObject({
        /** A vendor id of the catalog. */
        vendor: IdSchema,
        value: text,
        /** What stands behind the name, by what it was: an annotation's value. Any other value has no equivalent. */
        values: v.optional(v.record(text, text)),
      }),
    ),
    v.minLength(1),
  ),
  /** Its place is a file that only the flagged cloud reads: the names are told, not written. */
  elsewhere: v.optional(v.boolean()),
  /** What a person must decide, as one sentence without its full stop. */
  note: text,
  ...sourced,
});
export type Equivalent = v.InferOutput<typeof EquivalentSchema>;

/** Versions of packages that fixes write in another's place: known to have been published, not the newest. */
export const ReleaseSchema = v.strictObject({
  /** By package URL without version, as the package manager writes it (`v1.2.3` in Go). */
  versions: v.record(
    v.pipe(v.string(), v.startsWith('pkg:')),
    v.pipe(
      v.string(),
      v.regex(/^v?\d+(?:\.\d+)+(?:-[\w.]+)?$/, 'data.no-published-version' satisfies MessageKey),
    ),
  ),
  ...sourced,
});
export type Release = v.InferOutput<typeof ReleaseSchema>;

/** All the facts, validated. */
export interface Catalog {
  readonly vendors: readonly Vendor[];
  readonly evidence: readonly Evidence[];
  readonly mirrors: readonly Mirror[];
  readonly equivalents: readonly Equivalent[];
  readonly releases: readonly Release[];
}
