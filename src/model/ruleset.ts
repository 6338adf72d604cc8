import * as v from 'valibot';
import type { Location } from '../text/span.ts';
import type { MessageKey } from '../words/keys.ts';
import type { Phrase } from '../words/phrase.ts';
import { OwnVendorSchema, type Vendor } from './catalog.ts';
import {
  AudienceSchema,
  ConcernSchema,
  CountrySchema,
  DataRoleSchema,
  DaySchema,
  IdSchema,
  ReferenceKindSchema,
  RelationshipSchema,
  SeveritySchema,
} from './vocabulary.ts';

const text = v.pipe(v.string(), v.nonEmpty('data.no-text' satisfies MessageKey));
const nonEmptyList = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1, 'data.none-named' satisfies MessageKey));

/** All present conditions must hold; within one condition any of the listed values is enough. */
const ConditionSchema = v.pipe(
  v.strictObject({
    vendors: v.optional(nonEmptyList(IdSchema)),
    jurisdictions: v.optional(nonEmptyList(CountrySchema)),
    /** Any country but these. */
    jurisdictionsExcept: v.optional(nonEmptyList(CountrySchema)),
    locations: v.optional(nonEmptyList(CountrySchema)),
    /** Any country but these; a place that is not known is none of them. */
    locationsExcept: v.optional(nonEmptyList(CountrySchema)),
    regions: v.optional(nonEmptyList(text)),
    operators: v.optional(nonEmptyList(text)),
    relationships: v.optional(nonEmptyList(RelationshipSchema)),
    concerns: v.optional(nonEmptyList(ConcernSchema)),
    kinds: v.optional(nonEmptyList(ReferenceKindSchema)),
    roles: v.optional(nonEmptyList(DataRoleSchema)),
    paths: v.optional(nonEmptyList(text)),
    /**
     * `false`: holds for a vendor or region that `approved` does not name, and for a provider, image, registry, chart,
     * module or action that belongs to no vendor of the catalog and that `approved.sources` does not name.
     */
    approved: v.optional(v.boolean()),
  }),
  v.check(condition => Object.keys(condition).length > 0, 'data.no-condition' satisfies MessageKey),
);
export type Condition = v.InferOutput<typeof ConditionSchema>;

const RuleSchema = v.strictObject({
  id: IdSchema,
  description: v.optional(text),
  when: ConditionSchema,
  /**
   * A fixed severity; `by-evidence` takes it from effect × audience × data role; `off` flags nothing.
   */
  severity: v.optional(v.union([SeveritySchema, v.picklist(['by-evidence', 'off'])]), 'by-evidence'),
  /** What `by-evidence` gives at least. */
  atLeast: v.optional(SeveritySchema),
  /** A lower layer cannot change or remove it. */
  locked: v.optional(v.boolean(), false),
});
export type Rule = v.InferOutput<typeof RuleSchema>;

const PresetSchema = v.picklist(['baseline', 'strict', 'watch']);
export type Preset = v.InferOutput<typeof PresetSchema>;

/** `https://npm.acme.example/`, `registry.acme.example:5000/team`: fixes write it into files. */
const registry = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/)?[\w.-]+(?::\d+)?(?:\/[^\s"'\\]*)?$/, 'data.no-registry' satisfies MessageKey),
);

const ApprovedSchema = v.strictObject({
  vendors: v.optional(v.array(IdSchema)),
  /**
   * By vendor id: region ids, best first; `*` is any run of characters. Rules about places leave alone what is named by
   * its id, not what a pattern takes in.
   */
  regions: v.optional(v.record(IdSchema, v.array(text))),
  /** By ecosystem (`npm`, `pypi`, `docker`, `maven`, …): the registry's URL or host. */
  registries: v.optional(v.record(IdSchema, registry)),
  /**
   * What may be used although it belongs to no vendor of the catalog: provider addresses (`hashicorp/random`), hosts and
   * paths of registries, charts and modules (`ghcr.io/acme`), owners of actions (`actions`). A name stands for itself and
   * all below it; `*` is any run of characters within a segment.
   */
  sources: v.optional(v.array(text)),
  /** Vendor ids, best first: what a fix offers first. */
  prefer: v.optional(v.array(IdSchema)),
});

const ReplacementSchema = v.strictObject({
  /** A package URL without version, a host, an image prefix or a region id. */
  from: text,
  to: text,
  note: v.optional(text),
});

const ExceptionSchema = v.strictObject({
  /** A rule id or a vendor id. */
  match: IdSchema,
  /** For which files: globs from the folder of a repository's ruleset, else from the repository's top; `**` for all. */
  paths: nonEmptyList(text),
  reason: text,
  approvedBy: text,
  ticket: v.optional(text),
  /** The last day on which it holds. */
  expires: DaySchema,
});
export type Exception = v.InferOutput<typeof ExceptionSchema>;

/** A snippet, and what rules must find in it: `ruleset test` runs them. */
const RulesetTestSchema = v.strictObject({
  name: v.optional(text),
  /** The rule that the test is about: findings of others do not count. Without it all count. */
  rule: v.optional(IdSchema),
  /** The path that the snippet has, which decides what kind of file it is: `main.tf`, `Dockerfile`. */
  file: text,
  /** The snippet, whole or line by line. */
  text: v.union([v.string(), v.array(v.string())]),
  /** What must be found, and nothing else; empty when nothing may be. */
  finds: v.array(
    v.strictObject({
      severity: SeveritySchema,
      value: v.optional(text),
      vendor: v.optional(IdSchema),
      /** 1-based. */
      line: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
});
export type RulesetTest = v.InferOutput<typeof RulesetTestSchema>;

export const SuppressionsSchema = v.picklist(['allow', 'require-reason', 'forbid']);
type SuppressionPolicy = v.InferOutput<typeof SuppressionsSchema>;

export const RulesetSchema = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.optional(text),
  /** Numbers joined by dots. A ruleset from the network must not come with a lower one than before. */
  version: v.optional(v.pipe(v.string(), v.regex(/^\d+(\.\d+)*$/, 'data.no-version' satisfies MessageKey))),
  /** The last day on which it may be used. */
  expires: v.optional(DaySchema),
  /**
   * What it stands on: a bundled ruleset (`vendor-diligence:baseline`), a file (`./base.jsonc`), an npm package
   * (`npm:@acme/policy`), or an address with what proves the content (`https://…#sha256=…`, `https://…#key=…`).
   */
  extends: v.optional(v.array(text)),
  audience: v.optional(v.array(AudienceSchema)),
  preset: v.optional(PresetSchema),
  approved: v.optional(ApprovedSchema),
  rules: v.optional(v.array(RuleSchema)),
  replacements: v.optional(v.array(ReplacementSchema)),
  suppressions: v.optional(SuppressionsSchema),
  exceptions: v.optional(v.array(ExceptionSchema)),
  /** Whether repositories may grant themselves exceptions from an organisation's ruleset. */
  repositoryExceptions: v.optional(v.picklist(['allow', 'forbid'])),
  /** Vendors that the catalog does not have. Where the catalog knows a name, it decides. */
  vendors: v.optional(v.array(OwnVendorSchema)),
  tests: v.optional(v.array(RulesetTestSchema)),
});
/** One ruleset file, as written. */
export type RulesetFile = v.InferOutput<typeof RulesetSchema>;

/** Whose a ruleset is: what a repository says cannot weaken what its organisation locks. */
export type Rank = 'organisation' | 'repository';

/** Where the globs of paths in a ruleset start. */
interface GlobStart {
  /** What leads from there to the scanned root: `infra/`, with a `/` at its end. Absent where they start at the root. */
  readonly pathPrefix?: string;
}

/** An exception and where it is granted. */
export interface EffectiveException extends Exception, GlobStart {
  readonly rank: Rank;
  /** Where the ruleset grants it; absent for a ruleset that comes with the product. */
  readonly place?: Location;
}

/** An attempt of a repository to weaken what its organisation says. */
export interface Refusal {
  readonly place: Location;
  /** What was refused, and why. */
  readonly detail: Phrase;
}

/** What the level may not fall below, whatever the rules say. */
interface Floor {
  readonly ruleset: Ruleset;
  /** Only what its locked rules decide counts. */
  readonly lockedOnly: boolean;
}

/** A rule and the ruleset that it came from. */
export interface EffectiveRule extends Rule, GlobStart {
  readonly layer: string;
}

/** All layers merged: what `evaluate` uses. */
export interface Ruleset {
  readonly name: string;
  readonly version?: string;
  readonly audience: readonly v.InferOutput<typeof AudienceSchema>[];
  readonly preset: Preset;
  readonly approved: {
    readonly vendors: readonly string[];
    readonly regions: Readonly<Record<string, readonly string[]>>;
    readonly registries: Readonly<Record<string, string>>;
    readonly sources: readonly string[];
    readonly prefer: readonly string[];
  };
  /** In order; the first that holds decides. */
  readonly rules: readonly EffectiveRule[];
  readonly replacements: readonly v.InferOutput<typeof ReplacementSchema>[];
  readonly suppressions: SuppressionPolicy;
  readonly exceptions: readonly EffectiveException[];
  readonly repositoryExceptions?: 'allow' | 'forbid';
  readonly vendors?: readonly Vendor[];
  readonly floors?: readonly Floor[];
  readonly refusals?: readonly Refusal[];
}
