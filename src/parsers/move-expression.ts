import type { CollectionItem, Expression } from '../model/expression.ts';
import type { Span } from '../text/span.ts';

/** What becomes of a place. */
export type MoveSpan = (place: Span) => Span;

/** The same expression with every span replaced by what `move` makes of it. */
export function moveExpression(expression: Expression, move: MoveSpan): Expression {
  const inner = (part: Expression): Expression => moveExpression(part, move);
  const place = move(expression.span);
  switch (expression.type) {
    case 'template':
      return { ...expression, parts: expression.parts.map(inner), span: place };
    case 'choice':
      return {
        ...expression,
        options: expression.options.map(inner),
        ...(expression.conditions && { conditions: expression.conditions.map(inner) }),
        span: place,
      };
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
