import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { type Place, referenceAt } from './place.ts';

/** The environment variables that a map sets by its keys, or a list of objects by their `name`. */
export function environmentReferences(value: Expression, place: Place): Reference[] {
  return namesIn(value).flatMap(name => environmentReference(name, place));
}

/** One environment variable, by its name; nothing for a text that cannot be one. */
export function environmentReference(name: Expression, place: Place): Reference[] {
  if (name.type !== 'literal' || !VARIABLE_NAME.test(name.value)) return [];
  return [referenceAt(place, 'environment-variable', name, name.span)];
}

const VARIABLE_NAME = /^[a-z_][a-z0-9_]*$/i;

type Literal = Expression & { type: 'literal' };

function namesIn(value: Expression): Literal[] {
  switch (value.type) {
    case 'choice':
      return value.options.flatMap(namesIn);
    case 'call':
      return value.arguments.flatMap(namesIn);
    case 'collection':
      return value.items.flatMap(item => (item.key === undefined ? nameOfObject(item.value) : keyOf(item)));
    default:
      return [];
  }
}

type Item = (Expression & { type: 'collection' })['items'][number];

/** A variable's value is a text: what holds an object is something else. */
function keyOf({ key, keySpan, value }: Item): Literal[] {
  if (key === undefined || !keySpan || value.type === 'collection') return [];
  return [{ type: 'literal', value: key, span: keySpan }];
}

/** `{ name = "OSS_ENDPOINT", value = "…" }` */
function nameOfObject(value: Expression): Literal[] {
  if (value.type !== 'collection') return [];
  const name = value.items.find(item => item.key === 'name')?.value;
  return name?.type === 'literal' ? [name] : [];
}
