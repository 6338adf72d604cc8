import { type InterpolatedText, InterpolationBuilder, type VariablePart } from './interpolation.ts';
import { type PlacedText, slicePlaced } from './placed-text.ts';
import { spanWithin } from './tree.ts';

/**
 * Text with expressions of a tool in it: `${{ env.NAME }}`, `<< parameters.name >>`. A name, and a name with a literal
 * that holds when it is empty (`inputs.region || 'eu-1'`), are variables; of any other expression nothing is known.
 * @param pattern finds the expressions; global, its first group is what stands between the marks.
 */
export function splitExpressions(input: PlacedText, pattern: RegExp): InterpolatedText {
  const builder = new InterpolationBuilder(input);
  let position = 0;
  for (const match of input.text.matchAll(pattern)) {
    const { 0: whole, 1: expression = '', index } = match;
    builder.appendText(position, index);
    builder.appendVariable(variableOf(input, index, whole, expression));
    position = index + whole.length;
  }
  builder.appendText(position, input.text.length);
  return builder.build(0, input.text.length);
}

/** What stands beside expressions, with the variables that `read` finds there. */
export function interpolateBetween(
  text: InterpolatedText,
  read: (text: PlacedText) => InterpolatedText,
): InterpolatedText {
  return {
    ...text,
    parts: text.parts.flatMap(part => (part.type === 'text' ? read(part.text).parts : [part])),
  };
}

const NAME = /^\s*([A-Za-z_][\w.-]*)\s*$/;
const WITH_DEFAULT = /^\s*(?:([A-Za-z_][\w.-]*)\s*|[^'|]*(?:'[^']*'[^'|]*)*)\|\|\s*'([^']*)'\s*$/;

function variableOf(input: PlacedText, start: number, whole: string, expression: string): VariablePart {
  const span = spanWithin(input, start, start + whole.length);
  const name = NAME.exec(expression)?.[1];
  if (name !== undefined) return { type: 'variable', name, operator: '', span };
  const found = expression.length < MAX_LENGTH ? WITH_DEFAULT.exec(expression) : undefined;
  const otherwise = found?.[2];
  if (otherwise === undefined) return { type: 'variable', name: '', operator: 'other', span };
  const literalEnd = start + whole.lastIndexOf("'");
  const literal = slicePlaced(input, literalEnd - otherwise.length, literalEnd);
  const operand: InterpolatedText = {
    span: literal.span,
    parts: literal.text === '' ? [] : [{ type: 'text', text: literal }],
  };
  return { type: 'variable', name: found?.[1] ?? '', operator: ':-', span, operand };
}

const MAX_LENGTH = 500;
