import * as v from 'valibot';
import type { MessageKey } from '../words/keys.ts';
import { DaySchema, IdSchema } from './vocabulary.ts';

/**
 * The data by which a Terraform module moves from one provider to another: mapping tables, and for what they write an
 * extract of the target providers' published schemas.
 */

const text = v.pipe(v.string(), v.nonEmpty('data.no-text' satisfies MessageKey));
const texts = v.record(text, v.string());
const sourced = { source: text, date: DaySchema };

/**
 * Where an argument goes. A path names an attribute, what is in nested blocks (`root_block_device.volume_size`), a key
 * of a map (`tags.Name`), or begins with the type of a companion (`aws_s3_bucket_acl.acl`).
 */
const rule = {
  /** A path; for a block with `block` the block that is written for each one of it. */
  to: v.optional(text),
  /** Literals that are written otherwise. Without an entry a literal is not moved. */
  values: v.optional(texts),
  /** By regular expression over the whole literal: expressions by path, with `$1` for groups. */
  patterns: v.optional(v.array(v.strictObject({ match: text, write: texts }))),
  /** What is written for a value that is no literal, by path; `{value}` stands for it. */
  otherwise: v.optional(texts),
  /** How the value is written: `[{value}]`. */
  as: v.optional(text),
  /** References of the value end with this attribute instead of the id: `name`. */
  refer: v.optional(text),
  /** The value is a region. */
  region: v.optional(v.boolean()),
  /** The value is a zone of a region. */
  zone: v.optional(v.boolean()),
  /** A person must compare the value, and why. */
  check: v.optional(text),
};

const MoveSchema = v.strictObject({
  ...rule,
  /**
   * What is in a block: a path relative to `to` by the name of the argument (`expiration.days`). Without `to` it goes to
   * the resource itself.
   */
  block: v.optional(v.record(text, v.union([text, v.strictObject(rule)]))),
});
export type Move = v.InferOutput<typeof MoveSchema>;
const MovesSchema = v.record(text, v.union([text, MoveSchema]));

/** A further resource, written when an argument goes to it. In texts `{self}` is the address of the moved resource. */
const CompanionSchema = v.strictObject({
  /** Expressions by path. */
  set: v.optional(texts, {}),
  /** What the moved resource says of it; `{companion}` is the companion's address. */
  refer: v.optional(texts, {}),
  /** It is written even when nothing goes to it. */
  always: v.optional(v.boolean()),
});

const TargetResourceSchema = v.strictObject({
  /** The type it becomes; absent when `byValue` says so or it is omitted. */
  type: v.optional(text),
  /** The type depends on the literal of an argument. */
  byValue: v.optional(v.strictObject({ argument: text, types: texts })),
  /** The target needs nothing like it, and why: it is taken out where nothing else uses it. */
  omit: v.optional(text),
  /** It cannot be moved one to one: what a person writes instead. */
  instead: v.optional(text),
  arguments: v.optional(MovesSchema, {}),
  /** Arguments that narrow what it allows: where one of them is written and cannot be moved, the resource stays. */
  essential: v.optional(v.array(text), []),
  /** Exported attributes: `zones.id` with indices left out; `[]` is where they go in what is written. */
  attributes: v.optional(texts, {}),
  /** Expressions by path, written where the module says nothing of its own. `{line}`: see `defaults`. */
  set: v.optional(texts, {}),
  companions: v.optional(v.record(text, CompanionSchema), {}),
  /** Arguments that only this target has no place for, and why. */
  unmapped: v.optional(texts, {}),
  /** What a person must know of it, in one phrase. */
  note: v.optional(text),
});
export type TargetResource = v.InferOutput<typeof TargetResourceSchema>;

const ResourceMappingSchema = v.strictObject({
  /** The type and its older names; a data source as `data.type`. */
  types: v.pipe(v.array(text), v.minLength(1)),
  /** Arguments that no target has a place for, and why. */
  unmapped: v.optional(texts, {}),
  /** By local name of the target provider. */
  targets: v.record(text, TargetResourceSchema),
  ...sourced,
});
export type ResourceMapping = v.InferOutput<typeof ResourceMappingSchema>;

const SettingsSchema = v.strictObject({
  /** The name of a backend's type. */
  type: text,
  arguments: v.optional(MovesSchema, {}),
  unmapped: v.optional(texts, {}),
  ...sourced,
});
export type SettingsMapping = v.InferOutput<typeof SettingsSchema>;

const TargetProviderSchema = v.strictObject({
  vendor: IdSchema,
  /** Also what its resource types begin with. */
  localName: text,
  address: text,
  version: text,
  arguments: v.optional(MovesSchema, {}),
  unmapped: v.optional(texts, {}),
  /** Nested blocks that its configuration must have. */
  blocks: v.optional(v.array(text), []),
  /** How a zone is made from `{region}` and `{letter}` (`a`, `b`, …) or `{number}`. */
  zone: text,
  /** Expressions for arguments that many resources require, written where the module says nothing of its own. */
  defaults: v.optional(texts, {}),
  /** What each module needs once when a default is used; `{region}` is the new region. */
  once: v.optional(v.array(text), []),
  backends: v.optional(v.record(text, SettingsSchema), {}),
  ...sourced,
});
export type TargetProvider = v.InferOutput<typeof TargetProviderSchema>;

export const MappingFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  vendor: IdSchema,
  /** Also what its resource types begin with. */
  localName: text,
  /** Source addresses without the public registry's host. */
  addresses: v.pipe(v.array(text), v.minLength(1)),
  targets: v.pipe(v.array(TargetProviderSchema), v.minLength(1)),
  resources: v.array(ResourceMappingSchema),
});
export type Mapping = v.InferOutput<typeof MappingFileSchema>;

const ArgumentTypeSchema = v.picklist(['string', 'number', 'bool', 'list', 'map']);
export type ArgumentType = v.InferOutput<typeof ArgumentTypeSchema>;

/** What may stand in a block of the target. */
export interface BlockSchema {
  readonly isRequired?: boolean | undefined;
  readonly required?: Readonly<Record<string, ArgumentType>> | undefined;
  readonly optional?: Readonly<Record<string, ArgumentType>> | undefined;
  readonly blocks?: Readonly<Record<string, BlockSchema>> | undefined;
  /** Attributes that only the provider sets. */
  readonly computed?: readonly string[] | undefined;
}

const BlockSchemaSchema: v.GenericSchema<BlockSchema> = v.strictObject({
  isRequired: v.optional(v.boolean()),
  required: v.optional(v.record(text, ArgumentTypeSchema)),
  optional: v.optional(v.record(text, ArgumentTypeSchema)),
  blocks: v.optional(
    v.record(
      text,
      v.lazy(() => BlockSchemaSchema),
    ),
  ),
  computed: v.optional(v.array(text)),
});

export const ProviderSchemaFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  localName: text,
  /** The version that the extract was made from. */
  version: text,
  ...sourced,
  /** What `import` takes as id, by type, with placeholders in braces. */
  imports: v.optional(v.strictObject({ ids: texts, ...sourced })),
  provider: BlockSchemaSchema,
  backends: v.record(text, BlockSchemaSchema),
  /** A data source as `data.type`. */
  resources: v.record(text, BlockSchemaSchema),
});
export type ProviderSchema = v.InferOutput<typeof ProviderSchemaFileSchema>;

/** All of it: what a migration is made from. */
export interface Migrations {
  readonly mappings: readonly Mapping[];
  /** By local name. */
  readonly schemas: Readonly<Record<string, ProviderSchema>>;
}
