import type { Reference } from '../../model/extraction.ts';
import { type InterpolatedText, visibleText } from '../../parsers/interpolation.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';
import { expressionOf, unknownVariable, type VariableLookUp } from './expressions.ts';
import type { Where } from './strings.ts';

/** Can the value of a variable or an option be a region? One word, or what a variable stands for; no path, no address. */
export function isRegionValue(value: InterpolatedText): boolean {
  return WORD.test(visibleText(value).text);
}

const WORD = new RegExp(`^[\\w${UNKNOWN_PART}-]+$`);

/**
 * The region that a variable or an option holds.
 * @param holder what tells whose region it is, in a provider's place: `variable/AWS_REGION`, `command/aws`,
 *   `setting/aws.region`.
 */
export function regionReference(
  holder: string,
  value: InterpolatedText,
  where: Where,
  lookUp: VariableLookUp = unknownVariable,
): Reference {
  const region = { kind: 'region', value: expressionOf(value, lookUp), span: value.span } as const;
  return { ...where, ...region, provider: { type: 'literal', value: holder, span: value.span } };
}

/** The holder of a setting's region: the keys on the way to it, without the object that they are in (`Kind/name`). */
export function settingHolder(keys: readonly string[]): string {
  return `setting/${keys.slice(keys.findLastIndex(key => key.includes('/')) + 1).join('.')}`;
}
