import type { DependencyGraph } from '../../model/extraction.ts';
import { dirname, joinInside } from '../../text/path.ts';

/** A package in a lockfile, with the nodes that it requires; nodes that the file does not have are left out. */
export interface LockedNode {
  readonly node: string;
  readonly name: string;
  readonly requires: readonly string[];
}

/**
 * The graph of a lockfile for one project.
 * @param manifest the manifest's name in the lockfile's folder.
 * @param direct what the project asks for; `undefined` when the lockfile does not say.
 */
export function lockGraph(
  path: string,
  manifest: string,
  locked: readonly LockedNode[],
  direct: readonly string[] | undefined,
): DependencyGraph {
  const known = new Set(locked.map(each => each.node));
  const edges = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  for (const { node, name, requires } of locked) {
    const found = requires.filter(each => known.has(each));
    edges.set(node, [...(edges.get(node) ?? []), ...found]);
    names.set(node, name);
  }
  const roots = new Map([['', joinInside(dirname(path), manifest) ?? manifest]]);
  edges.set('', direct?.filter(each => known.has(each)) ?? unrequired(known, edges));
  return direct ? { edges, names, roots } : { edges, names, roots, rootsAreGuessed: true };
}

/** What nobody requires must have been asked for. */
function unrequired(known: ReadonlySet<string>, edges: ReadonlyMap<string, readonly string[]>): string[] {
  const required = new Set([...edges.values()].flat());
  return [...known].filter(node => !required.has(node));
}
