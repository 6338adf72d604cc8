import type { TreeEntry, TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { childOf } from '../../parsers/tree.ts';

/** The entries of a map; none for anything else. */
export function entriesOf(node: TreeNode | undefined): readonly TreeEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The items of a list; none for anything else. */
export function itemsOf(node: TreeNode | undefined): readonly TreeNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** A string; nothing for anything else. */
export function stringOf(node: TreeNode | undefined): TreeScalar | undefined {
  return node?.kind === 'scalar' && node.type === 'string' ? node : undefined;
}

/** The string at `key`. */
export function stringAt(node: TreeNode | undefined, key: string): TreeScalar | undefined {
  return stringOf(childOf(node, key));
}

/** The scalar at `key`, of any type: YAML and TOML have versions that are numbers. */
export function scalarAt(node: TreeNode | undefined, key: string): TreeScalar | undefined {
  const child = childOf(node, key);
  return child?.kind === 'scalar' && child.type !== 'null' ? child : undefined;
}

/** A string, or the strings of a list. */
export function stringsOf(node: TreeNode | undefined): readonly TreeScalar[] {
  const single = stringOf(node);
  return single ? [single] : itemsOf(node).flatMap(item => stringOf(item) ?? []);
}

/** The node that a chain of keys leads to. */
export function nodeAt(node: TreeNode | undefined, ...keys: readonly string[]): TreeNode | undefined {
  let at = node;
  for (const key of keys) at = childOf(at, key);
  return at;
}
