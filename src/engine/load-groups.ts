import { CALLS_NOTHING, CallerMemory } from './callers.ts';
import { type Component, loadComponent } from './components.ts';
import type { FileIndex } from './file-index.ts';
import type { Loader, ModuleFile } from './load.ts';
import type { FileTree } from './ports.ts';

/** Components that were loaded one after the other. */
export interface LoadedGroups {
  readonly components: readonly Component[];
  /** How many groups were looked at so far. */
  readonly done: number;
}

/**
 * Loads groups of modules, each group with what it calls, several small ones at a time: what is done with their files is
 * then done together. A group whose modules came with one before it is left out.
 * @param notCalling files that are known to call no module
 */
export async function* loadGroups(
  groups: readonly (readonly string[])[],
  index: FileIndex,
  loader: Loader,
  tree: FileTree,
  notCalling: Iterable<string> = [],
): AsyncGenerator<LoadedGroups> {
  const seen = new Set<string>();
  const callers = new CallerMemory();
  for (const path of notCalling) callers.rememberCalls(path, CALLS_NOTHING, callers.now);
  let components: Component[] = [];
  let length = 0;
  for (const [done, keys] of groups.entries()) {
    if (components.length > 0 && (components.length >= MOST_TOGETHER || length > LONGEST_TOGETHER)) {
      yield { components, done };
      [components, length] = [[], 0];
    }
    if (keys.every(key => seen.has(key))) continue;
    if (components.length === 0)
      await loader.ahead(modulesIn(groups.slice(done, done + MOST_TOGETHER), index), LONGEST_TOGETHER);
    const component = await loadComponent(keys, index, loader, tree, callers);
    for (const module of component.modules) seen.add(module);
    components.push(component);
    for (const { source } of component.files) length += source.text.length;
  }
  if (components.length > 0) yield { components, done: groups.length };
}

/** Components together, and characters: nobody who cancels or types should wait for more. */
const MOST_TOGETHER = 64;
const LONGEST_TOGETHER = 300_000;

/** One after the other: mostly only the first of them are asked for. */
function* modulesIn(groups: readonly (readonly string[])[], index: FileIndex): Generator<ModuleFile> {
  for (const keys of groups)
    for (const module of keys) for (const path of index.filesOfModule(module)) yield { path, module };
}
