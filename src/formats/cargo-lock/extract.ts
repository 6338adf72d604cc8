import { type DependencyGraph, type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeMap, type TreeScalar } from '../../parsers/tree.ts';
import { dirname } from '../../text/path.ts';
import { compareSpans } from '../../text/span.ts';
import { cargoModule, cargoPackage } from '../shared/packages/cargo-package.ts';
import { NodeNames, statedGraph } from '../shared/packages/lock-graph.ts';
import { packageReference } from '../shared/packages/package-reference.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { itemsOf, stringAt, stringsOf } from '../shared/tree-access.ts';

/** Every locked crate, who brings it in, and the registries and git hosts that they come from. */
export const extractCargoLock: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const scope = cargoModule(source.path);
  const crates = cratesOf(root);
  const graph = graphOf(crates, source.path);
  const direct = new Set([...graph.roots.keys()].flatMap(each => graph.edges.get(each) ?? []));
  const hosts = new FetchedHosts(scope);
  const references = crates.flatMap((crate): Reference[] => {
    const { name, version, node, source: from } = crate;
    if (!from) return [];
    const isRegistry = /^(?:registry|sparse)\+/.test(from.text);
    hosts.add(from, isRegistry ? { ecosystem: 'cargo' } : undefined);
    const dependency = direct.has(node) ? 'direct' : 'transitive';
    const found = cargoPackage(name.text, version, version, { dependency, node });
    return [packageReference(found, name.span, { scope, structuralPath: ['package', node] })];
  });
  references.push(...hosts.references());
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph, comments, problems };
};

/** https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html */
interface Crate {
  readonly name: TreeScalar;
  readonly version?: string;
  /** `name version`, with the place of a repetition. */
  readonly node: string;
  /** Absent for a crate of the repository. */
  readonly source?: TreeScalar;
  /** `name`, `name version` or `name version (source)`. */
  readonly requires: readonly string[];
}

/** The first versions of the file have the project itself in `[root]`. */
function cratesOf(root: TreeMap): Crate[] {
  const seen = new Set<string>();
  const items = [...itemsOf(childOf(root, 'package')), childOf(root, 'root')];
  return items.flatMap((item): Crate[] => {
    const name = stringAt(item, 'name');
    if (!name) return [];
    const version = stringAt(item, 'version')?.text;
    const source = stringAt(item, 'source');
    const full = version === undefined ? name.text : `${name.text} ${version}`;
    const node = seen.has(full) ? `${full} #${name.span.start}` : full;
    seen.add(node);
    return [
      {
        name,
        node,
        requires: stringsOf(childOf(item, 'dependencies')).map(({ text }) => text),
        ...(version === undefined ? {} : { version }),
        ...(source ? { source } : {}),
      },
    ];
  });
}

/**
 * The file names the crates of the repository, but not their folders: dependencies are looked for in the manifest
 * beside it, which lists those of a workspace too.
 */
function graphOf(crates: readonly Crate[], path: string): DependencyGraph {
  const folder = dirname(path);
  const manifest = folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`;
  const names = new NodeNames();
  const known = new Set<string>();
  for (const { name, node } of crates) {
    names.add(name.text, node);
    known.add(node);
  }
  const nodes = crates.map(({ name, node, requires }) => ({
    node,
    name: name.text,
    requires: requires.flatMap(each => requiredNodes(each, names, known)),
  }));
  return statedGraph(
    nodes,
    new Map(crates.flatMap(({ node, source }) => (source ? [] : [[node, manifest]]))),
  );
}

function requiredNodes(required: string, names: NodeNames, known: ReadonlySet<string>): readonly string[] {
  const [name = '', version] = required.split(' ', 2);
  const exact = version === undefined ? undefined : `${name} ${version}`;
  return exact !== undefined && known.has(exact) ? [exact] : names.find(name);
}
