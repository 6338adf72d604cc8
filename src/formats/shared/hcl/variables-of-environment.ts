import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { findHosts } from '../../../text/hosts.ts';
import { ecosystemOfVariable } from '../registries/mirror-variables.ts';
import { elementsAt } from './elements.ts';
import { environmentReference, type SetVariable } from './environment.ts';
import { flatSpan, flatten } from './flat-text.ts';
import { type Place, referenceAt, within } from './place.ts';
import { settingReferences } from './settings.ts';

/** The names of the variables, the mirrors that they tell tools to use, and the hosts in all others. */
export function variableReferences(variables: readonly SetVariable[], place: Place): Reference[] {
  return variables.flatMap(({ name, value }) => [
    ...environmentReference(name, value, place),
    ...valueReferences(name.value, value, within(place, name.value)),
  ]);
}

function valueReferences(name: string, value: Expression, place: Place): Reference[] {
  const ecosystem = ecosystemOfVariable(name);
  if (ecosystem === undefined) return settingReferences('value', value, place);
  return elementsAt(value, place).flatMap(each => mirrorReference(each.expression, ecosystem, each.place));
}

/** An address as a mirror of `ecosystem`: all of it is compared, its host is underlined. */
export function mirrorReference(address: Expression, ecosystem: string, place: Place): Reference[] {
  if (address.type === 'literal' && address.value.trim() === '') return [];
  const flat = flatten(address, place.text);
  const host = findHosts(flat.text)[0]?.span;
  const span = host ? flatSpan(flat, host.start, host.end) : address.span;
  return [{ ecosystem, ...referenceAt(place, 'mirror', address, span) }];
}

/** The variables that an object sets, by its keys. */
export function variablesIn(value: Expression): SetVariable[] {
  if (value.type !== 'collection') return [];
  return value.items.flatMap(({ key, keySpan, value: text }): SetVariable[] =>
    key === undefined || !keySpan
      ? []
      : [{ name: { type: 'literal', value: key, span: keySpan }, value: text }],
  );
}
