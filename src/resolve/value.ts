import type { TrailStep, UnknownReason } from '../model/expression.ts';
import type { Location } from '../text/span.ts';

/** A value while it is computed: a text, or a collection whose items are themselves sets of values. */
export type Value = TextValue | CollectionValue;

export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  readonly trail: readonly TrailStep[];
  readonly origin?: Location;
  /** It is one entry of a table or one branch of several, and the files do not tell which is taken. */
  readonly isOpen?: true;
  /** Whoever runs it may give another value. */
  readonly isDefault?: true;
}

export interface CollectionValue {
  readonly kind: 'collection';
  readonly items: readonly { readonly key?: string; readonly values: ValueSet }[];
  readonly trail: readonly TrailStep[];
  readonly isOpen?: true;
  readonly isDefault?: true;
}

/** All that an expression can be. `unknown` says that it may also be something that the files do not tell. */
export interface ValueSet {
  readonly values: readonly Value[];
  readonly unknown?: UnknownReason;
}

/** In UTF-16 code units: several times the longest name. What stands where it is used may be longer. */
export const MAX_LENGTH = 16_384;

/** A set of more values than this is of no use to a reader. */
export const MAX_VALUES = 64;

export function unknownSet(reason: UnknownReason): ValueSet {
  return { values: [], unknown: reason };
}

/** The union of several sets, cut at `MAX_VALUES`. */
export function unionOf(sets: readonly ValueSet[]): ValueSet {
  const values: Value[] = [];
  let unknown: UnknownReason | undefined;
  for (const set of sets) {
    unknown ??= set.unknown;
    for (const value of set.values) {
      if (values.length >= MAX_VALUES) return { values, unknown: unknown ?? 'too-many-values' };
      values.push(value);
    }
  }
  return unknown === undefined ? { values } : { values, unknown };
}
