import type { JsonReader, JsonToken } from '../../parsers/json-read.ts';
import { type LockedPackage, nest, type Section } from './locked-package.ts';
import { endOfKey, memberNames, readScalar } from './member-readers.ts';

/** Reads the `packages` map of lockfile versions 2 and 3: paths in the installed tree, `''` for the project. */
export function packagesMap(text: string): Section {
  const packages: LockedPackage[] = [];
  const reader: JsonReader = {
    enter(key, token) {
      const locked = placeOf(key, token);
      packages.push(locked);
      return packageReader(locked, text);
    },
  };
  return { reader, packages };
}

const MODULES = 'node_modules/';

function placeOf(key: string, token: JsonToken): LockedPackage {
  const folderStart = startOfFolder(key);
  const folder = key.slice(folderStart);
  const isProject = folderStart === 0;
  return {
    node: key,
    folder,
    nameSpan: endOfKey(key, token, folder.length),
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

function packageReader(locked: LockedPackage, text: string): JsonReader {
  return {
    scalar: (name, value, token) => readScalar(locked, text, name, value, token),
    enter: name => (REQUIRING.has(name) ? memberNames(locked.requires) : undefined),
  };
}

/** npm lists `devDependencies` of projects only, and installs peers since version 7. */
const REQUIRING = new Set(['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']);

/** Gives every place its parent, now that all are known; the project is added if the file has none. */
export function nestByPath(read: readonly LockedPackage[]): readonly LockedPackage[] {
  const byNode = new Map(read.map(locked => [locked.node, locked]));
  const project = byNode.get('') ?? newProject();
  for (const locked of read) {
    if (locked.node !== '') nest(parentOf(locked, byNode) ?? project, locked);
  }
  return byNode.has('') ? read : [project, ...read];
}

export function newProject(): LockedPackage {
  return {
    node: '',
    folder: '',
    nameSpan: { start: 0, end: 0 },
    isProject: true,
    isLink: false,
    requires: [],
  };
}

function parentOf(
  locked: LockedPackage,
  byNode: ReadonlyMap<string, LockedPackage>,
): LockedPackage | undefined {
  if (locked.isProject) return undefined;
  const parentEnd = locked.node.length - locked.folder.length - MODULES.length - 1;
  return parentEnd > 0 ? byNode.get(locked.node.slice(0, parentEnd)) : undefined;
}
