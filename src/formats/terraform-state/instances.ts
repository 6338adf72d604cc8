import { childOf, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { type Span, span } from '../../text/span.ts';
import { stringAt, stringOf } from '../shared/tree-access.ts';

/** A resource or data source as a state or plan has it. */
export interface Instance {
  readonly mode: 'resource' | 'data';
  readonly type: TreeScalar;
  readonly name: string;
  /** The address of the module that it is in, without indices; empty for the root. */
  readonly module: string;
  /** The provider's source address, and where it stands. */
  readonly provider?: { readonly text: string; readonly span: Span };
  readonly attributes?: TreeNode;
  /** As `attributes`, with `true` for what is sensitive. */
  readonly sensitive?: TreeNode;
}

/** A resource of `show -json`. */
export function instanceOf(node: TreeNode, module: TreeNode | undefined): Instance | undefined {
  const type = stringAt(node, 'type');
  if (!type || type.text === '') return undefined;
  const provider = stringAt(node, 'provider_name');
  const attributes = childOf(node, 'values');
  const sensitive = childOf(node, 'sensitive_values');
  return {
    mode: modeOf(node),
    type,
    name: stringAt(node, 'name')?.text ?? '',
    module: withoutIndices(stringOf(module)?.text ?? ''),
    ...(provider && { provider: addressIn(provider) }),
    ...(attributes && { attributes }),
    ...(sensitive && { sensitive }),
  };
}

export function modeOf(node: TreeNode): Instance['mode'] {
  return stringAt(node, 'mode')?.text === 'data' ? 'data' : 'resource';
}

/** `module.zones["a"].module.network[0]` is `module.zones.module.network` in the configuration. */
export function withoutIndices(address: string): string {
  return address.replace(/\[(?:"[^"]{0,200}"|[^\]"]{0,200})\]/g, '');
}

/** `registry.terraform.io/aliyun/alicloud`, also as `module.network.provider["registry.terraform.io/aliyun/alicloud"].dns`. */
export function addressIn(scalar: TreeScalar): { readonly text: string; readonly span: Span } {
  const start = scalar.text.indexOf('["');
  const end = scalar.text.indexOf('"]', start);
  if (start < 0 || end < 0) return { text: scalar.text, span: scalar.span };
  const text = scalar.text.slice(start + 2, end);
  // The quotes are escaped in the file.
  const isEscaped = scalar.span.end - scalar.span.start > scalar.text.length;
  const from = scalar.span.start + start + (isEscaped ? 3 : 2);
  return { text, span: span(from, Math.min(from + text.length, scalar.span.end)) };
}
