import type { CollectionItem, Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import type { HclAttribute, HclBlock, HclBody } from './tree.ts';

type MoveSpan = (place: Span) => Span;

/** The same body `distance` further on in its file. */
export function moveBody(body: HclBody, distance: number): HclBody {
  if (distance === 0) return body;
  return movedBody(body, place => span(place.start + distance, place.end + distance));
}

/** The same expression with every span replaced by what `move` makes of it. */
export function moveExpression(expression: Expression, move: MoveSpan): Expression {
  const inner = (part: Expression): Expression => moveExpression(part, move);
  const place = move(expression.span);
  switch (expression.type) {
    case 'template':
      return { ...expression, parts: expression.parts.map(inner), span: place };
    case 'choice':
      return { ...expression, options: expression.options.map(inner), span: place };
    case 'collection':
      return { ...expression, items: expression.items.map(item => movedItem(item, move)), span: place };
    case 'member':
      return { ...expression, object: inner(expression.object), key: inner(expression.key), span: place };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(inner), span: place };
    case 'variable':
      return {
        ...expression,
        ...(expression.fallback && { fallback: inner(expression.fallback) }),
        span: place,
      };
    default:
      return { ...expression, span: place };
  }
}

function movedItem(item: CollectionItem, move: MoveSpan): CollectionItem {
  const value = moveExpression(item.value, move);
  return item.keySpan ? { ...item, keySpan: move(item.keySpan), value } : { ...item, value };
}

function movedBody(body: HclBody, move: MoveSpan): HclBody {
  return {
    attributes: body.attributes.map(attribute => movedAttribute(attribute, move)),
    blocks: body.blocks.map(block => movedBlock(block, move)),
  };
}

function movedAttribute({ name, nameSpan, value, span: place }: HclAttribute, move: MoveSpan): HclAttribute {
  return { name, nameSpan: move(nameSpan), value: moveExpression(value, move), span: move(place) };
}

function movedBlock({ type, typeSpan, labels, body, span: place }: HclBlock, move: MoveSpan): HclBlock {
  return {
    type,
    typeSpan: move(typeSpan),
    labels: labels.map(label => ({ text: label.text, span: move(label.span) })),
    body: movedBody(body, move),
    span: move(place),
  };
}
