import type { Problem } from '../../model/problem.ts';
import type { Span } from '../../text/span.ts';
import type { PlacedText } from '../placed-text.ts';

/** An expression of Bicep, or of an ARM template, whose functions are the same. */
export type BicepExpression =
  | BicepString
  | BicepObject
  | BicepName
  | BicepCall
  /** An element: `object.key`, `object[key]`; keys of nested resources too. */
  | {
      readonly type: 'member';
      readonly object: BicepExpression;
      readonly key: BicepExpression;
      readonly span: Span;
    }
  /** Any one of the options: `a ? b : c`, `a ?? b`. */
  | { readonly type: 'choice'; readonly options: readonly BicepExpression[]; readonly span: Span }
  | { readonly type: 'list'; readonly items: readonly BicepExpression[]; readonly span: Span }
  | BicepLoop
  /** Numbers, comparisons, lambdas, and what is only half typed. */
  | { readonly type: 'other'; readonly parts: readonly BicepExpression[]; readonly span: Span };

export interface BicepString {
  readonly type: 'string';
  readonly parts: readonly BicepStringPart[];
  /** Without quotes. */
  readonly span: Span;
}

export type BicepStringPart =
  | { readonly type: 'text'; readonly text: PlacedText }
  /** With `${` and `}`. */
  | { readonly type: 'expression'; readonly expression: BicepExpression; readonly span: Span };

export interface BicepName {
  readonly type: 'name';
  readonly name: string;
  readonly span: Span;
}

export interface BicepCall {
  readonly type: 'call';
  /** The function's, without namespace and without what it is a method of. */
  readonly name: string;
  readonly arguments: readonly BicepExpression[];
  readonly span: Span;
}

export interface BicepObject {
  readonly type: 'object';
  readonly entries: readonly BicepEntry[];
  /** Resources that are declared inside of a resource. */
  readonly resources: readonly BicepDeclaration[];
  readonly span: Span;
}

export interface BicepEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: BicepExpression;
}

/** `[for item in items: body]` */
export interface BicepLoop {
  readonly type: 'loop';
  /** The item's name. */
  readonly variable: string;
  readonly items: BicepExpression;
  readonly body: BicepExpression;
  readonly span: Span;
}

/** A statement: `param zone string = 'a'`, `resource web 'Microsoft.Web/sites@2024-04-01' = { … }`. */
export interface BicepDeclaration {
  /** The first word. */
  readonly keyword: string;
  /** Absent for `using` and `targetScope`. */
  readonly name?: BicepName;
  /** The type of a resource, the path of a module or of what is used. */
  readonly target?: BicepString;
  /** `resource web '…' existing` */
  readonly isExisting: boolean;
  readonly value?: BicepExpression;
  /** The calls behind `@` that stand before it. */
  readonly decorators: readonly BicepCall[];
  readonly span: Span;
}

export interface BicepFile {
  readonly declarations: readonly BicepDeclaration[];
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}
