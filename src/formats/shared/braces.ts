import type { Expression } from '../../model/expression.ts';
import { type InterpolatedText, InterpolationBuilder } from '../../parsers/interpolation.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';
import type { Span } from '../../text/span.ts';
import {
  computedValue,
  type EmbeddedExpressions,
  type TemplateExpression,
  type TemplateText,
} from './settings/template-value.ts';

/** What stands between `${` and `}`; nothing when it stays as it is. */
export type ReadBraces = (inside: PlacedText, place: Span) => Expression | undefined;

/** Text in which `${…}` is put in for something, as most template languages have it; braces may be nested. */
export function bracedText(
  input: PlacedText,
  embedded: EmbeddedExpressions,
  read: ReadBraces,
): InterpolatedText {
  const { text } = input;
  const builder = new InterpolationBuilder(input);
  let position = 0;
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', position)) {
    const close = closingBrace(text, open + 2);
    builder.appendText(position, open);
    position = close === undefined ? open + 2 : close + 1;
    const place = spanWithin(input, open, position);
    const found = close === undefined ? undefined : read(slicePlaced(input, open + 2, close), place);
    if (found) builder.appendVariable(embedded.embed(found, place));
    else builder.appendText(open, position);
  }
  builder.appendText(position, text.length);
  return builder.build(0, text.length);
}

/** The same as a value: a text that is one `${…}` is what that stands for. */
export function bracedValue(
  input: PlacedText,
  embedded: EmbeddedExpressions,
  read: ReadBraces,
): TemplateText | TemplateExpression {
  const text = bracedText(input, embedded, read);
  const [only] = text.parts;
  return text.parts.length === 1 && only?.type === 'variable'
    ? computedValue(embedded.lookUp(only.name, only.span))
    : { kind: 'text', text };
}

/** Longer than any expression in a text. */
const MAX_LENGTH = 1000;

function closingBrace(text: string, from: number): number | undefined {
  let depth = 1;
  const limit = Math.min(text.length, from + MAX_LENGTH);
  for (let position = from; position < limit; position++) {
    if (text[position] === '{') depth++;
    else if (text[position] === '}' && --depth === 0) return position;
  }
  return undefined;
}
