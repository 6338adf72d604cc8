import type { PartReading } from '../../parsers/json-parts.ts';
import type { JsonReader } from '../../parsers/json-read.ts';
import { hashText } from '../../text/hash.ts';
import type { Span } from '../../text/span.ts';
import { type LockedPackage, nest, newProject } from './locked-package.ts';
import { LockedPart } from './locked-part.ts';
import { addRequired, endOfKey, readScalar } from './member-readers.ts';

/**
 * Reads members of the nested `dependencies` of lockfile version 1, and of version 2 for old npm. `requires` names what a
 * package depends on; the inner `dependencies` are what is installed inside of it. Git and URL packages have their
 * address as `version`, aliases `npm:name@version`.
 */
export function readDependencies(): PartReading<LockedPart> {
  const said = new LockedPart();
  return { reader: nestedReader(undefined, said.packages), said };
}

/** Gives the outermost places the project as parent; what is inside of them has its own. */
export function nestInProject(read: readonly LockedPackage[]): readonly LockedPackage[] {
  const project = newProject();
  for (const locked of read) if (!locked.parent || locked.parent.isProject) nest(project, locked);
  return [project, ...read];
}

function nestedReader(parent: LockedPackage | undefined, packages: LockedPackage[]): JsonReader {
  return {
    enter(folder, place) {
      const locked = placeOf(folder, place, parent);
      if (parent) nest(parent, locked);
      packages.push(locked);
      return packageReader(locked, packages);
    },
  };
}

function placeOf(folder: string, place: Span, parent: LockedPackage | undefined): LockedPackage {
  const node = nodeOf(folder, parent);
  const nameSpan = endOfKey(folder, place, folder.length);
  return { node, folder, nameSpan, isProject: false, isLink: false, requires: [] };
}

/** The path that version 2 would have as key. Longer than any path can be, it would only cost memory. */
function nodeOf(folder: string, parent: LockedPackage | undefined): string {
  const node = parent ? `${parent.node}/node_modules/${folder}` : `node_modules/${folder}`;
  return node.length <= LONGEST_PATH ? node : `node_modules/…/${hashText(node)}`;
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
