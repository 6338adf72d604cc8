import * as v from 'valibot';
import { text } from './sourced.ts';
import { AudienceSchema, ConcernSchema, CountrySchema, DaySchema, IdSchema } from './vocabulary.ts';

/** What an act does; severity is built on this and on whom it binds, never on a headline. */
const EffectSchema = v.picklist([
  'prohibits-use',
  'prohibits-procurement',
  'prohibits-government-use',
  'prohibits-sector-use',
  'prohibits-subsidy-and-authorisation',
  'restricts-data-transactions',
  'restricts-supply-to-vendor',
  'regulates-transfer',
  'compels-assistance',
  'requires-localisation',
  'reviews',
  'proposes',
  'contests',
  'alleges',
  'restricts-securities',
  'informs',
  'authorises-action',
  'none-now',
  'removes',
]);
export type Effect = v.InferOutput<typeof EffectSchema>;

/** How an act names a vendor, or reaches it without naming it. */
const NamedAsSchema = v.picklist([
  'exact',
  'parent',
  'affiliate',
  'sister-product',
  'former-parent-unverified',
  'not-named',
  'jurisdiction',
  'location',
]);
export type NamedAs = v.InferOutput<typeof NamedAsSchema>;

export const EvidenceSchema = v.strictObject({
  id: IdSchema,
  kind: v.picklist([
    'law',
    'listing',
    'investigation',
    'order',
    'court',
    'incident',
    'standard',
    'service-exit',
  ]),
  title: text,
  authority: text,
  /** Whose act it is: ISO 3166-1, `EU`, or a subdivision such as `US-TX`. */
  jurisdiction: v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)),
  /** The act, or its first publication. */
  date: DaySchema,
  /** The newest source that supports `status`; a status is never shown without it. */
  asOf: DaySchema,
  status: v.picklist([
    'in-force',
    'in-force-contested',
    'adopted',
    'announced',
    'proposed',
    'non-binding',
    'suspended',
    'lapsed',
    'superseded',
    'revoked',
    'withdrawn',
    'removed',
    'pending',
    'decided',
    'reported',
    'alleged',
    'recorded',
    'closed',
    'unknown',
  ]),
  statusNote: v.optional(text),
  effect: EffectSchema,
  /** Readers who would breach or have to obey it; empty when it binds none of them. */
  binds: v.array(AudienceSchema),
  /** Whom or what it binds, in words. */
  appliesTo: text,
  concerns: v.array(ConcernSchema),
  /** Vendors that the act names, and how. */
  vendors: v.optional(v.record(IdSchema, NamedAsSchema), {}),
  /** The act reaches every vendor run from these countries. */
  vendorJurisdictions: v.optional(v.array(CountrySchema), []),
  /** The act reaches every region in these countries, whoever runs it. */
  locations: v.optional(v.array(CountrySchema), []),
  /** Our words, neutral, at most 240 characters; shown as it is. */
  summary: v.pipe(text, v.maxLength(240)),
  /** The vendor's public answer, shown beside the act. */
  vendorResponse: v.optional(text),
  citation: text,
  url: v.pipe(v.string(), v.url()),
  sourceQuality: v.picklist(['official', 'court', 'reputable-press', 'secondary', 'recall']),
  confidence: v.picklist(['high', 'medium', 'low']),
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
