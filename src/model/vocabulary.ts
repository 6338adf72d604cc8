import * as v from 'valibot';
import type { MessageKey } from '../words/keys.ts';

/**
 * The closed word lists of the product. Each is a schema, and the type is inferred from it, so that a
 * data file, a ruleset and the code cannot disagree.
 */

/** What in a file points at a vendor. */
export const ReferenceKindSchema = v.picklist([
  'provider',
  'resource',
  'data-source',
  'module',
  'backend',
  'region',
  'partition',
  'image',
  'package',
  'mirror',
  'host',
  'action',
  'chart',
  'plugin',
  'api-group',
  'annotation',
  'driver',
  'environment-variable',
  'command',
  /** What a tool calls the cloud that it is told to work with: `external-dns:alibabacloud`. */
  'tool-provider',
]);
export type ReferenceKind = v.InferOutput<typeof ReferenceKindSchema>;

/** How the referring project stands to the vendor. */
export const RelationshipSchema = v.picklist([
  'service',
  'service-sdk',
  'deploy-tool',
  'ai-api',
  'telemetry',
  'mirror',
  'open-source',
]);
export type Relationship = v.InferOutput<typeof RelationshipSchema>;

/** What a resource does with data. `none` is a resource that carries none (billing, tags, …). */
export const DataRoleSchema = v.picklist([
  'data-store',
  'compute',
  'network',
  'identity',
  'secrets',
  'logging',
  'ai',
  'none',
]);
export type DataRole = v.InferOutput<typeof DataRoleSchema>;

/** Roles whose resources hold or carry content: the ones the severity table treats as data-bearing. */
export const DATA_BEARING_ROLES: ReadonlySet<DataRole> = new Set<DataRole>([
  'data-store',
  'logging',
  'identity',
  'secrets',
  'ai',
]);

export const ConcernSchema = v.picklist([
  'government-access',
  'data-residency',
  'ip-theft',
  'service-cutoff',
  'supply-chain-integrity',
  'regulatory-prohibition',
  'regulatory-listing',
  'regulatory-review',
  'ai-data-use',
]);
export type Concern = v.InferOutput<typeof ConcernSchema>;

/** The product's severities, worst first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export const SeveritySchema = v.picklist(SEVERITIES);
export type Severity = v.InferOutput<typeof SeveritySchema>;

export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
export const ConfidenceSchema = v.picklist(CONFIDENCES);
export type Confidence = v.InferOutput<typeof ConfidenceSchema>;

/** The one of the two that claims less. */
export function lessCertain(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) > CONFIDENCES.indexOf(b) ? a : b;
}

/** Whom an act can bind; an organisation states which of these it is. */
export const AudienceSchema = v.picklist([
  'us',
  'us-federal-agency',
  'us-federal-contractor',
  'us-defense-contractor',
  'us-state-TX',
  'eu',
  'financial-eu',
  'gb',
  'au',
  'tw',
]);
export type Audience = v.InferOutput<typeof AudienceSchema>;

/** ISO 3166-1 alpha-2, upper case (https://www.iso.org/iso-3166-country-codes.html). */
export const CountrySchema = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'data.no-country' satisfies MessageKey),
);

/** A calendar day, `YYYY-MM-DD`. */
export const DaySchema = v.pipe(v.string(), v.isoDate('data.no-day' satisfies MessageKey));

/** Lower-case words joined by hyphens. */
export const IdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'data.no-id' satisfies MessageKey),
);

/** Compares severities: negative when `a` is worse than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
