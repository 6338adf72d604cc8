import type { DependencyGraph } from '../../../model/extraction.ts';
import { dirname, joinInside } from '../../../text/path.ts';

/** A package of a lockfile and the nodes that it requires. */
export interface LockNode {
  readonly node: string;
  readonly name: string;
  readonly requires: readonly string[];
}

/**
 * The graph of a lockfile that does not say what the project asks for: that must be what nobody requires; and where
 * packages only require each other, the first of them.
 */
export function guessedGraph(packages: readonly LockNode[], manifest: string): DependencyGraph {
  const edges = new Map<string, readonly string[]>();
  for (const { node, requires } of packages) edges.set(node, requires);
  const required = new Set(packages.flatMap(({ node, requires }) => requires.filter(each => each !== node)));
  const direct = packages.map(({ node }) => node).filter(node => !required.has(node));
  const reached = new Set<string>();
  for (const node of direct) addReachable(node, edges, reached);
  for (const { node } of packages) {
    if (reached.has(node)) continue;
    direct.push(node);
    addReachable(node, edges, reached);
  }
  edges.set('', direct);
  return { edges, names: namesOf(packages), roots: new Map([['', manifest]]), rootsAreGuessed: true };
}

/**
 * The graph of a lockfile for one project; nodes that are required but not locked are left out.
 * @param manifest the manifest's name in the lockfile's folder.
 * @param direct what the project asks for; `undefined` when the lockfile does not say.
 */
export function lockGraph(
  path: string,
  manifest: string,
  locked: readonly LockNode[],
  direct: readonly string[] | undefined,
): DependencyGraph {
  const root = joinInside(dirname(path), manifest) ?? manifest;
  const nodes = knownNodes(locked);
  if (!direct) return guessedGraph(nodes, root);
  const known = new Set(nodes.map(({ node }) => node));
  return statedGraph(
    [...nodes, { node: '', name: '', requires: direct.filter(node => known.has(node)) }],
    new Map([['', root]]),
  );
}

/** Each node once, with those of its requirements that are nodes. */
function knownNodes(locked: readonly LockNode[]): LockNode[] {
  const requires = new Map<string, string[]>(locked.map(({ node }) => [node, []]));
  for (const each of locked)
    requires.get(each.node)?.push(...each.requires.filter(node => requires.has(node)));
  const names = new Map(locked.map(({ node, name }) => [node, name]));
  return [...requires].map(([node, required]) => ({
    node,
    name: names.get(node) ?? node,
    requires: required,
  }));
}

/** The graph of a lockfile whose projects are among its nodes: by node, the path of each one's manifest. */
export function statedGraph(
  packages: readonly LockNode[],
  roots: ReadonlyMap<string, string>,
): DependencyGraph {
  return {
    edges: new Map(packages.map(({ node, requires }) => [node, requires])),
    names: namesOf(packages),
    roots,
  };
}

/** Finds nodes by their names; several versions of a package have one name. */
export class NodeNames {
  private readonly byName = new Map<string, string[]>();

  add(name: string, node: string): void {
    const nodes = this.byName.get(name);
    if (!nodes) this.byName.set(name, [node]);
    else if (nodes.length < MOST_OF_ONE_NAME) nodes.push(node);
  }

  find(name: string): readonly string[] {
    return this.byName.get(name) ?? [];
  }
}

/** Keeps the edges of a hostile lockfile few. */
const MOST_OF_ONE_NAME = 20;

function namesOf(packages: readonly LockNode[]): Map<string, string> {
  return new Map(packages.map(({ node, name }) => [node, name]));
}

/** Adds `start` and all that can be reached from it to `reached`; what is there already is not gone through again. */
export function addReachable(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  reached: Set<string>,
): void {
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    for (const next of edges.get(node) ?? []) waiting.push(next);
  }
}
