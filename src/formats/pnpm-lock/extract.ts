import type { DependencyGraph } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseIndented } from '../../parsers/indented.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { compareSpans } from '../../text/span.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { addFetched, lockedReferences, manifestOf } from '../shared/packages/npm-lock.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { stringAt } from '../shared/tree-access.ts';
import { type PnpmPackage, type PnpmProject, readPackages } from './packages.ts';

/** Every installed package, who brings it in, and the addresses of those that are not from the default registry. */
export const extractPnpmLock: Extract = source => {
  const { root, problems } = parseIndented(source);
  const scope = npmModule(source.path);
  const { packages, projects } = readPackages(root);
  const graph = graphOf(packages, projects, source.path);
  const direct = new Set(projects.flatMap(project => project.requires));
  const installed = packages.filter(each => !each.isLocal);
  const hosts = new FetchedHosts(scope);
  for (const each of installed) {
    const address = addressOf(each);
    if (address) addFetched(hosts, address, each.locked.name, each.locked.version);
  }
  const references = [
    ...lockedReferences(
      installed.map(each => each.locked),
      direct,
      scope,
    ),
    ...hosts.references(),
  ];
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph, comments: [], problems };
};

function graphOf(
  packages: readonly PnpmPackage[],
  projects: readonly PnpmProject[],
  path: string,
): DependencyGraph {
  const edges = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  const roots = new Map<string, string>();
  for (const { locked } of packages) {
    edges.set(locked.node, locked.requires);
    names.set(locked.node, locked.name);
  }
  for (const { folder, requires } of projects) {
    const node = folder === '.' ? '' : folder;
    const manifest = manifestOf(path, node);
    edges.set(node, requires);
    if (manifest !== undefined) roots.set(node, manifest);
  }
  return { edges, names, roots };
}

/** `resolution: {tarball: …}` or `{repo: …, commit: …}`, or the same on lines of their own. */
function addressOf({ resolution }: PnpmPackage): PlacedText | undefined {
  const own = stringAt(resolution, 'tarball') ?? stringAt(resolution, 'repo');
  if (own || resolution?.kind !== 'scalar') return own;
  const match = /(?:tarball|repo): *["']?([^\s,}"']+)/.exec(resolution.text);
  if (!match?.[1]) return undefined;
  const end = match.index + match[0].length;
  return slicePlaced(resolution, end - match[1].length, end);
}
