import { type InterpolatedText, InterpolationBuilder } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';

/**
 * Text with properties in it: Maven's `${name}`, MSBuild's `$(Name)`, NuGet's `%NAME%`. What is more than a name is
 * a variable without name: its value is unknown.
 */
export function propertyText(
  input: PlacedText,
  style: 'braces' | 'parentheses' | 'percent',
): InterpolatedText {
  const builder = new InterpolationBuilder(input);
  let position = 0;
  for (const match of input.text.matchAll(PATTERNS[style])) {
    const end = match.index + match[0].length;
    const span = spanWithin(input, match.index, end);
    const name = match[1]?.trim() ?? '';
    builder.appendText(position, match.index);
    const isName = /^[\w.-]+$/.test(name);
    builder.appendVariable({
      type: 'variable',
      name: isName ? name : '',
      operator: isName ? '' : 'other',
      span,
    });
    position = end;
  }
  builder.appendText(position, input.text.length);
  return builder.build(0, input.text.length);
}

const PATTERNS = {
  braces: /\$\{([^{}]{0,200})\}/g,
  parentheses: /\$\(([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200})?)\)/g,
  percent: /%([\w()]{1,100})%/g,
} as const;
