import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, spanWithin, type TreeNode } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import type { Span } from '../../text/span.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { type LockNode, lockGraph } from '../shared/packages/lock-graph.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { entriesOf, itemsOf, stringOf } from '../shared/tree-access.ts';
import { hostReferences, mirrorReferences } from '../shared/url-references.ts';

/** Every installed pod, who brings it in, and the spec repositories. */
export const extractPodfileLock: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const scope = folderModule('cocoapods', source.path);
  const [root] = documents;
  const pods = itemsOf(childOf(root, 'PODS')).flatMap(podOf);
  const locked: LockNode[] = pods.map(pod => ({ node: pod.name, name: pod.name, requires: pod.requires }));
  const direct = itemsOf(childOf(root, 'DEPENDENCIES')).flatMap(item => podOf(item).map(pod => pod.name));
  const isDirect = new Set(direct);
  const references = pods.flatMap(({ name, span, version }) =>
    packageReferences(
      {
        type: 'cocoapods',
        // `Name/Part` is a part of the pod.
        path: name.split('/')[0] ?? name,
        name,
        span,
        written: version,
        version,
        dependency: isDirect.has(name) ? 'direct' : 'transitive',
        node: name,
      },
      { scope, structuralPath: ['PODS', name] },
    ),
  );
  return {
    references: [...references, ...repositories(root, scope)],
    definitions: [],
    calls: [],
    graph: lockGraph(source.path, 'Podfile', locked, direct),
    comments,
    problems,
  };
};

interface LockedPod {
  /** With the part of it: `Name/Part`. */
  readonly name: string;
  readonly span: Span;
  readonly version?: string;
  readonly requires: readonly string[];
}

/** `Name (1.0)`, or a map from that to the list of what the pod requires. */
function podOf(item: TreeNode): LockedPod[] {
  const entry = item.kind === 'map' ? item.entries[0] : undefined;
  const scalar = stringOf(item);
  const text = entry?.key ?? scalar?.text ?? '';
  const match = /^([^\s(]+)(?:\s+\(([^)]*)\))?/.exec(text);
  const place = entry?.keySpan ?? scalar?.span;
  const name = match?.[1];
  if (name === undefined || !place) return [];
  const span = scalar
    ? spanWithin(scalar, 0, name.length)
    : { start: place.start, end: Math.min(place.end, place.start + name.length) };
  const requires = itemsOf(entry?.value).flatMap(
    each => /^[^\s(]+/.exec(stringOf(each)?.text ?? '')?.[0] ?? [],
  );
  const version = match?.[2];
  return [version === undefined ? { name, span, requires } : { name, span, version, requires }];
}

/** The spec repositories by address, and pods from elsewhere. */
function repositories(root: TreeNode | undefined, scope: string): Reference[] {
  const specs = entriesOf(childOf(root, 'SPEC REPOS')).flatMap(({ key, keySpan }) =>
    key.includes('.')
      ? mirrorReferences({ text: key, span: keySpan }, 'cocoapods', { scope, structuralPath: ['SPEC REPOS'] })
      : [],
  );
  const external = entriesOf(childOf(root, 'EXTERNAL SOURCES')).flatMap(({ key, value }) =>
    entriesOf(value).flatMap(option => {
      const address = stringOf(option.value);
      const isAddress = /^:?(?:git|http|podspec)$/.test(option.key) && address?.text.includes('/');
      return isAddress && address
        ? hostReferences(address, { scope, structuralPath: ['EXTERNAL SOURCES', key] })
        : [];
    }),
  );
  return [...specs, ...external];
}
