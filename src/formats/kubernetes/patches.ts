import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeMap, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import type { Collector, ObjectContext } from './collector.ts';
import { handlerOf } from './handlers.ts';
import { ANNOTATION_MAP_KEYS, LABEL_MAP_KEYS } from './keys.ts';

/**
 * What sets a value elsewhere: a chart's parameter `{ name: image.tag, value }`, or an operation of a JSON patch
 * `{ op, path: /spec/…/image, value }` (RFC 6902). The last part of the name says what the value means.
 * @returns whether the value has been read.
 */
export function readSetting(
  collector: Collector,
  map: TreeMap,
  path: TreePath | undefined,
  context: ObjectContext,
): boolean {
  const value = childOf(map, 'value');
  const pointer = childOf(map, 'op') ? childOf(map, 'path') : undefined;
  if (pointer?.kind === 'scalar') return readOperation(collector, pointer, value, path, context);
  const name = SETTING_LISTS.has(path?.parent?.segment ?? '') ? childOf(map, 'name') : undefined;
  if (name?.kind !== 'scalar' || !value) return false;
  const key = name.text.slice(name.text.lastIndexOf('.') + 1);
  return handlerOf(key, context)?.(collector, value, inside(path, name.text), context) ?? false;
}

/** Argo CD's parameters, Helmfile's `set`. */
const SETTING_LISTS = new Set(['parameters', 'set']);

function readOperation(
  collector: Collector,
  pointer: TreeScalar,
  value: TreeNode | undefined,
  path: TreePath | undefined,
  context: ObjectContext,
): boolean {
  const steps = pointer.text.split('/');
  const last = steps.at(-1) ?? '';
  const parent = steps.at(-2) ?? '';
  const inner = inside(path, pointer.text);
  if (ANNOTATION_MAP_KEYS.has(parent) || LABEL_MAP_KEYS.has(parent)) {
    const written = slicePlaced(pointer, pointer.text.length - last.length, pointer.text.length);
    const name = { ...written, text: last.replaceAll('~1', '/').replaceAll('~0', '~') };
    if (/[./]/.test(name.text)) collector.addName('annotation', name, inner);
    return false;
  }
  const key = /^(?:\d+|-)$/.test(last) ? parent : last;
  return value ? (handlerOf(key, context)?.(collector, value, inner, context) ?? false) : false;
}
