import type { PlacedText } from '../../parsers/placed-text.ts';
import type { Span } from '../../text/span.ts';

/** One place in the installed tree, as a lockfile lists it. Filled while the file is read. */
export interface LockedPackage {
  /** Its path in the tree, which is its key in a `packages` map: `node_modules/a/node_modules/b`. */
  readonly node: string;
  /** The folder's name below `node_modules`, for an alias not the package's own; for a project its path. */
  readonly folder: string;
  /** The name's token inside the key. */
  readonly nameSpan: Span;
  /** The project itself, a workspace or another local folder, rather than something installed. */
  readonly isProject: boolean;
  /** The package's own name, where the file says that the folder has another. */
  ownName?: string;
  version?: string;
  /** Where it was fetched from, or for a link the folder that it leads to. */
  resolved?: PlacedText;
  isLink: boolean;
  /** The names of the packages that it depends on. */
  readonly requires: string[];
  /** The place that it is nested in. */
  parent?: LockedPackage;
  /** What is nested in it, by folder name. */
  children?: Map<string, LockedPackage> | undefined;
}

/** Puts `child` into `parent`'s `node_modules`. */
export function nest(parent: LockedPackage, child: LockedPackage): void {
  child.parent = parent;
  parent.children ??= new Map();
  parent.children.set(child.folder, child);
}

/** The name that the registry knows the package by. */
export function nameOf(locked: LockedPackage): string {
  return locked.ownName ?? locked.folder;
}

/** The project that is not listed, or not yet. */
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
