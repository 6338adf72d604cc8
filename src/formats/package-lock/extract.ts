import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { compareSpans } from '../../text/span.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { dependencyGraph, directNodes } from './graph.ts';
import { packageReferences } from './package-references.ts';
import { readLockfile } from './read-lockfile.ts';
import { registryReferences } from './registry-references.ts';

/** Every installed package, who brings it in, and where they were fetched from. */
export const extractPackageLock: Extract = source => {
  const { lockfile, problems } = readLockfile(source);
  const scope = npmModule(source.path);
  const graph = dependencyGraph(lockfile, source.path);
  const references: Reference[] = [
    ...packageReferences(lockfile.packages, directNodes(graph), scope),
    ...registryReferences(lockfile.fetched, scope),
  ];
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph, comments: [], problems };
};
