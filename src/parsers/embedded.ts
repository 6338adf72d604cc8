import type { Span } from '../text/span.ts';
import { type InterpolatedText, InterpolationBuilder, type VariablePart } from './interpolation.ts';
import { type PlacedText, slicePlaced } from './placed-text.ts';
import { spanWithin } from './tree.ts';

/**
 * Text with expressions of a tool in it: `${{ env.NAME }}`, `<< parameters.name >>`. A name, and a name with a literal
 * that holds when it is empty (`inputs.region || 'eu-1'`), are variables; of conditions (`a == 'b' && 'c' || env.D`)
 * all outcomes are known; of any other expression nothing is known.
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
const WITH_DEFAULT = /^(?:\s*([A-Za-z_][\w.-]*)\s*|[^'|]*(?:'[^']*'[^'|]*)*)\|\|\s*'([^']*)'\s*$/;

function variableOf(input: PlacedText, start: number, whole: string, expression: string): VariablePart {
  const span = spanWithin(input, start, start + whole.length);
  const name = NAME.exec(expression)?.[1];
  if (name !== undefined) return { type: 'variable', name, operator: '', span };
  const choice = choiceIn(input, start + whole.indexOf(expression), expression, span);
  if (choice) return choice;
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

/** `condition && outcome || condition && outcome || outcome`: one of the outcomes. */
function choiceIn(
  input: PlacedText,
  start: number,
  expression: string,
  span: Span,
): VariablePart | undefined {
  if (expression.length >= MAX_LENGTH || !expression.includes('&&')) return undefined;
  const alternatives = splitOutside(expression, '||');
  if (alternatives.length < 2 || alternatives.length > MOST_ALTERNATIVES) return undefined;
  const outcomes = alternatives.map(({ at, text }) => {
    const last = splitOutside(text, '&&').at(-1) ?? { at: 0, text };
    return outcomeOf(input, start + at + last.at, last.text);
  });
  return outcomes.reduceRight<VariablePart | undefined>((rest, outcome) => {
    const otherwise = rest && { span, parts: [rest] };
    return {
      type: 'variable',
      name: '',
      operator: ':+',
      span,
      operand: outcome,
      ...(otherwise && { otherwise }),
    };
  }, undefined);
}

/** More than anybody writes on one line. */
const MOST_ALTERNATIVES = 10;

/** A literal, a name, or what is not known. */
function outcomeOf(input: PlacedText, start: number, written: string): InterpolatedText {
  const from = start + (written.length - written.trimStart().length);
  const text = written.trim();
  const isLiteral = /^'[^']*'$/.test(text);
  const place = slicePlaced(input, isLiteral ? from + 1 : from, from + text.length - (isLiteral ? 1 : 0));
  if (isLiteral) return { span: place.span, parts: text === "''" ? [] : [{ type: 'text', text: place }] };
  const name = NAME.exec(text)?.[1];
  const known =
    name === undefined ? ({ name: '', operator: 'other' } as const) : ({ name, operator: '' } as const);
  return { span: place.span, parts: [{ type: 'variable', span: place.span, ...known }] };
}

/** The parts between an operator where it stands outside quotes and brackets. */
function splitOutside(text: string, operator: '||' | '&&'): { readonly at: number; readonly text: string }[] {
  const parts = [];
  let [from, depth, isQuoted] = [0, 0, false];
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === "'") isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (depth === 0 && text.startsWith(operator, index)) {
      parts.push({ at: from, text: text.slice(from, index) });
      from = index + operator.length;
      index++;
    }
  }
  return [...parts, { at: from, text: text.slice(from) }];
}
