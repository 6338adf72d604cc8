import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import type { Collector } from './collector.ts';
import { DRIVER_ANNOTATIONS, IGNORED_ANNOTATION, REGION_LABEL } from './keys.ts';

/** Label names, and the regions that some labels hold. */
export function readLabels(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind !== 'map') return false;
  for (const label of value.entries) {
    const inner = inside(path, label.key);
    addKey(collector, { text: label.key, span: label.keySpan }, inner);
    if (label.value && REGION_LABEL.test(label.key)) collector.addNames('region', label.value, inner);
  }
  return true;
}

/** Annotation names, and what their values name: a driver, a region, or hosts. */
export function readAnnotations(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind !== 'map') return false;
  for (const { key, keySpan, value: text } of value.entries) {
    const inner = inside(path, key);
    addKey(collector, { text: key, span: keySpan }, inner);
    if (text?.kind !== 'scalar' || IGNORED_ANNOTATION.test(key)) continue;
    if (DRIVER_ANNOTATIONS.has(key)) collector.addName('driver', text, inner);
    else if (REGION_LABEL.test(key)) collector.addName('region', text, inner);
    else collector.addStrings(text, inner);
  }
  return true;
}

/** `{ key, operator, values }` of affinities, topologies, selectors and tolerations. */
export function readRequirement(collector: Collector, map: TreeMap, path: TreePath | undefined): void {
  const key = childOf(map, 'key');
  const isRequirement = map.entries.some(entry => REQUIREMENT_KEYS.has(entry.key));
  if (key?.kind !== 'scalar' || !isRequirement) return;
  addKey(collector, key, inside(path, 'key'));
  const values = REGION_LABEL.test(key.text) ? childOf(map, 'values') : undefined;
  if (values) collector.addNames('region', values, inside(path, 'values'));
}

/**
 * What a device plug-in gives, by the names of the resources that are asked for or limited
 * (https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#extended-resources).
 */
export function readResources(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind !== 'map') return false;
  for (const { key, keySpan } of value.entries) {
    const start = QUOTA_PREFIX.exec(key)?.[0].length ?? 0;
    const name = slicePlaced({ text: key, span: keySpan }, start, key.length);
    // Those without a domain are of every cluster.
    if (EXTENDED_RESOURCE.test(name.text)) collector.addName('annotation', name, inside(path, key));
  }
  return false;
}

/** In a quota it stands before the resource's name. */
const QUOTA_PREFIX = /^(?:requests|limits)\./;

const EXTENDED_RESOURCE = /^[\w-]+(?:\.[\w-]+)+\/[\w.-]+$/;

const REQUIREMENT_KEYS = new Set(['operator', 'values', 'effect', 'tolerationSeconds']);

/** Names without a domain are the project's own. */
function addKey(collector: Collector, key: PlacedText, path: TreePath): void {
  if (/[./]/.test(key.text)) collector.addName('annotation', key, path);
}
