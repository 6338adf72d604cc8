import type { Reference } from '../../model/extraction.ts';
import { type InterpolatedText, sliceInterpolated, visibleText } from '../../parsers/interpolation.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';
import { expressionOf, type VariableLookUp } from './expressions.ts';
import type { Where } from './strings.ts';

/**
 * The hosts of addresses whose last labels a variable gives: `https://${account}.blob.${suffix}/`. In running text
 * they could not be told from words.
 */
export function openHosts(text: InterpolatedText, where: Where, lookUp: VariableLookUp): Reference[] {
  const visible = visibleText(text).text;
  if (!visible.includes(UNKNOWN_PART)) return [];
  return [...visible.matchAll(OPEN_HOST)].map(({ 1: host = '', index }) => {
    const start = index + '://'.length;
    const slice = sliceInterpolated(text, start, start + host.length);
    return { kind: 'host', value: expressionOf(slice, lookUp), span: slice.span, ...where };
  });
}

const OPEN_HOST = new RegExp(`://([\\w${UNKNOWN_PART}.-]{0,250}${UNKNOWN_PART})(?=[/:?#\\s"']|$)`, 'g');
