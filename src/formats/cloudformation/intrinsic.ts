import type { TreeNode } from '../../parsers/tree.ts';
import type { Span } from '../../text/span.ts';

/** A function of the template language where it is called. */
export interface Intrinsic {
  /** Without `Fn::` or `!`. */
  readonly name: string;
  readonly argument: TreeNode | undefined;
  /** Of the call. */
  readonly span: Span;
}

/**
 * The function that a node calls: `!Sub …`, or `{ "Fn::Sub": … }`
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
 */
export function intrinsicOf(node: TreeNode): Intrinsic | undefined {
  if (node.tag !== undefined) {
    const { tag, ...argument } = node;
    return { name: tag.slice(1), argument, span: node.span };
  }
  const [only, ...more] = node.kind === 'map' ? node.entries : [];
  if (!only || more.length > 0) return undefined;
  if (only.key !== 'Ref' && !only.key.startsWith('Fn::')) return undefined;
  return {
    name: only.key.replace(/^Fn::/, ''),
    argument: only.value,
    span: only.value?.span ?? only.keySpan,
  };
}
