import type { CollectionItem, Expression } from '../../../model/expression.ts';
import type { HclBody } from '../../../parsers/hcl/tree.ts';

/** What an expression is replaced by; `undefined` to keep it and go on with its parts. */
export type Replace = (expression: Expression) => Expression | undefined;

/** `expression` with some of its parts replaced, from the outside in. */
export function mapExpression(expression: Expression, replace: Replace): Expression {
  const replaced = replace(expression);
  if (replaced) return replaced;
  const inner = (part: Expression): Expression => mapExpression(part, replace);
  switch (expression.type) {
    case 'template':
      return { ...expression, parts: expression.parts.map(inner) };
    case 'choice':
      return {
        ...expression,
        options: expression.options.map(inner),
        ...(expression.conditions && { conditions: expression.conditions.map(inner) }),
      };
    case 'collection':
      return {
        ...expression,
        items: expression.items.map((item): CollectionItem => ({ ...item, value: inner(item.value) })),
      };
    case 'member':
      return { ...expression, object: inner(expression.object), key: inner(expression.key) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(inner) };
    default:
      return expression;
  }
}

/** The same for every value in a body. */
export function mapBody(body: HclBody, replace: Replace): HclBody {
  return {
    attributes: body.attributes.map(attribute => ({
      ...attribute,
      value: mapExpression(attribute.value, replace),
    })),
    blocks: body.blocks.map(block => ({ ...block, body: mapBody(block.body, replace) })),
  };
}
