import type { Expression } from '../../model/expression.ts';
import {
  type InterpolatedText,
  InterpolationBuilder,
  withoutVariables,
} from '../../parsers/interpolation.ts';
import { type PlacedText, PlacedTextBuilder } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';
import type { Span } from '../../text/span.ts';
import type { VariableLookUp } from './expressions.ts';

/** A text that stands inside the use of a variable, and what its own variables are. */
export interface WrittenText {
  readonly text: InterpolatedText;
  readonly lookUp: VariableLookUp;
}

/**
 * The literals of an expression that are written where a variable is used, as a template's default is: any of them may
 * be all or part of what stands there. Those elsewhere are read where they are.
 * @param place the use of the variable.
 */
export function writtenTexts(expression: Expression, place: Span): WrittenText[] {
  switch (expression.type) {
    case 'literal':
      return isInside(expression.span, place)
        ? [{ text: withoutVariables(placed(expression)), lookUp: nothing }]
        : [];
    case 'template':
      return expression.parts.flatMap(part => writtenTexts(part, place));
    case 'choice':
      return expression.options.flatMap(option => writtenTexts(option, place));
    case 'variable':
      return expression.fallback ? writtenTexts(expression.fallback, place) : [];
    case 'call':
      return callTexts(expression.name, expression.arguments, place);
    default:
      return [];
  }
}

function callTexts(name: string, inputs: readonly Expression[], place: Span): WrittenText[] {
  const [first, ...others] = inputs;
  const isFormat = name === 'format' && first?.type === 'literal' && isInside(first.span, place);
  const own = isFormat ? [formatted(placed(first), others)] : [];
  const written = isFormat ? others : inputs.filter((_, index) => !isSearched(name, index));
  return [...own, ...written.flatMap(input => writtenTexts(input, place))];
}

/** What a function looks for, or takes away, is not in what it returns. */
function isSearched(name: string, index: number): boolean {
  return index === 1 && SEARCHING.has(name);
}

const SEARCHING = new Set(['replace', 'trimprefix', 'trimsuffix']);

/** A format in which verbs are variables. */
function formatted(format: PlacedText, inputs: readonly Expression[]): WrittenText {
  const builder = new InterpolationBuilder(format);
  let position = 0;
  let count = 0;
  for (const { 0: verb, index } of format.text.matchAll(VERB)) {
    const isPercentSign = verb === '%%';
    builder.appendText(position, isPercentSign ? index + 1 : index);
    position = index + verb.length;
    if (isPercentSign) continue;
    const span = spanWithin(format, index, position);
    builder.appendVariable({ type: 'variable', name: String(count++), operator: '', span });
  }
  builder.appendText(position, format.text.length);
  return {
    text: builder.build(0, format.text.length),
    lookUp: (name, span) => inputs[Number(name)] ?? { type: 'unknown', reason: 'syntax-error', span },
  };
}

/** https://pkg.go.dev/fmt#hdr-Printing, as `format` of `resolve/` has them. */
const VERB = /%(?:%|[-+# ]{0,9}\d{0,9}(?:\.\d{1,9})?[a-zA-Z])/g;

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** A literal with an escape in it has one place for all of its letters. */
function placed({ value, span }: Expression & { readonly type: 'literal' }): PlacedText {
  const builder = new PlacedTextBuilder();
  builder.append(value, span);
  return builder.build(span);
}

const nothing: VariableLookUp = (_name, span) => ({ type: 'unknown', reason: 'not-defined', span });
