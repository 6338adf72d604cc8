import type { Reference } from '../../../model/extraction.ts';
import { literalText } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { interpolate } from '../../../parsers/variable.ts';
import { unknownVariable } from '../expressions.ts';
import { mirrorsIn, stringReferences, type Where } from '../strings.ts';
import { mirrorReferences } from '../url-references.ts';

/**
 * The address of a registry or index as a mirror of what the tool asks by default. `${NAME}` stands for the user's
 * environment, which is unknown.
 */
export function registrySetting(address: PlacedText, ecosystem: string, where: Where): Reference[] {
  const text = interpolate(address, '$$');
  return literalText(text)
    ? mirrorReferences(address, ecosystem, where)
    : mirrorsIn(text, ecosystem, where, unknownVariable);
}

/** The hosts in an address that is none of a registry. */
export function addressHosts(address: PlacedText, where: Where): Reference[] {
  return stringReferences(interpolate(address, '$$'), where, unknownVariable);
}
