import type { JsonReader, JsonToken } from '../../parsers/json-read.ts';
import { type LockedPackage, nest, type Section } from './locked-package.ts';
import { endOfKey, memberNames, readScalar } from './member-readers.ts';
import { newProject } from './packages-map.ts';

/**
 * Reads the nested `dependencies` of lockfile version 1, and of version 2 for old npm. `requires` names what a package
 * depends on; the inner `dependencies` are what is installed inside of it. Git and URL packages have their address as
 * `version`, aliases `npm:name@version`.
 */
export function legacyTree(text: string): Section {
  const project = newProject();
  const packages = [project];
  return { reader: nestedReader(project, packages, text), packages };
}

function nestedReader(parent: LockedPackage, packages: LockedPackage[], text: string): JsonReader {
  return {
    enter(folder, token) {
      const locked = placeOf(folder, token, parent);
      nest(parent, locked);
      packages.push(locked);
      return packageReader(locked, packages, text);
    },
  };
}

function placeOf(folder: string, token: JsonToken, parent: LockedPackage): LockedPackage {
  const node = nodeOf(folder, token, parent);
  const nameSpan = endOfKey(folder, token, folder.length);
  return { node, folder, nameSpan, isProject: false, isLink: false, requires: [] };
}

/** The path that version 2 would have as key. Longer than any path can be, it would only cost memory. */
function nodeOf(folder: string, token: JsonToken, parent: LockedPackage): string {
  const node = parent.node === '' ? `node_modules/${folder}` : `${parent.node}/node_modules/${folder}`;
  return node.length <= LONGEST_PATH ? node : `node_modules/…/${token.offset}`;
}

const LONGEST_PATH = 1024;

function packageReader(locked: LockedPackage, packages: LockedPackage[], text: string): JsonReader {
  return {
    scalar: (name, value, token) => readScalar(locked, text, name, value, token),
    enter(name) {
      if (name === 'requires') return memberNames(locked.requires);
      return name === 'dependencies' ? nestedReader(locked, packages, text) : undefined;
    },
  };
}
