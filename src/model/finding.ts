import type { Location, Span } from '../text/span.ts';
import type { Phrase } from '../words/phrase.ts';
import type { DataFlow } from './data-flow.ts';
import type { TrailStep, UnknownReason } from './expression.ts';
import type { UnmatchedReason } from './match.ts';
import type { Concern, Confidence, DataRole, ReferenceKind, Relationship, Severity } from './vocabulary.ts';

/** A flagged reference, as data. Sentences are made from it in `report/`. */
export interface Finding {
  /** The ruleset rule that flagged it. */
  readonly rule: string;
  /** A vendor id; empty for a finding about the policy itself, and for what belongs to no vendor of the catalog. */
  readonly vendor: string;
  readonly kind: FindingKind;
  /** Absent for a finding about a suppression: nobody stands behind a comment. */
  readonly relationship?: Relationship;
  readonly concerns: readonly Concern[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly path: string;
  readonly span: Span;
  /** What the reference resolved to (with `…` where a part is unknown). */
  readonly value: string;
  readonly region?: string;
  readonly location?: string;
  readonly city?: string;
  readonly operator?: string;
  readonly role?: DataRole;
  readonly resourceType?: string;
  readonly dataFlow?: DataFlow;
  readonly purl?: string;
  readonly ecosystem?: string;
  readonly mirrorOf?: string;
  /** What a finding about the policy says; its value is the same in English. */
  readonly notice?: Phrase;
  /** What `approved.sources` would have to name: set when it belongs to no vendor of the catalog. */
  readonly unlisted?: string;
  /** Evidence ids, the ones that decide the severity first. */
  readonly evidence: readonly string[];
  /** From the value to the policy layer that decided: why this is shown. */
  readonly trace: readonly TraceStep[];
  /** Where the value comes from, when it is not written at the reference itself. */
  readonly trail: readonly TrailStep[];
  /** Where the literal stands that a fix would edit. */
  readonly origin?: Location;
  /** For a package that only a lockfile has: the direct dependency first, the package last. */
  readonly via: readonly string[];
  readonly occurrences: readonly Occurrence[];
  /** Stable across line moves: see `fingerprint` in the engine. */
  readonly fingerprint: string;
  readonly structuralPath: readonly string[];
  /** Present when a comment, an exception or a baseline silences the finding. */
  readonly suppression?: Suppression;
}

/** What a finding is about: a reference, or the policy itself. */
export type FindingKind = ReferenceKind | NoticeKind;

/** A comment or an exception that should silence a finding, or a repository's attempt to weaken its organisation's policy. */
export type NoticeKind = 'suppression' | 'exception' | 'override';

/** Whether the finding is about the policy itself: it has no vendor, and its value ends a sentence about it. */
export function isNotice(finding: Finding): finding is Finding & { readonly kind: NoticeKind } {
  return finding.kind === 'suppression' || finding.kind === 'exception' || finding.kind === 'override';
}

/** Another place of the same cause. */
export interface Occurrence extends Location {
  readonly value: string;
  readonly kind: ReferenceKind;
  /** Where the literal stands that gives the value. */
  readonly origin?: Location;
}

/** One reason in the chain value → variable → indicator → evidence → rule → policy layer. */
export type TraceStep =
  | { readonly step: 'value'; readonly name: string; readonly path: string; readonly span: Span }
  /** A lockfile that does not say who depends on whom, so that nothing says what brings the package in. */
  | { readonly step: 'lockfile'; readonly path: string }
  | { readonly step: 'indicator'; readonly indicator: string; readonly vendor: string }
  | {
      readonly step: 'region';
      readonly region: string;
      readonly location: string;
      readonly operator?: string;
    }
  | {
      readonly step: 'evidence';
      readonly evidence: string;
      readonly effect: string;
      readonly severity: Severity;
    }
  | { readonly step: 'rule'; readonly rule: string; readonly ruleset: string; readonly severity: Severity };

export interface Suppression {
  readonly by: 'comment' | 'exception' | 'baseline';
  readonly reason?: string;
  readonly until?: string;
}

/** A reference as `inventory` lists it: flagged or not. */
export interface InventoryEntry {
  readonly kind: ReferenceKind;
  readonly value: string;
  readonly purl?: string;
  readonly name?: string;
  readonly version?: string;
  readonly path: string;
  readonly span: Span;
  readonly format: string;
  readonly provider?: string;
  readonly state: ReferenceState;
  /** Why it is unmatched or unresolved. */
  readonly reason?: ReferenceReason;
  readonly vendor?: string;
}

/** Why a reference belongs to no vendor of the catalog, or what it says cannot be told. */
export type ReferenceReason = UnmatchedReason | 'not-built' | UnknownReason | 'too-slow';

/** Every reference ends in exactly one of these, and the counts add up. */
export type ReferenceState = 'matched' | 'unmatched' | 'unresolved';

export interface ScanStats {
  readonly files: {
    readonly discovered: number;
    readonly classified: number;
    /** Classified files that the prefilter let through. */
    readonly prefiltered: number;
    readonly parsed: number;
  };
  readonly references: {
    readonly matched: number;
    readonly unmatched: number;
    readonly unresolved: number;
  };
}
