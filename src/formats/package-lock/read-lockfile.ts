import type { Problem } from '../../model/problem.ts';
import { type JsonPart, PartedReader, PartMemory } from '../../parsers/json-parts.ts';
import { type JsonReader, readJson } from '../../parsers/json-read.ts';
import type { Source } from '../../text/source.ts';
import { nestInProject, readDependencies } from './legacy-tree.ts';
import type { LockedPackage } from './locked-package.ts';
import type { LockedPart } from './locked-part.ts';
import { nestByPath, readPackages } from './packages-map.ts';

/** What was read of a lockfile. */
export interface Lockfile {
  /** All places in the file's order. */
  readonly packages: readonly JsonPart<LockedPart>[];
  /** Places whose `resolved` is to be looked at. In version 2 they are more than `packages`. */
  readonly fetched: readonly JsonPart<LockedPart>[];
  /** Whether places are listed by their paths; version 1 nests them. */
  readonly hasPaths: boolean;
  readonly problems: readonly Problem[];
}

/** What is kept of a lockfile for when it is read again. */
export class LockfileMemory {
  readonly packages = new PartMemory<LockedPart>();
  readonly dependencies = new PartMemory<LockedPart>();
}

/**
 * Streams a lockfile of any version. Version 2 tells everything twice; its `packages` map is then the one to believe,
 * as npm 7 and later do. Of the other only the addresses are kept: a change of registry must reach both.
 * @param memory of earlier texts of the file; absent when it is read for the first time
 */
export function readLockfile(source: Source, memory?: LockfileMemory): Lockfile {
  const { text } = source;
  const maps: PartedReader<LockedPart>[] = [];
  const trees: PartedReader<LockedPart>[] = [];
  const members: JsonReader = {
    enter(name) {
      if (name === 'packages') return added(maps, new PartedReader(text, memory?.packages, readPackages));
      if (name === 'dependencies')
        return added(trees, new PartedReader(text, memory?.dependencies, readDependencies));
      return undefined;
    },
  };
  memory?.packages.beginText();
  memory?.dependencies.beginText();
  const problems = readJson(source, { enter: () => members }, memory !== undefined);
  memory?.packages.endText(text);
  memory?.dependencies.endText(text);
  const [inMaps, inTrees] = [maps.flatMap(({ parts }) => parts), trees.flatMap(({ parts }) => parts)];
  return maps.length > 0
    ? { packages: inMaps, fetched: [...inMaps, ...inTrees], hasPaths: true, problems }
    : { packages: inTrees, fetched: inTrees, hasPaths: false, problems };
}

function added<Item>(list: Item[], item: Item): Item {
  list.push(item);
  return item;
}

/** All places that packages can be found in, each with its parent, the project among them. */
export function installedTree({ packages, hasPaths }: Lockfile): readonly LockedPackage[] {
  const listed = packages.flatMap(({ said }) => said.packages);
  return hasPaths ? nestByPath(listed) : nestInProject(listed);
}
