import type { DataFlow } from './data-flow.ts';
import type { ResolvedValue } from './expression.ts';
import type { Reference } from './extraction.ts';
import type { Confidence, DataRole, Relationship } from './vocabulary.ts';

/** A reference whose value belongs to a vendor of the catalog. */
export interface Match {
  readonly reference: Reference;
  /** The file that holds the reference. */
  readonly path: string;
  /** The value that matched: one of those that the reference can have. */
  readonly resolved: ResolvedValue;
  readonly attribution: Attribution;
}

/** What the catalog says about one value. */
export interface Attribution {
  /** A vendor id of the catalog. */
  readonly vendor: string;
  readonly relationship: Relationship;
  readonly confidence: Confidence;
  /** A region id of that vendor, when the value names or contains one. */
  readonly region?: string;
  /** ISO 3166-1 of the place, when known. */
  readonly location?: string;
  readonly city?: string;
  /** Who runs the region or endpoint, when not the vendor itself. */
  readonly operator?: string;
  readonly role?: DataRole;
  readonly dataFlow?: DataFlow;
  /** The indicator's own words, for the trace: `domain aliyuncs.com`. */
  readonly indicator: string;
  /** Mirrors only: what the mirror copies, as `Mirror.to`. */
  readonly mirrorOf?: string;
  /** Further vendors that the value could equally belong to (an id used by several, no provider in scope). */
  readonly alternatives?: readonly string[];
  /** Set when it belongs to no vendor of the catalog, and then `vendor` is empty. */
  readonly unlisted?: UnlistedName;
}

/** What stands behind a reference that belongs to no vendor of the catalog. */
export interface UnlistedName {
  /** What is approved or not: a provider's address, `host/path` of a registry, chart or module, `owner/name` of an action. */
  readonly name: string;
  /** What references of one origin have in common: the provider, the registry's host, the action's owner. */
  readonly group: string;
}

/** Why a resolved reference belongs to no vendor of the catalog. */
export type UnmatchedReason = 'not-in-catalog' | 'ambiguous' | 'local' | 'builtin' | 'documentation';
