import type { TreeEntry, TreeNode } from '../tree.ts';

/**
 * The entries of a map with those of its merge keys, each of which is a map or a list of maps. The map's own keys
 * win, then the earlier map (https://yaml.org/type/merge.html).
 */
export function mergeEntries(own: readonly TreeEntry[], merged: readonly TreeNode[]): TreeEntry[] {
  const entries = [...own];
  const taken = new Set(own.map(entry => entry.key));
  for (const source of merged.flatMap(mapsIn)) {
    for (const entry of source) {
      if (!taken.has(entry.key)) entries.push(entry);
    }
    for (const entry of source) taken.add(entry.key);
  }
  return entries;
}

function mapsIn(node: TreeNode): (readonly TreeEntry[])[] {
  if (node.kind === 'map') return [node.entries];
  if (node.kind === 'list') return node.items.flatMap(item => (item.kind === 'map' ? [item.entries] : []));
  return [];
}
