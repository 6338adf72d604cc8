import type { Expression } from '../../../model/expression.ts';
import { anyElement, anyKey, isSmall } from '../../../parsers/hcl/elements.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../../parsers/hcl/tree.ts';
import { mapExpression } from './map-expression.ts';

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
  return mapExpression(expression, part => (part.type === 'variable' ? variables.get(part.name) : undefined));
}
