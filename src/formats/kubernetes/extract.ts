import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { inside, itemSegment, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { Collector, type ObjectContext } from './collector.ts';
import { handlerOf } from './handlers.ts';
import { readRequirement } from './labels.ts';
import { kubernetesModule } from './module.ts';

/** What the objects of a Kubernetes manifest refer to, by the meaning of their keys. */
export const extractKubernetes: Extract = source => {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const collector = new Collector(kubernetesModule(source.path));
  for (const document of file.documents) readNode(collector, document, undefined, NO_OBJECT);
  return {
    references: uniqueReferences(collector.references),
    definitions: collector.definitions,
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};

const NO_OBJECT: ObjectContext = { kind: '', group: '' };

function readNode(
  collector: Collector,
  node: TreeNode,
  path: TreePath | undefined,
  context: ObjectContext,
): void {
  if (node.kind === 'scalar') collector.addStrings(node, path);
  else if (node.kind === 'map') readMap(collector, node, path, context);
  else {
    node.items.forEach((item, index) => {
      // Objects bring their own name.
      const isObject = item.kind === 'map' && objectOf(item) !== undefined;
      readNode(collector, item, isObject ? path : inside(path, itemSegment(item, index)), context);
    });
  }
}

function readMap(
  collector: Collector,
  map: TreeMap,
  outer: TreePath | undefined,
  outerContext: ObjectContext,
): void {
  const object = objectOf(map);
  const path = object ? inside(outer, labelOf(map, object)) : outer;
  const context = object ?? outerContext;
  readRequirement(collector, map, path);
  for (const { key, value } of map.entries) {
    if (!value) continue;
    const inner = inside(path, key);
    const isDone = handlerOf(key, context)?.(collector, value, inner, context) ?? false;
    if (!isDone) readNode(collector, value, inner, context);
  }
}

/** An object says what it is; so does a reference to an object. */
function objectOf(map: TreeMap): ObjectContext | undefined {
  const apiVersion = childOf(map, 'apiVersion');
  const kind = childOf(map, 'kind');
  if (apiVersion?.kind !== 'scalar' || kind?.kind !== 'scalar') return undefined;
  const slash = apiVersion.text.indexOf('/');
  return { kind: kind.text, group: slash < 0 ? '' : apiVersion.text.slice(0, slash) };
}

function labelOf(map: TreeMap, { kind }: ObjectContext): string {
  const name = childOf(childOf(map, 'metadata'), 'name') ?? childOf(map, 'name');
  return name?.kind === 'scalar' ? `${kind}/${name.text}` : kind;
}
