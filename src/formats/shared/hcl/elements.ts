import type { Expression } from '../../../model/expression.ts';
import { branchesOf, outermostPlace, type Place, type PlacedExpression } from './place.ts';

/** The single values that a setting gives: each item of a list, each option of a conditional. */
export function elementsOf(value: Expression): Expression[] {
  return elementsAt(value, outermostPlace('', '')).map(({ expression }) => expression);
}

/** The same with the place of each: in a branch of a conditional it is another one. */
export function elementsAt(value: Expression, place: Place): PlacedExpression[] {
  switch (value.type) {
    case 'choice':
      return branchesOf(value, place).flatMap(branch => elementsAt(branch.expression, branch.place));
    case 'collection':
      return value.items.flatMap(item => elementsOfItem(item.value, place));
    case 'call':
      if (GIVES_ITS_ARGUMENTS.has(value.name))
        return value.arguments.flatMap(each => elementsAt(each, place));
      return isOperation(value.name) ? [] : [{ expression: value, place }];
    default:
      return [{ expression: value, place }];
  }
}

/** Comparisons and arithmetic give no name of anything. */
function isOperation(name: string): boolean {
  return !/^\w/.test(name);
}

/** An object in a list of zones has other elements too; it is looked at by their names. */
function elementsOfItem(value: Expression, place: Place): PlacedExpression[] {
  const isObject = value.type === 'collection' && value.items.some(item => item.key !== undefined);
  return isObject ? [] : elementsAt(value, place);
}

/** Functions whose result is one of their arguments, or a collection of what is in them. */
const GIVES_ITS_ARGUMENTS: ReadonlySet<string> = new Set([
  'coalesce',
  'coalescelist',
  'compact',
  'concat',
  'distinct',
  'flatten',
  'nonsensitive',
  'reverse',
  'sensitive',
  'sort',
  'tolist',
  'toset',
  'tostring',
  'try',
]);

/** Could the text be the id or name of a region or zone? A `location` is also a path or an address, a zone a number. */
export function isLocationId(text: string): boolean {
  return /^[a-z][a-z0-9_ ()-]*$/i.test(text) && !/^(?:true|false)$/.test(text);
}
