import type { Extraction } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { Source } from '../../text/source.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { movedPart, PartedExtraction } from '../shared/parted-extraction.ts';
import { GraphMemory } from './graph-memory.ts';
import { LockfileMemory, readLockfile } from './read-lockfile.ts';
import { joinHosts } from './registry-references.ts';

/**
 * Every installed package, who brings it in, and where they were fetched from. Remembers the last lockfile that was being
 * typed in.
 */
export function createExtractPackageLock(): Extract {
  let last: { readonly path: string; readonly memory: Memory } | undefined;
  return source => {
    const { path, isReadAgain } = source;
    if (!isReadAgain) return extract(source);
    if (last?.path !== path)
      last = { path, memory: { lockfile: new LockfileMemory(), graph: new GraphMemory() } };
    return extract(source, last.memory);
  };
}

interface Memory {
  readonly lockfile: LockfileMemory;
  readonly graph: GraphMemory;
}

function extract(source: Source, memory?: Memory): Extraction {
  const lockfile = readLockfile(source, memory?.lockfile);
  const scope = npmModule(source.path);
  const { graph, direct } = (memory?.graph ?? new GraphMemory()).of(lockfile, source.path);
  const packages = lockfile.packages.map(({ said, distance }) =>
    movedPart(said.references(direct, scope), distance),
  );
  const hosts = lockfile.fetched.map(({ said, distance }) => movedPart(said.hosts(scope), distance));
  return new PartedExtraction([...packages, movedPart(joinHosts(hosts), 0)], {
    definitions: [],
    calls: [],
    graph,
    comments: [],
    problems: lockfile.problems,
  });
}
