import { type InterpolatedText, withoutVariables } from '../../parsers/interpolation.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';

/** The node, if it is a string. */
export function stringNode(node: TreeNode | undefined): TreeScalar | undefined {
  return node?.kind === 'scalar' && node.type === 'string' ? node : undefined;
}

/** The string under `key`. */
export function stringChild(node: TreeNode | undefined, key: string): TreeScalar | undefined {
  return stringNode(childOf(node, key));
}

/** The scalar under `key`, of any type: YAML and TOML have versions that are numbers. */
export function scalarChild(node: TreeNode | undefined, key: string): TreeScalar | undefined {
  const child = childOf(node, key);
  return child?.kind === 'scalar' && child.type !== 'null' ? child : undefined;
}

/** A string without variables. */
export function plainText(scalar: TreeScalar): InterpolatedText {
  return withoutVariables(scalar);
}

/** The entries of a map; none of anything else. */
export function entriesIn(node: TreeNode | undefined): readonly TreeEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The items of a list; none of anything else. */
export function itemsIn(node: TreeNode | undefined): readonly TreeNode[] {
  return node?.kind === 'list' ? node.items : [];
}
