import type { CollectionItem, Expression } from '../../../model/expression.ts';
import { anyElement, anyKey, isSmall } from '../../../parsers/hcl/elements.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../../parsers/hcl/tree.ts';

/** What the loop variables of a block stand for, by name: `each.value`, `each.key`, `setting.value`. */
export type LoopVariables = ReadonlyMap<string, Expression>;

/**
 * The loop variables inside a block that is repeated by `for_each`
 * (https://developer.hashicorp.com/terraform/language/meta-arguments/for_each), besides the `outer` ones.
 */
export function loopVariablesOf(body: HclBody, outer: LoopVariables): LoopVariables {
  return withLoop('each', body, outer);
}

/** The same for a `dynamic` block in the file's `text` (https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks). */
export function dynamicVariablesOf(block: HclBlock, outer: LoopVariables, text: string): LoopVariables {
  const iterator = attributeOf(block.body, 'iterator')?.value.span;
  const name = iterator ? text.slice(iterator.start, iterator.end) : block.labels[0]?.text;
  return withLoop(name ?? '', block.body, outer);
}

function withLoop(name: string, body: HclBody, outer: LoopVariables): LoopVariables {
  const collection = attributeOf(body, 'for_each')?.value;
  if (!collection) return outer;
  const source = putIn(collection, outer);
  const variables = new Map(outer);
  const isKnown = isSmall(source);
  if (isKnown) variables.set(`${name}.value`, anyElement(source)).set(`${name}.key`, anyKey(source));
  return variables;
}

/** `expression` with the loop variables replaced by what they stand for. */
export function putIn(expression: Expression, variables: LoopVariables): Expression {
  if (variables.size === 0) return expression;
  const inner = (part: Expression): Expression => putIn(part, variables);
  switch (expression.type) {
    case 'variable':
      return variables.get(expression.name) ?? expression;
    case 'template':
      return { ...expression, parts: expression.parts.map(inner) };
    case 'choice':
      return { ...expression, options: expression.options.map(inner) };
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
