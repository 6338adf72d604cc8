import type { JsonReader, NameSpan } from '../../parsers/json-read.ts';
import { type LockedPackage, nest, type Section } from './locked-package.ts';
import { addRequired, endOfKey, readScalar } from './member-readers.ts';
import { newProject } from './packages-map.ts';

/**
 * Reads the nested `dependencies` of lockfile version 1, and of version 2 for old npm. `requires` names what a package
 * depends on; the inner `dependencies` are what is installed inside of it. Git and URL packages have their address as
 * `version`, aliases `npm:name@version`.
 */
export function legacyTree(): Section {
  const project = newProject();
  const packages = [project];
  return { reader: nestedReader(project, packages), packages };
}

function nestedReader(parent: LockedPackage, packages: LockedPackage[]): JsonReader {
  return {
    enter(folder, place) {
      const locked = placeOf(folder, place, parent);
      nest(parent, locked);
      packages.push(locked);
      return packageReader(locked, packages);
    },
  };
}

function placeOf(folder: string, place: NameSpan, parent: LockedPackage): LockedPackage {
  const node = nodeOf(folder, place, parent);
  const nameSpan = endOfKey(folder, place, folder.length);
  return { node, folder, nameSpan, isProject: false, isLink: false, requires: [] };
}

/** The path that version 2 would have as key. Longer than any path can be, it would only cost memory. */
function nodeOf(folder: string, place: NameSpan, parent: LockedPackage): string {
  const node = parent.node === '' ? `node_modules/${folder}` : `${parent.node}/node_modules/${folder}`;
  return node.length <= LONGEST_PATH ? node : `node_modules/…/${place.start}`;
}

const LONGEST_PATH = 1024;

function packageReader(locked: LockedPackage, packages: LockedPackage[]): JsonReader {
  const add = (name: string): undefined => addRequired(locked, name);
  const required: JsonReader = { scalar: add, enter: add };
  return {
    scalar: (name, token) => readScalar(locked, name, token),
    enter(name) {
      if (name === 'requires') return required;
      return name === 'dependencies' ? nestedReader(locked, packages) : undefined;
    },
  };
}
