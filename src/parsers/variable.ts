import type { InterpolatedText, VariableOperator, VariablePart } from './interpolation.ts';
import { InterpolationBuilder } from './interpolation.ts';
import type { PlacedText } from './placed-text.ts';
import { spanWithin } from './tree.ts';

/** A variable and where the text goes on after it. */
export interface ReadVariable {
  readonly variable: VariablePart;
  readonly end: number;
}

/** Reads characters `start` to `end` of the same input: the text behind an operator. */
export type ReadOperand = (start: number, end: number) => InterpolatedText;

/**
 * Reads `$NAME` or `${NAME…}` at `dollar`, with the operators of
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02, which Dockerfile, Compose
 * and `.env` files share.
 * @returns `undefined` when no variable stands there.
 */
export function readVariable(
  input: PlacedText,
  dollar: number,
  limit: number,
  readOperand: ReadOperand,
): ReadVariable | undefined {
  if (input.text[dollar + 1] === '{') return readBraces(input, dollar, limit, readOperand);
  const name = nameAt(input.text, dollar + 1, limit);
  if (name === '') return undefined;
  const end = dollar + 1 + name.length;
  return { variable: { type: 'variable', name, operator: '', span: spanWithin(input, dollar, end) }, end };
}

/**
 * Text in which only `$` means something: Compose files and the double-quoted values of `.env` files.
 * @param escapedDollar what stands for a dollar sign itself: `$$`, or `\$`.
 */
export function interpolate(input: PlacedText, escapedDollar: '$$' | '\\$'): InterpolatedText {
  return interpolateRange(input, 0, input.text.length, escapedDollar, 0);
}

function interpolateRange(
  input: PlacedText,
  start: number,
  limit: number,
  escapedDollar: string,
  depth: number,
): InterpolatedText {
  const builder = new InterpolationBuilder(input);
  const readOperand: ReadOperand = (from, to) =>
    depth < MAX_OPERAND_DEPTH
      ? interpolateRange(input, from, to, escapedDollar, depth + 1)
      : new InterpolationBuilder(input).build(from, to);
  let position = start;
  while (position < limit) {
    const dollar = nextDollar(input.text, position, limit);
    const isEscaped =
      escapedDollar === '$$' ? input.text[dollar + 1] === '$' : input.text[dollar - 1] === '\\';
    const found = isEscaped ? undefined : readVariable(input, dollar, limit, readOperand);
    builder.appendText(position, isEscaped && escapedDollar !== '$$' ? dollar - 1 : dollar);
    if (dollar === limit) break;
    if (found) builder.appendVariable(found.variable);
    else builder.appendText(dollar, dollar + 1);
    position = found?.end ?? dollar + (isEscaped && escapedDollar === '$$' ? 2 : 1);
  }
  return builder.build(start, limit);
}

/** Defaults within defaults: deeper than anybody writes. */
export const MAX_OPERAND_DEPTH = 8;

function nextDollar(text: string, from: number, limit: number): number {
  for (let position = from; position < limit; position++) {
    if (text.charCodeAt(position) === DOLLAR) return position;
  }
  return limit;
}

const DOLLAR = 0x24;

function readBraces(
  input: PlacedText,
  dollar: number,
  limit: number,
  readOperand: ReadOperand,
): ReadVariable | undefined {
  const close = closingBrace(input.text, dollar + 2, limit);
  if (close === undefined) return undefined;
  const name = nameAt(input.text, dollar + 2, close);
  const nameEnd = dollar + 2 + name.length;
  const operator = operatorAt(input.text, nameEnd, close);
  const place = { type: 'variable', name, operator, span: spanWithin(input, dollar, close + 1) } as const;
  const hasOperand = operator !== '' && operator !== 'other';
  const variable = hasOperand ? { ...place, operand: readOperand(nameEnd + operator.length, close) } : place;
  return { variable, end: close + 1 };
}

function operatorAt(text: string, position: number, close: number): VariableOperator {
  if (position === close) return '';
  const first = text[position];
  const operator = first === ':' ? text.slice(position, position + 2) : first;
  return OPERATORS.find(known => known === operator) ?? 'other';
}

const OPERATORS = ['-', ':-', '+', ':+', '?', ':?'] as const;

/** The brace that ends what began before `from`; not further away than a default is long. */
function closingBrace(text: string, from: number, limit: number): number | undefined {
  let depth = 1;
  const end = Math.min(limit, from + MAX_BRACES_LENGTH);
  for (let position = from; position < end; position++) {
    const character = text[position];
    if (character === '\\') position++;
    else if (character === '{' && text[position - 1] === '$') depth++;
    else if (character === '}' && --depth === 0) return position;
  }
  return undefined;
}

const MAX_BRACES_LENGTH = 1000;

function nameAt(text: string, from: number, limit: number): string {
  let end = from;
  while (end < limit && isNameCharacter(text.charCodeAt(end), end > from)) end++;
  return text.slice(from, end);
}

function isNameCharacter(code: number, digitAllowed: boolean): boolean {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
  return isLetter || (digitAllowed && code >= 0x30 && code <= 0x39);
}
