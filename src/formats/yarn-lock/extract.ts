import type { Extract } from '../../model/format.ts';
import { parseIndented } from '../../parsers/indented.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import type { TreeScalar } from '../../parsers/tree.ts';
import { spanWithin } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { guessedGraph, statedGraph } from '../shared/packages/lock-graph.ts';
import { addFetched, lockedReferences, manifestOf } from '../shared/packages/npm-lock.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { readEntries, type YarnEntry } from './entries.ts';

/** Every installed package, who brings it in, and where they were fetched from. */
export const extractYarnLock: Extract = source => {
  const { root, problems } = parseIndented(source);
  const scope = npmModule(source.path);
  const entries = readEntries(root);
  const nodes = entries.map(entry => entry.locked);
  const roots = rootsOf(entries, source.path);
  // Yarn 1 does not say what the project asks for.
  const manifest = manifestOf(source.path, '') ?? 'package.json';
  const graph = roots.size > 0 ? statedGraph(nodes, roots) : guessedGraph(nodes, manifest);
  const direct = new Set([...graph.roots.keys()].flatMap(each => graph.edges.get(each) ?? []));
  const installed = entries.filter(entry => !entry.isLocal);
  const hosts = new FetchedHosts(scope);
  for (const { locked, resolved } of installed) {
    const address = resolved && addressIn(resolved);
    if (address) addFetched(hosts, address, locked.name, locked.version);
  }
  const packages = installed.map(entry => entry.locked);
  const references = [...lockedReferences(packages, direct, scope), ...hosts.references()];
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph, comments: [], problems };
};

/** The projects of the repository and their manifests. */
function rootsOf(entries: readonly YarnEntry[], path: string): Map<string, string> {
  const roots = new Map<string, string>();
  for (const { locked, folder } of entries) {
    const manifest = folder === undefined ? undefined : manifestOf(path, folder);
    if (manifest !== undefined) roots.set(locked.node, manifest);
  }
  return roots;
}

/** The address of Yarn 1, or the one that a resolution holds, perhaps escaped. */
function addressIn(resolved: TreeScalar): PlacedText | undefined {
  const { text } = resolved;
  const escaped = /__archiveUrl=([^&#]+)/.exec(text);
  if (escaped?.[1] !== undefined)
    return unescaped(resolved, escaped.index + '__archiveUrl='.length, escaped[1]);
  const start = /(?:^|@)(?=[a-z+]+:\/\/)/.exec(text);
  return start ? slicePlaced(resolved, start.index + start[0].length, text.length) : undefined;
}

function unescaped(resolved: TreeScalar, start: number, written: string): PlacedText | undefined {
  const place = spanWithin(resolved, start, start + written.length);
  try {
    const text = decodeURIComponent(written);
    return { text, span: place, pieces: [{ decodedStart: 0, decodedLength: text.length, source: place }] };
  } catch {
    // Not what Yarn writes: an escape that is none.
    return undefined;
  }
}
