import { type Extraction, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { embeddedYaml } from '../../parsers/yaml/embedded.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import type { Source } from '../../text/source.ts';
import { extractByDocument } from '../shared/settings/yaml-documents.ts';
import { programName } from '../shared/tools/provider-options.ts';
import { inside, itemSegment, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { readChartSource } from './chart-sources.ts';
import { Collector, moveScope, type ObjectContext } from './collector.ts';
import { handlerOf } from './handlers.ts';
import { EMBEDDED_KEYS } from './keys.ts';
import { readRequirement } from './labels.ts';
import { kubernetesModule } from './module.ts';
import { readSetting } from './patches.ts';
import { isProhibition } from './prohibitions.ts';

/** What the objects of a Kubernetes manifest refer to, by the meaning of their keys. Remembers documents that it has read. */
export function createExtractKubernetes(): Extract {
  return extractByDocument(extractObjects, moveScope);
}

function extractObjects(source: Source): Extraction {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const collector = new Collector(kubernetesModule(source.path));
  for (const document of file.documents) readManifest(collector, document);
  return {
    references: uniqueReferences(collector.references),
    definitions: collector.definitions,
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
}

/** Any document that has the keys of Kubernetes objects, by what these mean. */
export function readManifest(collector: Collector, document: TreeNode, path?: TreePath): void {
  readNode(collector, document, path, NO_OBJECT);
}

const NO_OBJECT: ObjectContext = { kind: '', group: '', isEmbedded: false };

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
  const { isEmbedded } = outerContext;
  const { kind, group } = object ?? outerContext;
  const context: ObjectContext = { kind, group, isEmbedded, program: programOf(map) };
  readRequirement(collector, map, path);
  collector.addProviders(map, path);
  const done = readChartSource(collector, map, path, context);
  const isValueDone = readSetting(collector, map, path, context);
  for (const { key, value } of map.entries) {
    if (!value || done.has(key) || (isValueDone && key === 'value')) continue;
    const inner = inside(path, key);
    const isDone =
      isProhibition(value, inner, context) ||
      (handlerOf(key, context)?.(collector, value, inner, context) ?? false) ||
      readEmbedded(collector, key, value, inner, context);
    if (!isDone) readNode(collector, value, inner, context);
  }
}

/** Values of a chart, or a patch, that a manifest holds as text. */
function readEmbedded(
  collector: Collector,
  key: string,
  value: TreeNode,
  path: TreePath,
  context: ObjectContext,
): boolean {
  const isText = value.kind === 'scalar' && value.type === 'string' && value.text.includes('\n');
  if (!isText || !EMBEDDED_KEYS.has(key) || context.isEmbedded) return false;
  for (const document of embeddedYaml(value))
    readNode(collector, document, path, { ...context, isEmbedded: true });
  return true;
}

/** An object says what it is; so does a reference to an object. */
function objectOf(map: TreeMap): Pick<ObjectContext, 'kind' | 'group'> | undefined {
  const apiVersion = childOf(map, 'apiVersion');
  const kind = childOf(map, 'kind');
  if (apiVersion?.kind !== 'scalar' || kind?.kind !== 'scalar') return undefined;
  const slash = apiVersion.text.indexOf('/');
  return { kind: kind.text, group: slash < 0 ? '' : apiVersion.text.slice(0, slash) };
}

/** Which program gets a container's arguments: that of its image, where a template does not compose its name. */
function programOf(map: TreeMap): string | undefined {
  const [image, name] = [childOf(map, 'image'), childOf(map, 'name')];
  if (image?.kind === 'scalar' && programName(image.text) !== '') return image.text;
  return image && name?.kind === 'scalar' ? name.text : undefined;
}

function labelOf(map: TreeMap, { kind }: Pick<ObjectContext, 'kind'>): string {
  const name = childOf(childOf(map, 'metadata'), 'name') ?? childOf(map, 'name');
  return name?.kind === 'scalar' ? `${kind}/${name.text}` : kind;
}
