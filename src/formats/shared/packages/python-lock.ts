import {
  type DependencyGraph,
  type Extraction,
  type Reference,
  SUPPRESSION_MARKER,
} from '../../../model/extraction.ts';
import { parseToml } from '../../../parsers/toml/parse.ts';
import { childOf, type TreeNode, type TreeScalar } from '../../../parsers/tree.ts';
import { dirname, joinInside } from '../../../text/path.ts';
import type { Source } from '../../../text/source.ts';
import { compareSpans } from '../../../text/span.ts';
import { pythonModule } from '../modules/python-module.ts';
import { FetchedHosts } from '../registries/fetched-hosts.ts';
import { itemsOf } from '../tree-access.ts';
import { guessedGraph, type LockNode, NodeNames, statedGraph } from './lock-graph.ts';
import { packageReference } from './package-reference.ts';
import { isPythonName, normalisedPythonName, pypiPackage } from './pypi-package.ts';

/** A package of a Python lockfile. */
export interface LockedPython {
  readonly name: TreeScalar;
  readonly version?: string;
  readonly requires: readonly Required[];
  /** A folder of the repository, relative to the lockfile's: a project of its own, no package of an index. */
  readonly folder?: string;
}

/** What a package asks for; the version where the file gives it. */
interface Required {
  readonly name: string;
  readonly version?: string | undefined;
}

/** How the lockfile of one tool is read. */
export interface PythonLockDialect {
  /** The table with a package in each item. */
  readonly list: string;
  /** The projects are among the packages; else what nobody requires is taken as asked for. */
  readonly statesProjects: boolean;
  /** The package of an item, if it is one; adds the servers that it was fetched from. */
  readonly readPackage: (item: TreeNode, hosts: FetchedHosts) => LockedPython[];
}

/** Every package of a lockfile in TOML, who brings it in, and the servers that they were fetched from. */
export function extractPythonLock(
  source: Source,
  { list, statesProjects, readPackage }: PythonLockDialect,
): Extraction {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const hosts = new FetchedHosts(pythonModule(source.path));
  const packages = itemsOf(childOf(root, list)).flatMap(item => readPackage(item, hosts));
  const lock = pythonLock(packages, source.path, list, statesProjects);
  const references = [...lock.references, ...hosts.references()].sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph: lock.graph, comments, problems };
}

/** What a lockfile's packages come to. */
interface PythonLock {
  readonly references: Reference[];
  readonly graph: DependencyGraph;
}

/** One reference for each package of a lockfile, and who brings it in. */
function pythonLock(
  packages: readonly LockedPython[],
  path: string,
  list: string,
  statesProjects: boolean,
): PythonLock {
  const { nodes, names } = nodesOf(packages);
  const known = new Set(nodes);
  const lockNodes = packages.map(
    (locked, index): LockNode => ({
      node: nodes[index] ?? '',
      name: normalisedPythonName(locked.name.text),
      requires: requiredNodes(locked, names, known),
    }),
  );
  const graph = statesProjects
    ? statedGraph(lockNodes, rootsOf(packages, nodes, path))
    : guessedGraph(lockNodes, manifestIn(dirname(path)));
  const direct = new Set([...graph.roots.keys()].flatMap(root => graph.edges.get(root) ?? []));
  const scope = pythonModule(path);
  const references = packages.flatMap((locked, index) => {
    const node = nodes[index] ?? '';
    if (locked.folder !== undefined || !isPythonName(locked.name.text)) return [];
    const dependency = direct.has(node) ? 'direct' : 'transitive';
    const { text } = locked.name;
    const found = pypiPackage(text, locked.version, locked.version, { dependency, node });
    return packageReference(found, locked.name.span, { scope, structuralPath: [list, node] });
  });
  return { references: references.sort((a, b) => compareSpans(a.span, b.span)), graph };
}

/** `name@version`; a repetition also has the place where it stands. */
function nodesOf(packages: readonly LockedPython[]): { nodes: string[]; names: NodeNames } {
  const names = new NodeNames();
  const seen = new Set<string>();
  const nodes = packages.map(({ name, version }) => {
    const normalised = normalisedPythonName(name.text);
    const full = `${normalised}@${version ?? ''}`;
    const node = seen.has(full) ? `${full}#${name.span.start}` : full;
    seen.add(node);
    names.add(normalised, node);
    return node;
  });
  return { nodes, names };
}

function requiredNodes(
  { requires }: LockedPython,
  names: NodeNames,
  known: ReadonlySet<string>,
): readonly string[] {
  const nodes = requires.flatMap(({ name, version }) => {
    const normalised = normalisedPythonName(name);
    const exact = `${normalised}@${version ?? ''}`;
    return version !== undefined && known.has(exact) ? [exact] : names.find(normalised);
  });
  return [...new Set(nodes)];
}

function rootsOf(
  packages: readonly LockedPython[],
  nodes: readonly string[],
  path: string,
): Map<string, string> {
  const roots = new Map<string, string>();
  for (const [index, { folder }] of packages.entries()) {
    const place = folder === undefined ? undefined : joinInside(dirname(path), folder);
    if (place !== undefined) roots.set(nodes[index] ?? '', manifestIn(place));
  }
  return roots;
}

function manifestIn(folder: string): string {
  return folder === '' ? 'pyproject.toml' : `${folder}/pyproject.toml`;
}
