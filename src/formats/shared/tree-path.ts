import type { TreeNode } from '../../parsers/tree.ts';
import { childOf } from '../../parsers/tree.ts';

/** A place in a tree, as a chain from the inside out: cheap while walking, spelled out only where something is found. */
export interface TreePath {
  readonly segment: string;
  readonly parent?: TreePath;
}

/** The path one step further in. */
export function inside(parent: TreePath | undefined, segment: string): TreePath {
  return parent ? { segment, parent } : { segment };
}

/** The segments from the outside in. */
export function segmentsOf(path: TreePath | undefined): string[] {
  let length = 0;
  for (let step = path; step; step = step.parent) length++;
  // Every reference has such a list: one that grows takes twice as much as it holds.
  const segments = new Array<string>(length);
  for (let step = path; step; step = step.parent) segments[--length] = step.segment;
  return segments;
}

/** What a list's item is called: its name, so that it stays the same when others are added, else its number. */
export function itemSegment(item: TreeNode, index: number): string {
  for (const key of NAMING_KEYS) {
    const name = childOf(item, key);
    if (name?.kind === 'scalar' && name.text !== '') return name.text;
  }
  return String(index);
}

const NAMING_KEYS = ['name', 'key', 'id'];
