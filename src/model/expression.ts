import type { Location, Span } from '../text/span.ts';

/**
 * What a file says a value is, in one small language for all formats: extractors write it,
 * `resolve/` evaluates it. Spans are in the file that holds the expression.
 */
export type Expression =
  | { readonly type: 'literal'; readonly value: string; readonly span: Span }
  /** The parts' values joined, as in `"oss-${var.region}.aliyuncs.com"`. */
  | { readonly type: 'template'; readonly parts: readonly Expression[]; readonly span: Span }
  /** A name to look up in the scope; `fallback` is what it is when nothing defines it (`${TAG:-latest}`). */
  | { readonly type: 'variable'; readonly name: string; readonly span: Span; readonly fallback?: Expression }
  /**
   * Any one of the options: a conditional, a `coalesce`, a matrix. Of a conditional it is the first whose condition
   * holds, or one of those behind the last condition.
   */
  | {
      readonly type: 'choice';
      readonly options: readonly Expression[];
      readonly conditions?: readonly Expression[];
      readonly span: Span;
    }
  /** A list (items without key) or an object (items with key). */
  | { readonly type: 'collection'; readonly items: readonly CollectionItem[]; readonly span: Span }
  /** An element of a collection: `object.key` or `object[key]`. */
  | { readonly type: 'member'; readonly object: Expression; readonly key: Expression; readonly span: Span }
  /** A function of the file's language; `resolve/functions.ts` knows the pure ones. */
  | {
      readonly type: 'call';
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  | { readonly type: 'unknown'; readonly reason: UnknownReason; readonly span: Span };

export interface CollectionItem {
  /** Absent in a list; `UNKNOWN_PART` when the key is computed, and so could be any. */
  readonly key?: string;
  /** The key's token, without quotes. */
  readonly keySpan?: Span;
  readonly value: Expression;
}

/** Why a value cannot be known from the files. */
export type UnknownReason =
  /** Nothing in the scope defines the name. */
  | 'not-defined'
  /** Declared, but the value is given when the tool runs. */
  | 'set-at-run-time'
  /** An attribute that exists only after the provider has answered (`alicloud_vpc.main.id`). */
  | 'computed-by-provider'
  | 'unsupported-function'
  | 'unsupported-expression'
  | 'syntax-error'
  | 'cycle'
  | 'too-many-values';

/** One step from a use to the literal that gives its value. */
export interface TrailStep extends Location {
  /** What stands there, as the file's language names it: `var.region`, `module.network`, `.env`. */
  readonly name: string;
}

/** One value that an expression can take. */
export interface ResolvedValue {
  /** The text; where part of it is unknown, `UNKNOWN_PART` stands for that part. */
  readonly value: string;
  /** From the first definition looked at to the literal; empty when the use is the literal. */
  readonly trail: readonly TrailStep[];
  /** Where the literal stands, when the value is one whole literal: what a fix edits. */
  readonly origin?: Location;
  /** It comes from one entry of a table or one branch of several, and the files do not tell which is taken. */
  readonly isOpen?: true;
}

/** What an expression can be: its known values, and a reason when there may be others. */
export interface Resolution {
  readonly values: readonly ResolvedValue[];
  readonly unknown?: UnknownReason;
}

/** The expressions that an expression directly consists of; what it only asks about is no part of it. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'template':
      return expression.parts;
    case 'choice':
      return expression.options;
    case 'collection':
      return expression.items.map(item => item.value);
    case 'member':
      return [expression.object, expression.key];
    case 'call':
      return expression.arguments;
    case 'variable':
      return expression.fallback ? [expression.fallback] : [];
    default:
      return [];
  }
}

/** The same with what it asks about. */
export function allPartsOf(expression: Expression): readonly Expression[] {
  const parts = partsOf(expression);
  return expression.type === 'choice' && expression.conditions ? [...parts, ...expression.conditions] : parts;
}

export { UNKNOWN_PART } from '../text/unknown-part.ts';
