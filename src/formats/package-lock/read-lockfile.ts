import type { Problem } from '../../model/problem.ts';
import { type JsonReader, readJson } from '../../parsers/json-read.ts';
import type { Source } from '../../text/source.ts';
import { legacyTree } from './legacy-tree.ts';
import type { Lockfile } from './locked-package.ts';
import { nestByPath, packagesMap } from './packages-map.ts';

/**
 * Streams a lockfile of any version. Version 2 tells everything twice; its `packages` map is then the one to believe,
 * as npm 7 and later do. Of the other only the addresses are kept: a change of registry must reach both.
 */
export function readLockfile(source: Source): { readonly lockfile: Lockfile; readonly problems: Problem[] } {
  const map = packagesMap();
  const legacy = legacyTree();
  let hasMap = false;
  const members: JsonReader = {
    enter(name) {
      if (name === 'dependencies') return legacy.reader;
      if (name !== 'packages') return undefined;
      hasMap = true;
      return map.reader;
    },
  };
  const problems = readJson(source, { enter: () => members });
  if (!hasMap) {
    const { packages } = legacy;
    return { lockfile: { packages, fetched: packages, listsProject: false }, problems };
  }
  const fetched = [...map.packages, ...legacy.packages];
  const listsProject = map.packages.some(locked => locked.node === '');
  return { lockfile: { packages: nestByPath(map.packages), fetched, listsProject }, problems };
}
