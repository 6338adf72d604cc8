import type { DependencyGraph } from '../../model/extraction.ts';
import { dirname, joinInside } from '../../text/path.ts';
import { addReachable } from '../shared/packages/lock-graph.ts';
import { type LockedPackage, nameOf } from './locked-package.ts';

/**
 * Who depends on whom, as npm and Node.js find packages: in the dependent's own `node_modules`, then in that of the
 * place around it, and so on up (https://nodejs.org/api/modules.html#loading-from-node_modules-folders).
 * @param packages all places in the file's order, each with its parent.
 * @param path the lockfile's: the manifests of the projects are below its folder.
 * @param listsProject whether the file says what the project itself depends on. Version 1 does not.
 */
export function dependencyGraph(
  packages: readonly LockedPackage[],
  path: string,
  listsProject: boolean,
): DependencyGraph {
  const projects = new Map<string, LockedPackage>();
  for (const locked of packages) if (locked.isProject) projects.set(locked.node, locked);
  const edges = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  for (const locked of packages) {
    edges.set(locked.node, requiredNodes(locked, projects));
    names.set(locked.node, nameOf(locked) || locked.node);
  }
  const roots = manifestsOf(projects.values(), path);
  if (listsProject) return { edges, names, roots };
  edges.set('', guessedRootEdges(packages, edges));
  return { edges, names, roots, rootsAreGuessed: true };
}

/** The nodes that a project asks for itself. */
export function directNodes({ edges, roots }: DependencyGraph): ReadonlySet<string> {
  return new Set([...roots.keys()].flatMap(root => edges.get(root) ?? []));
}

function requiredNodes(locked: LockedPackage, projects: ReadonlyMap<string, LockedPackage>): string[] {
  const nodes: string[] = [];
  for (const name of locked.requires) {
    const found = nearest(locked, name);
    if (found) nodes.push(targetOf(found, projects).node);
  }
  return nodes;
}

function nearest(from: LockedPackage, name: string): LockedPackage | undefined {
  let at: LockedPackage | undefined = from;
  for (let level = 0; at && level < DEEPEST_NESTING; level++) {
    const found: LockedPackage | undefined = at.children?.get(name);
    if (found) return found;
    at = at.parent;
  }
  return undefined;
}

/** Deeper than npm ever nested; bounds the cost of each dependency of a hostile file. */
const DEEPEST_NESTING = 100;

/** A link stands for the folder that it leads to. */
function targetOf(found: LockedPackage, projects: ReadonlyMap<string, LockedPackage>): LockedPackage {
  const target = found.isLink && found.resolved ? projects.get(found.resolved.text) : undefined;
  return target ?? found;
}

/** By node, the manifests of the projects; one outside of the scanned root has none. */
function manifestsOf(projects: Iterable<LockedPackage>, path: string): Map<string, string> {
  const manifests = new Map<string, string>();
  for (const { node } of projects) {
    const manifest = joinInside(dirname(path), `${node}/package.json`.replace(/^\//, ''));
    if (manifest !== undefined) manifests.set(node, manifest);
  }
  return manifests;
}

/**
 * Without a list, the project must have asked for what nobody requires; and where packages only require each other,
 * for the first of them.
 */
function guessedRootEdges(
  packages: readonly LockedPackage[],
  edges: ReadonlyMap<string, readonly string[]>,
): string[] {
  const required = new Set([...edges.values()].flat());
  const outermost = packages.filter(locked => locked.parent?.node === '').map(locked => locked.node);
  const guessed = outermost.filter(node => !required.has(node));
  const reached = new Set<string>();
  for (const node of guessed) addReachable(node, edges, reached);
  for (const node of outermost) {
    if (reached.has(node)) continue;
    guessed.push(node);
    addReachable(node, edges, reached);
  }
  return guessed;
}
