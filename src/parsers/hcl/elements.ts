import { allPartsOf, type Expression, UNKNOWN_PART } from '../../model/expression.ts';
import type { Span } from '../../text/span.ts';
import type { TraversalStep } from './tree.ts';

/** Any one of a collection's elements: what a loop over it gives. */
export function anyElement(collection: Expression): Expression {
  const { span } = collection;
  if (collection.type === 'collection') {
    return { type: 'choice', options: collection.items.map(item => item.value), span };
  }
  if (collection.type === 'call' && SAME_ELEMENTS.has(collection.name)) {
    const [only] = collection.arguments;
    if (only && collection.arguments.length === 1) return anyElement(only);
  }
  return { type: 'call', name: 'one', arguments: [collection], span };
}

/** Functions that change a collection's type, order or duplicates, but not what is in it. */
const SAME_ELEMENTS: ReadonlySet<string> = new Set(['toset', 'tolist', 'distinct', 'sort', 'reverse']);

/** Any one of a collection's keys; in a set they are the elements. */
export function anyKey(collection: Expression): Expression {
  const { span } = collection;
  if (collection.type === 'collection') return { type: 'choice', options: keysOf(collection), span };
  if (collection.type === 'call' && collection.name === 'toset') return anyElement(collection);
  return anyElement({ type: 'call', name: 'keys', arguments: [collection], span });
}

function keysOf({ items, span }: Expression & { type: 'collection' }): Expression[] {
  return items.map(({ key, keySpan }): Expression => {
    const isKnown = key !== undefined && key !== UNKNOWN_PART && keySpan !== undefined;
    return isKnown ? { type: 'literal', value: key, span: keySpan } : unknown(span);
  });
}

function unknown(span: Span): Expression {
  return { type: 'unknown', reason: 'unsupported-expression', span };
}

/** What `steps` lead to from `value`; `span` is that of the value with its steps. */
export function stepInto(value: Expression, steps: readonly TraversalStep[], span: Span): Expression {
  if (steps.length === 0) return value;
  if (steps.length > MAX_STEPS || isHigherThan(value, MAX_HEIGHT)) return unknown(span);
  let result = value;
  for (const step of steps) {
    if (step.type === 'splat') result = anyElement(result);
    else if (step.type === 'index') result = { type: 'member', object: result, key: step.key, span };
    else
      result = {
        type: 'member',
        object: result,
        key: { type: 'literal', value: step.name, span: step.span },
        span,
      };
  }
  return result;
}

/** More steps than any person writes; each becomes a level of the expression. */
const MAX_STEPS = 50;

/** Steps into what steps led to, again and again, would make an expression that is too high to be walked through. */
const MAX_HEIGHT = 200;

function isHigherThan(expression: Expression, height: number): boolean {
  return height < 0 || allPartsOf(expression).some(part => isHigherThan(part, height - 1));
}

/**
 * Whether an expression is small enough to be repeated at every use of a loop variable. Without a limit, loops in
 * loops would make an expression that takes for ever to evaluate.
 */
export function isSmall(expression: Expression): boolean {
  return remaining(expression, MAX_PARTS) >= 0;
}

const MAX_PARTS = 200;

/** `budget` less the number of parts of `expression`; stops counting below zero. */
function remaining(expression: Expression, budget: number): number {
  let left = budget - 1;
  for (const part of allPartsOf(expression)) {
    if (left < 0) return left;
    left = remaining(part, left);
  }
  return left;
}
