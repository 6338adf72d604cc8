import type { DependencyGraph } from '../../model/extraction.ts';
import type { JsonPart } from '../../parsers/json-parts.ts';
import { dependencyGraph, directNodes } from './graph.ts';
import { type LockedPackage, nameOf } from './locked-package.ts';
import type { LockedPart } from './locked-part.ts';
import { installedTree, type Lockfile } from './read-lockfile.ts';

/** The graph of a lockfile, and what the projects ask for themselves. */
export interface KnownGraph {
  readonly graph: DependencyGraph;
  readonly direct: ReadonlySet<string>;
}

/** Keeps the graph of a lockfile for as long as nothing changes that it is made of: most edits are elsewhere. */
export class GraphMemory {
  private known: (KnownGraph & Pick<Lockfile, 'packages' | 'hasPaths'>) | undefined;

  /** @param path the lockfile's, always the same. */
  of(lockfile: Lockfile, path: string): KnownGraph {
    const { known } = this;
    const { packages, hasPaths } = lockfile;
    const isSame = known?.hasPaths === hasPaths && haveSameTree(known.packages, packages);
    const { graph, direct } = isSame ? known : graphOf(lockfile, path);
    this.known = { graph, direct, packages, hasPaths };
    return this.known;
  }
}

function graphOf(lockfile: Lockfile, path: string): KnownGraph {
  const listsProject =
    lockfile.hasPaths && lockfile.packages.some(({ said }) => said.packages.some(({ node }) => node === ''));
  const graph = dependencyGraph(installedTree(lockfile), path, listsProject);
  return { graph, direct: directNodes(graph) };
}

type Parts = readonly JsonPart<LockedPart>[];

/** Most parts are the same objects: only those between them need to be compared. */
function haveSameTree(before: Parts, now: Parts): boolean {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start]?.said === now[start]?.said) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end)?.said === now.at(-1 - end)?.said) end++;
  const [old, fresh] = [between(before, start, end), between(now, start, end)];
  return old.length === fresh.length && old.every((each, index) => isSamePlace(each, fresh[index]));
}

function between(parts: Parts, start: number, end: number): LockedPackage[] {
  return parts.slice(start, parts.length - end).flatMap(({ said }) => said.packages);
}

/** Whether two places give the graph the same. The order of nested ones says what they are nested in. */
function isSamePlace(a: LockedPackage, b: LockedPackage | undefined): boolean {
  return (
    a.node === b?.node &&
    a.folder === b.folder &&
    a.isProject === b.isProject &&
    a.isLink === b.isLink &&
    (!a.isLink || a.resolved?.text === b.resolved?.text) &&
    nameOf(a) === nameOf(b) &&
    a.requires.length === b.requires.length &&
    a.requires.every((name, index) => name === b.requires[index])
  );
}
