import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';

/** A text with what its own file says of the variables in it; the rest is `UNKNOWN_PART`. */
export type KnownText = (text: InterpolatedText) => string;

/** References to references, and the length of what comes of them: more than any build file has. */
const MAX_DEPTH = 8;
const MAX_LENGTH = 1000;

/**
 * Puts the values that a file gives its own variables into texts of the same file, for versions and names; what it
 * does not say is `UNKNOWN_PART`.
 */
export function knownText(variables: ReadonlyMap<string, InterpolatedText>): KnownText {
  const read = (text: InterpolatedText, depth: number): string => {
    let result = '';
    for (const part of text.parts) {
      if (result.length > MAX_LENGTH) return UNKNOWN_PART;
      if (part.type === 'text') result += part.text.text;
      else {
        const value = depth < MAX_DEPTH ? variables.get(part.name) : undefined;
        result += value && part.operator === '' ? read(value, depth + 1) : UNKNOWN_PART;
      }
    }
    return result;
  };
  return text => read(text, 0);
}
