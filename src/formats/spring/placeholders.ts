import { type InterpolatedText, InterpolationBuilder } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';

/** Defaults within defaults, and the length of one: more than anybody writes. */
const MAX_DEPTH = 8;
const MAX_LENGTH = 1000;

/**
 * A value with its placeholders: `${name}` and `${name:default}`
 * (https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.property-placeholders).
 */
export function withPlaceholders(input: PlacedText): InterpolatedText {
  return read(input, 0, input.text.length, 0);
}

function read(input: PlacedText, start: number, end: number, depth: number): InterpolatedText {
  const builder = new InterpolationBuilder(input);
  let position = start;
  while (position < end) {
    const found = input.text.indexOf('${', position);
    const open = found < 0 || found >= end ? end : found;
    builder.appendText(position, open);
    if (open === end) break;
    const close = closingBrace(input.text, open + 2, end);
    if (close === undefined || depth >= MAX_DEPTH) {
      builder.appendText(open, open + 2);
      position = open + 2;
      continue;
    }
    const inner = input.text.slice(open + 2, close);
    const colon = inner.indexOf(':');
    const name = (colon < 0 ? inner : inner.slice(0, colon)).trim();
    const place = { type: 'variable', name, span: spanWithin(input, open, close + 1) } as const;
    builder.appendVariable(
      colon < 0
        ? { ...place, operator: '' }
        : { ...place, operator: ':-', operand: read(input, open + 3 + colon, close, depth + 1) },
    );
    position = close + 1;
  }
  return builder.build(start, end);
}

function closingBrace(text: string, from: number, limit: number): number | undefined {
  let depth = 1;
  const end = Math.min(limit, from + MAX_LENGTH);
  for (let at = from; at < end; at++) {
    if (text[at] === '{' && text[at - 1] === '$') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}
