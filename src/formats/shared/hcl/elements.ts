import type { Expression } from '../../../model/expression.ts';

/** The single values that a setting gives: each item of a list, each option of a conditional. */
export function elementsOf(value: Expression): Expression[] {
  switch (value.type) {
    case 'choice':
      return value.options.flatMap(elementsOf);
    case 'collection':
      return value.items.flatMap(item => elementsOfItem(item.value));
    case 'call':
      if (GIVES_ITS_ARGUMENTS.has(value.name)) return value.arguments.flatMap(elementsOf);
      return isOperation(value.name) ? [] : [value];
    default:
      return [value];
  }
}

/** Comparisons and arithmetic give no name of anything. */
function isOperation(name: string): boolean {
  return !/^\w/.test(name);
}

/** An object in a list of zones has other elements too; it is looked at by their names. */
function elementsOfItem(value: Expression): Expression[] {
  const isObject = value.type === 'collection' && value.items.some(item => item.key !== undefined);
  return isObject ? [] : elementsOf(value);
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
