import type { Expression } from '../../model/expression.ts';
import { visibleText } from '../../parsers/interpolation.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeMap, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import { type Collector, scalarsOf } from './collector.ts';
import { replaceable } from './overrides.ts';
import { MANIFEST_WORDING } from './wording.ts';

/** An image, a list of images, or one in parts: `{ registry, repository, tag }`. */
export function readImage(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind === 'map') return readParts(collector, value, path);
  for (const image of scalarsOf(value)) {
    // Keys that only end like an image's name can hold something else.
    const { textOf, lookUp } = collector.wording;
    const text = textOf(image);
    const visible = visibleText(text).text;
    const isImage = path.segment === 'image' || /[/:.\0]/.test(visible);
    if (!isImage || image.type !== 'string' || /\s/.test(visible)) continue;
    const references = imageReferences(text, collector.where(path), lookUp);
    const isPlain = collector.wording === MANIFEST_WORDING;
    collector.add(
      isPlain ? references.map(each => ({ ...each, value: replaceable(each.value) })) : references,
    );
  }
  return value.kind === 'scalar' || value.items.every(item => item.kind === 'scalar');
}

/** A list of images, or of overrides `name=new name` as Argo CD has them; one of maps is read by its keys. */
export function readImages(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind !== 'list' || value.items.some(item => item.kind !== 'scalar')) return false;
  const { textOf, lookUp } = collector.wording;
  for (const scalar of scalarsOf(value)) {
    const image = slicePlaced(scalar, scalar.text.lastIndexOf('=') + 1, scalar.text.length);
    const isImage = /[/:]/.test(image.text) && !/\s|:\/\//.test(image.text);
    if (isImage) collector.add(imageReferences(textOf(image), collector.where(path), lookUp));
    else collector.addStrings(scalar, path);
  }
  return true;
}

function readParts(collector: Collector, map: TreeMap, path: TreePath): boolean {
  const repository = textAt(map, 'repository');
  if (!repository) return false;
  const registry = textAt(map, 'registry');
  const tag = textAt(map, 'tag');
  const digest = textAt(map, 'digest');
  const parts: Expression[] = [
    ...(registry ? [registryOf(collector, registry), separator('/', registry)] : []),
    collector.expressionOf(repository),
    ...(tag && !digest ? [separator(':', tag), collector.expressionOf(tag)] : []),
    ...(digest ? [separator('@', digest), collector.expressionOf(digest)] : []),
  ];
  const [only] = parts;
  const value: Expression =
    parts.length === 1 && only ? only : { type: 'template', parts, span: repository.span };
  const place = (registry ?? repository).span;
  collector.add([{ kind: 'image', value, span: place, ...collector.where(inside(path, 'repository')) }]);
  return true;
}

/** The registry that is written, unless the chart's values have one for all images. */
function registryOf(collector: Collector, registry: TreeScalar): Expression {
  const written = collector.expressionOf(registry);
  const name = collector.wording.registryVariable;
  if (name === undefined) return written;
  const forAll: Expression = { type: 'variable', name, span: registry.span };
  return { type: 'call', name: 'firstgiven', arguments: [forAll, written], span: registry.span };
}

function textAt(map: TreeMap, key: string): TreeScalar | undefined {
  const node = childOf(map, key);
  return node?.kind === 'scalar' && node.text !== '' ? node : undefined;
}

/** Written nowhere: it stands between the parts. */
function separator(value: string, beside: TreeScalar): Expression {
  return { type: 'literal', value, span: span(beside.span.end, beside.span.end) };
}
