import type { PartReading } from '../../parsers/json-parts.ts';
import type { JsonReader } from '../../parsers/json-read.ts';
import type { Span } from '../../text/span.ts';
import { type LockedPackage, nest, newProject } from './locked-package.ts';
import { LockedPart } from './locked-part.ts';
import { addRequired, endOfKey, readScalar } from './member-readers.ts';

/** Reads members of the `packages` map of lockfile versions 2 and 3: paths in the installed tree, `''` for the project. */
export function readPackages(): PartReading<LockedPart> {
  const said = new LockedPart();
  // One reader serves all packages: they follow each other, and there are tens of thousands.
  let locked = newProject();
  const required: JsonReader = {
    scalar: name => addRequired(locked, name),
    enter: name => addRequired(locked, name),
  };
  const members: JsonReader = {
    scalar: (name, token) => readScalar(locked, name, token),
    enter: name => (REQUIRING.has(name) ? required : undefined),
  };
  const reader: JsonReader = {
    enter(key, nameSpan) {
      locked = placeOf(key, nameSpan);
      said.packages.push(locked);
      return members;
    },
  };
  return { reader, said };
}

/** npm lists `devDependencies` of projects only, and installs peers since version 7. */
const REQUIRING = new Set(['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']);

const MODULES = 'node_modules/';

function placeOf(key: string, place: Span): LockedPackage {
  const folderStart = startOfFolder(key);
  const folder = key.slice(folderStart);
  const isProject = folderStart === 0;
  return {
    node: key,
    folder,
    nameSpan: endOfKey(key, place, folder.length),
    isProject,
    isLink: false,
    requires: [],
  };
}

/** Behind the last `node_modules/`; 0 for a path outside of any: a project's. */
function startOfFolder(node: string): number {
  const nested = node.lastIndexOf(`/${MODULES}`);
  if (nested >= 0) return nested + 1 + MODULES.length;
  return node.startsWith(MODULES) ? MODULES.length : 0;
}

/** Gives every place its parent, now that all are known; the project is added if the file has none. */
export function nestByPath(read: readonly LockedPackage[]): readonly LockedPackage[] {
  const byNode = new Map<string, LockedPackage>();
  for (const locked of read) {
    byNode.set(locked.node, locked);
    // Of an earlier text, where other places were nested in it.
    if (locked.children) locked.children = undefined;
  }
  const project = byNode.get('') ?? newProject();
  for (const locked of read) {
    // A project finds what is installed around it, but nobody finds a project by its folder's name.
    if (locked.isProject && locked.node !== '') locked.parent = project;
    else if (locked.node !== '') nest(parentOf(locked, byNode) ?? project, locked);
  }
  return byNode.has('') ? read : [project, ...read];
}

function parentOf(
  locked: LockedPackage,
  byNode: ReadonlyMap<string, LockedPackage>,
): LockedPackage | undefined {
  const parentEnd = locked.node.length - locked.folder.length - MODULES.length - 1;
  return parentEnd > 0 ? byNode.get(locked.node.slice(0, parentEnd)) : undefined;
}
