import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import type { ReferenceKind } from '../../../model/vocabulary.ts';
import { isPartitionText, isRegionText, regionItems } from '../region-value.ts';
import { isRegionName, snakeCase } from '../settings/setting-names.ts';
import { elementsAt } from './elements.ts';
import { flatten, sliceFlat } from './flat-text.ts';
import { type Place, referenceAt, within } from './place.ts';

/** One environment variable that is set. */
export interface SetVariable {
  readonly name: Expression & { readonly type: 'literal' };
  readonly value: Expression;
}

/** The environment variables that a map sets by its keys, or a list of objects by their `name`. */
export function environmentReferences(value: Expression, place: Place): Reference[] {
  return variablesSetBy(value).flatMap(({ name, value: text }) => environmentReference(name, text, place));
}

/**
 * One environment variable, by its name, and the region or the separate part of a cloud that its value is; nothing for
 * a text that cannot be a name. What else a value names is found as in every text.
 */
export function environmentReference(
  name: Expression,
  value: Expression | undefined,
  place: Place,
): Reference[] {
  if (name.type !== 'literal' || !VARIABLE_NAME.test(name.value)) return [];
  return [
    referenceAt(place, 'environment-variable', name, name.span),
    ...(value ? namedByValue({ name, value }, place) : []),
  ];
}

const VARIABLE_NAME = /^[a-z_][a-z0-9_]*$/i;

function namedByValue({ name, value }: SetVariable, outer: Place): Reference[] {
  return elementsAt(value, outer).flatMap(({ expression, place }) => {
    const flat = flatten(expression, place.text);
    const kind = kindOfValue(name.value, flat.text, place);
    if (kind === undefined) return [];
    const items = kind === 'region' && !isRegionText(flat.text) ? regionItems(flat.text) : undefined;
    if (!items) return [valueReference(kind, name, expression, place)];
    return items.map(({ start, end }) => valueReference(kind, name, sliceFlat(flat, start, end), place));
  });
}

function kindOfValue(name: string, text: string, { configures }: Place): ReferenceKind | undefined {
  // What a resource calls `region` is one of its settings too, and is read as such.
  const isSetting = configures !== undefined && isRegionName(name);
  if (isRegionName(snakeCase(name))) return isSetting || !namesRegions(text) ? undefined : 'region';
  return isPartitionText(name, text) ? 'partition' : undefined;
}

function namesRegions(text: string): boolean {
  return isRegionText(text) || regionItems(text).length > 0;
}

/** It is the variable that tells whose region it is, whatever the resource that sets it. */
function valueReference(
  kind: ReferenceKind,
  { value, span }: SetVariable['name'],
  element: Expression,
  outer: Place,
): Reference {
  const provider =
    kind === 'region' ? ({ type: 'literal', value: `variable/${value}`, span } as const) : undefined;
  return referenceAt(
    { ...within(outer, value), provider, resourceType: undefined },
    kind,
    element,
    element.span,
  );
}

type Set = Pick<SetVariable, 'name'> & { readonly value: Expression | undefined };

function variablesSetBy(value: Expression): Set[] {
  switch (value.type) {
    case 'choice':
      return value.options.flatMap(variablesSetBy);
    case 'call':
      return value.arguments.flatMap(variablesSetBy);
    case 'collection':
      return value.items.flatMap(item => (item.key === undefined ? setByObject(item.value) : setByKey(item)));
    default:
      return [];
  }
}

type Item = (Expression & { type: 'collection' })['items'][number];

/** A variable's value is a text: what holds an object is something else. */
function setByKey({ key, keySpan, value }: Item): Set[] {
  if (key === undefined || !keySpan || value.type === 'collection') return [];
  return [{ name: { type: 'literal', value: key, span: keySpan }, value }];
}

/** `{ name = "OSS_ENDPOINT", value = "…" }` */
function setByObject(object: Expression): Set[] {
  if (object.type !== 'collection') return [];
  const [name, value] = ['name', 'value'].map(key => object.items.find(item => item.key === key)?.value);
  return name?.type === 'literal' ? [{ name, value }] : [];
}
