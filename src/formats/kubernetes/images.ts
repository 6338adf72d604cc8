import type { Expression } from '../../model/expression.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { childOf, type TreeMap, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { imageReferences } from '../shared/image-reference.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import { type Collector, scalarsOf } from './collector.ts';

/** An image, a list of images, or one in parts: `{ registry, repository, tag }`. */
export function readImage(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind === 'map') return readParts(collector, value, path);
  for (const image of scalarsOf(value)) {
    // Keys that only end like an image's name can hold something else.
    const isImage = path.segment === 'image' || /[/:.]/.test(image.text);
    if (!isImage || image.type !== 'string' || /\s/.test(image.text)) continue;
    collector.add(imageReferences(withoutVariables(image), collector.where(path), unknownVariable));
  }
  return value.kind === 'scalar' || value.items.every(item => item.kind === 'scalar');
}

function readParts(collector: Collector, map: TreeMap, path: TreePath): boolean {
  const repository = textAt(map, 'repository');
  if (!repository) return false;
  const registry = textAt(map, 'registry');
  const tag = textAt(map, 'tag');
  const parts: Expression[] = [
    ...(registry ? [literal(registry), separator('/', registry)] : []),
    literal(repository),
    ...(tag ? [separator(':', tag), literal(tag)] : []),
  ];
  const [only] = parts;
  const value: Expression =
    parts.length === 1 && only ? only : { type: 'template', parts, span: repository.span };
  const place = (registry ?? repository).span;
  collector.add([{ kind: 'image', value, span: place, ...collector.where(inside(path, 'repository')) }]);
  return true;
}

function textAt(map: TreeMap, key: string): TreeScalar | undefined {
  const node = childOf(map, key);
  return node?.kind === 'scalar' && node.text !== '' ? node : undefined;
}

function literal({ text, span: place }: TreeScalar): Expression {
  return { type: 'literal', value: text, span: place };
}

/** Written nowhere: it stands between the parts. */
function separator(value: string, beside: TreeScalar): Expression {
  return { type: 'literal', value, span: span(beside.span.end, beside.span.end) };
}
