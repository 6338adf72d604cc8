import type { Expression } from '../../model/expression.ts';
import type { Problem } from '../../model/problem.ts';
import type { Span } from '../../text/span.ts';

/**
 * A file in HCL's native syntax (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md) or in its JSON
 * syntax (https://github.com/hashicorp/hcl/blob/main/json/spec.md), as far as it could be read.
 */
export interface HclFile {
  readonly body: HclBody;
  /** The body once more, in parts that stay the same objects for as long as nobody edits them. */
  readonly parts: readonly HclPart[];
  /** All comments with their delimiters, in the file's order. The JSON syntax has none. */
  readonly comments: readonly Span[];
  /** At most one `syntax-error`: the first. */
  readonly problems: readonly Problem[];
}

/** Some top-level statements. */
export interface HclPart {
  /** With the spans that it had when it was read: it may have moved since. */
  readonly body: HclBody;
  /** What is to be added to its spans. */
  readonly distance: number;
  /** Whether the same body can come again: it stands in a file that is being edited. */
  readonly isKept: boolean;
  /** Whether it keeps nothing of the text that it was read from; nor should what is kept with it. */
  readonly isCopied: boolean;
}

/** What stands between the braces of a block, or in the whole file. */
export interface HclBody {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

/** Nothing. */
export const EMPTY_BODY: HclBody = { attributes: [], blocks: [] };

/** `name = value` */
export interface HclAttribute {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
  readonly span: Span;
}

/** `type "label" { … }` */
export interface HclBlock {
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly HclLabel[];
  readonly body: HclBody;
  readonly span: Span;
}

export interface HclLabel {
  readonly text: string;
  /** Without quotes. */
  readonly span: Span;
}

/** What follows a name or a value: `.name`, `[key]`, `.*` and `[*]`. */
export type TraversalStep =
  | { readonly type: 'attribute'; readonly name: string; readonly span: Span }
  | { readonly type: 'index'; readonly key: Expression; readonly span: Span }
  | { readonly type: 'splat'; readonly span: Span };

/**
 * Says what a name means (`var.region`, `alicloud_vpc.main.id`): HCL itself does not know. `span` is that of the
 * name with all its steps.
 */
export type ReadName = (root: string, steps: readonly TraversalStep[], span: Span) => Expression;

/** The attribute that is called `name`; of several the last, as in an object. */
export function attributeOf(body: HclBody, name: string): HclAttribute | undefined {
  return body.attributes.findLast(attribute => attribute.name === name);
}

/** The blocks of one type, in the file's order. */
export function blocksOf(body: HclBody, type: string): HclBlock[] {
  return body.blocks.filter(block => block.type === type);
}
