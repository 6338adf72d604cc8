import type { Reference } from '../../../model/extraction.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import type { VariableLookUp } from '../expressions.ts';
import { partitionReference, regionReference, regionsIn } from '../region-value.ts';
import { ecosystemOfVariable } from '../registries/mirror-variables.ts';
import { mirrorsIn, stringReferences, type Where } from '../strings.ts';
import { toolOfVariable } from '../tools/provider-variables.ts';
import { toolProvider } from '../tools/tool-provider.ts';
import { isRegionName, snakeCase } from './setting-names.ts';

/** An environment variable that a file sets: its name is a reference, and so is what its value names. */
export function environmentReferences(
  name: PlacedText,
  value: InterpolatedText | undefined,
  where: Where,
  lookUp?: VariableLookUp,
): Reference[] {
  return [
    ...variableNameReference(name, where),
    ...(value ? environmentValueReferences(name.text, value, where, lookUp) : []),
  ];
}

/** The name alone, when it is one. */
export function variableNameReference(name: PlacedText, where: Where): Reference[] {
  if (!VARIABLE_NAME.test(name.text)) return [];
  const value = { type: 'literal', value: name.text, span: name.span } as const;
  return [{ kind: 'environment-variable', value, span: name.span, ...where }];
}

const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** What the value of the variable `name` names: a mirror's address, a region, or hosts. */
export function environmentValueReferences(
  name: string,
  value: InterpolatedText,
  where: Where,
  lookUp?: VariableLookUp,
): Reference[] {
  const tool = toolOfVariable(name);
  if (tool !== undefined) return toolProvider(tool, value, where, lookUp);
  const ecosystem = ecosystemOfVariable(name);
  if (ecosystem !== undefined) return mirrorsIn(value, ecosystem, where, lookUp);
  const regions = isRegionName(snakeCase(name)) ? regionsIn(value) : [];
  if (regions.length > 0)
    return regions.map(region => regionReference(`variable/${name}`, region, where, lookUp));
  const partition = partitionReference(name, value, where, lookUp);
  return partition ? [partition] : stringReferences(value, where, lookUp);
}
