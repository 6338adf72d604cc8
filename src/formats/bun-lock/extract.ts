import type { DependencyGraph } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, spanWithin, type TreeEntry, type TreeNode } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { addFetched, type LockedNpm, lockedReferences, manifestOf } from '../shared/packages/npm-lock.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { entriesOf, itemsOf, stringAt, stringOf } from '../shared/tree-access.ts';

/** Every installed package, who brings it in, and the addresses of those that are not from the default registry. */
export const extractBunLock: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = npmModule(source.path);
  const listed = entriesOf(childOf(root, 'packages'));
  const known = new Set(listed.map(({ key }) => key));
  const hosts = new FetchedHosts(scope);
  const packages = listed.flatMap(entry => lockedPackage(entry, known, hosts));
  const graph = graphOf(packages, entriesOf(childOf(root, 'workspaces')), known, source.path);
  const direct = new Set([...graph.roots.keys()].flatMap(each => graph.edges.get(each) ?? []));
  const references = [...lockedReferences(packages, direct, scope), ...hosts.references()];
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph, comments: [], problems };
};

/** `"key": ["name@version", "registry", {dependencies}, "hash"]` (https://bun.sh/docs/pm/lockfile). */
function lockedPackage(
  { key, value }: TreeEntry,
  known: ReadonlySet<string>,
  hosts: FetchedHosts,
): LockedNpm[] {
  const items = itemsOf(value);
  const resolution = stringOf(items[0]);
  const at = resolution?.text.indexOf('@', 1) ?? -1;
  if (!resolution || at < 1) return [];
  const name = resolution.text.slice(0, at);
  const version = resolution.text.slice(at + 1);
  if (LOCAL.test(version)) return [];
  const registry = stringOf(items[1]);
  if (registry?.text.includes('://')) addFetched(hosts, registry, name, version);
  if (version.includes('://')) hosts.add(slicePlaced(resolution, at + 1, resolution.text.length));
  const details = items.find(item => item.kind === 'map');
  return [
    {
      name,
      nameSpan: spanWithin(resolution, 0, at),
      version,
      node: key,
      requires: requiredNodes(details, PACKAGE_SECTIONS, key, known),
    },
  ];
}

const LOCAL = /^(?:workspace|link|file|root):/;
const PACKAGE_SECTIONS = ['dependencies', 'optionalDependencies', 'peerDependencies'];
const PROJECT_SECTIONS = [...PACKAGE_SECTIONS, 'devDependencies'];

function graphOf(
  packages: readonly LockedNpm[],
  workspaces: readonly TreeEntry[],
  known: ReadonlySet<string>,
  path: string,
): DependencyGraph {
  const edges = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  const roots = new Map<string, string>();
  for (const { node, name, requires } of packages) {
    edges.set(node, requires);
    names.set(node, name);
  }
  for (const { key, value } of workspaces) {
    const manifest = manifestOf(path, key);
    if (manifest === undefined) continue;
    const node = key === '' ? '' : `workspace:${key}`;
    roots.set(node, manifest);
    edges.set(node, requiredNodes(value, PROJECT_SECTIONS, stringAt(value, 'name')?.text ?? '', known));
  }
  return { edges, names, roots };
}

/** A package finds what it asks for below its own key, else below the keys around it. */
function requiredNodes(
  node: TreeNode | undefined,
  sections: readonly string[],
  from: string,
  known: ReadonlySet<string>,
): string[] {
  return sections
    .flatMap(section => entriesOf(childOf(node, section)))
    .flatMap(({ key }) => nearest(from, key, known) ?? []);
}

function nearest(from: string, name: string, known: ReadonlySet<string>): string | undefined {
  let place = from.length > LONGEST_KEY ? '' : from;
  for (let level = 0; level < DEEPEST_NESTING && place !== ''; level++) {
    const candidate = `${place}/${name}`;
    if (known.has(candidate)) return candidate;
    place = place.slice(0, Math.max(0, place.lastIndexOf('/')));
  }
  return known.has(name) ? name : undefined;
}

/** Bound the cost of each dependency of a hostile file. */
const DEEPEST_NESTING = 50;
const LONGEST_KEY = 2000;
