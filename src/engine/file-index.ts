import { formatsByName } from '../formats/classify.ts';
import { type Format, kindOfModule } from '../model/format.ts';
import { basename, dirname } from '../text/path.ts';
import { type PossibleCaller, possibleCallers } from './callers.ts';
import { type ClaimedFile, isLinked, modulesOf } from './claimed-file.ts';

/** The files of a tree that some format claims by name, by module. */
export class FileIndex {
  private readonly claims: string[] = [];
  /** Their places in `claims`. */
  private readonly byFormat = new Map<Format, number[]>();
  /** Places by kind of module and then by its key. A tree has several modules for each file, and most kinds are never asked about. */
  private readonly byKind = new Map<string, ReadonlyMap<string, readonly number[]>>();
  private readonly linked: ClaimedFile[] = [];
  private callers: readonly PossibleCaller[] | undefined;

  /** @param files in the order of their list */
  constructor(files: Iterable<string> = []) {
    for (const path of files) this.add(path);
  }

  /** Adds the next file of the list, if some format claims it. @returns the formats that do */
  add(path: string): readonly Format[] {
    const formats = formatsByName(path);
    if (formats.length === 0) return formats;
    const place = this.claims.push(path) - 1;
    for (const format of formats) {
      const places = this.byFormat.get(format);
      if (places) places.push(place);
      else this.byFormat.set(format, [place]);
    }
    if (formats.some(format => format.calls)) this.linked.push({ path, formats });
    this.byKind.clear();
    return formats;
  }

  /** In the order of the list. */
  get claimed(): readonly string[] {
    return this.claims;
  }

  filesOfModule(module: string): readonly string[] {
    const places = this.modulesOfKind(kindOfModule(module)).get(module) ?? [];
    return places.flatMap(place => this.claims[place] ?? []);
  }

  private modulesOfKind(kind: string): ReadonlyMap<string, readonly number[]> {
    const known = this.byKind.get(kind);
    if (known) return known;
    const modules = new Map<string, Set<number>>();
    for (const [format, places] of this.byFormat) {
      const first = this.claims[places[0] ?? 0];
      if (first === undefined || kindOfModule(format.module(first)) !== kind) continue;
      for (const place of places)
        for (const key of modulesOf(this.claims[place] ?? '', [format])) {
          const members = modules.get(key);
          if (members) members.add(place);
          else modules.set(key, new Set([place]));
        }
    }
    const sorted = new Map([...modules].map(([key, members]) => [key, [...members].sort((a, b) => a - b)]));
    this.byKind.set(kind, sorted);
    return sorted;
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
    this.callers ??= possibleCallers(this.linked);
    return this.callers;
  }
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
