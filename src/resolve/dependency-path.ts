import type { DependencyGraph } from '../model/extraction.ts';

/** How a package came into a project. */
export interface DependencyPath {
  /** The manifest of the project that the path begins in. */
  readonly manifest: string;
  /**
   * From the project's direct dependency to the package itself, both included. In a chain longer than any real one
   * the middle is left out.
   */
  readonly nodes: readonly string[];
  /** The nodes' names, in the same order. */
  readonly names: readonly string[];
}

/**
 * Answers for any node which shortest chain of dependencies leads to it from a project: first from the nearest
 * project, then in the order of the lockfile. The graph is walked once, in time linear in its size.
 * @param declared by manifest, the names that it lists; the nearest manifest first. Used only where the graph's roots
 *   are guessed.
 * @returns `undefined` for a project itself, and for a node that no project reaches.
 */
export function createDependencyPaths(
  graph: DependencyGraph,
  declared: Declared = new Map(),
): (node: string) => DependencyPath | undefined {
  const steps = graph.rootsAreGuessed ? walk(graph, declared) : stepsOf(graph);
  return node => pathTo(node, graph, steps);
}

type Declared = ReadonlyMap<string, Iterable<string>>;

/** Where a node was first reached from. */
interface Step {
  readonly manifest: string;
  /** The direct dependency that the path begins with. */
  readonly direct: string;
  /** Absent for a direct dependency. */
  readonly from?: string;
}

/** A graph that says where projects begin is walked once, however often it is asked about. */
function stepsOf(graph: DependencyGraph): ReadonlyMap<string, Step> {
  const steps = knownSteps.get(graph) ?? walk(graph, new Map());
  knownSteps.set(graph, steps);
  return steps;
}

const knownSteps = new WeakMap<DependencyGraph, ReadonlyMap<string, Step>>();

/** Breadth first from all projects at once, so that the first step to a node is on a shortest path. */
function walk(graph: DependencyGraph, declared: Declared): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  if (graph.rootsAreGuessed) {
    // What manifests say comes first; the guess stands for what cannot be reached from there.
    const nodes = nodesByName(graph);
    for (const [manifest, names] of declared) {
      for (const name of names) reachFrom(manifest, nodes.get(name) ?? [], graph, steps);
    }
    spread(graph, steps);
  }
  for (const [root, manifest] of graph.roots) reachFrom(manifest, graph.edges.get(root) ?? [], graph, steps);
  spread(graph, steps);
  return steps;
}

function reachFrom(
  manifest: string,
  nodes: readonly string[],
  graph: DependencyGraph,
  steps: Map<string, Step>,
): void {
  for (const node of nodes) {
    if (!steps.has(node) && !graph.roots.has(node)) steps.set(node, { manifest, direct: node });
  }
}

/** A map hands out what is added while it is walked: it is its own queue. */
function spread(graph: DependencyGraph, steps: Map<string, Step>): void {
  for (const [from, { manifest, direct }] of steps) {
    for (const node of graph.edges.get(from) ?? []) {
      if (!steps.has(node) && !graph.roots.has(node)) steps.set(node, { manifest, direct, from });
    }
  }
}

function nodesByName({ names }: DependencyGraph): ReadonlyMap<string, readonly string[]> {
  const nodes = new Map<string, string[]>();
  for (const [node, name] of names) {
    const same = nodes.get(name);
    if (same) same.push(node);
    else nodes.set(name, [node]);
  }
  return nodes;
}

function pathTo(
  node: string,
  graph: DependencyGraph,
  steps: ReadonlyMap<string, Step>,
): DependencyPath | undefined {
  const last = steps.get(node);
  if (!last) return undefined;
  const nodes: string[] = [];
  let at: string | undefined = node;
  while (at !== undefined && at !== last.direct && nodes.length < LONGEST_PATH) {
    nodes.push(at);
    at = steps.get(at)?.from;
  }
  nodes.push(last.direct);
  nodes.reverse();
  return { manifest: last.manifest, nodes, names: nodes.map(each => graph.names.get(each) ?? each) };
}

/** Keeps the cost of many questions about one hostile lockfile linear. */
const LONGEST_PATH = 100;
