import { formatsByName } from '../formats/classify.ts';
import type { Format } from '../model/format.ts';
import { basename, dirname } from '../text/path.ts';
import { type PossibleCaller, possibleCallers } from './callers.ts';

/** The files of a tree that some format claims by name, by module. */
export class FileIndex {
  private readonly claims: string[] = [];
  private readonly byModule = new Map<string, string[]>();
  private readonly linkedPaths: string[] = [];
  private callers: readonly PossibleCaller[] | undefined;

  /** @param files in the order of their list */
  constructor(files: Iterable<string> = []) {
    for (const path of files) this.add(path);
  }

  /** Adds the next file of the list, if some format claims it; says whether one does. */
  add(path: string): boolean {
    const formats = formatsByName(path);
    if (formats.length === 0) return false;
    this.claims.push(path);
    if (formats.some(format => format.calls)) this.linkedPaths.push(path);
    for (const key of modulesOf(path, formats)) {
      const paths = this.byModule.get(key);
      if (paths) paths.push(path);
      else this.byModule.set(key, [path]);
    }
    return true;
  }

  /** In the order of the list. */
  get claimed(): readonly string[] {
    return this.claims;
  }

  filesOfModule(module: string): readonly string[] {
    return this.byModule.get(module) ?? [];
  }

  /** Files that a tool writes, of the manifest's own kind of module, in the folders above it. */
  lockfilesAbove(manifest: string, formats: readonly Format[]): string[] {
    const own = new Set(modulesOf(manifest, formats));
    const above = formats
      .filter(format => !format.generated && !isLinked(format))
      .flatMap(format => pathsAbove(manifest).map(path => format.module(path)));
    return [...new Set(above)]
      .filter(key => !own.has(key))
      .flatMap(key => this.filesOfModule(key))
      .filter(path => formatsByName(path).some(format => format.generated));
  }

  /** Files that may call modules in other folders. */
  get possibleCallers(): readonly PossibleCaller[] {
    this.callers ??= possibleCallers(this.linkedPaths);
    return this.callers;
  }
}

/** The keys of the modules that a file may be part of, or give values to, by its name. */
export function modulesOf(path: string, formats: readonly Format[] = formatsByName(path)): string[] {
  const keys: string[] = [];
  // Of few keys, and for every file of a tree.
  const add = (key: string): void => {
    if (!keys.includes(key)) keys.push(key);
  };
  for (const format of formats) {
    add(format.module(path));
    format.outerModules?.(path).forEach(add);
  }
  return keys;
}

/** Whether modules of the format call each other. */
export function isLinked(format: Format): boolean {
  return format.callMarker !== undefined;
}

/** Where a file of the same name would be in the folders above, the nearest first. */
function pathsAbove(path: string): string[] {
  const name = basename(path);
  const paths: string[] = [];
  for (let folder = dirname(path); folder !== ''; folder = dirname(folder)) {
    const above = dirname(folder);
    paths.push(above === '' ? name : `${above}/${name}`);
  }
  return paths;
}
