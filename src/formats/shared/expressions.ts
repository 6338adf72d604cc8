import type { Expression } from '../../model/expression.ts';
import type { InterpolatedPart, InterpolatedText, VariablePart } from '../../parsers/interpolation.ts';
import type { Span } from '../../text/span.ts';

/**
 * What a variable's use is in the format at hand.
 * @param fallback what it is when it has no value.
 */
export type VariableLookUp = (name: string, span: Span, fallback?: Expression) => Expression;

/** Text with variables as an expression; text without is a literal. */
export function expressionOf(text: InterpolatedText, lookUp: VariableLookUp): Expression {
  const parts = text.parts.map(part => partExpression(part, lookUp));
  const [only] = parts;
  if (!only) return { type: 'literal', value: '', span: text.span };
  return parts.length === 1 ? only : { type: 'template', parts, span: text.span };
}

/** A variable that nothing in the files defines. */
export const unknownVariable: VariableLookUp = (_name, span, fallback) =>
  fallback ?? { type: 'unknown', reason: 'not-defined', span };

/** A variable that is looked up by its name in the reference's scope. */
export const scopeVariable: VariableLookUp = (name, span, fallback) => ({
  type: 'variable',
  name,
  span,
  ...(fallback && { fallback }),
});

function partExpression(part: InterpolatedPart, lookUp: VariableLookUp): Expression {
  return part.type === 'text'
    ? { type: 'literal', value: part.text.text, span: part.text.span }
    : variableExpression(part, lookUp);
}

function variableExpression(part: VariablePart, lookUp: VariableLookUp): Expression {
  const { name, span, operand, otherwise } = part;
  switch (part.operator) {
    case '':
    case 'expression':
    case '?':
    case ':?':
      return lookUp(name, span);
    case '-':
    case ':-':
      return lookUp(name, span, operand && expressionOf(operand, lookUp));
    case '+':
    case ':+':
      return {
        type: 'choice',
        options: [
          ...(operand ? [expressionOf(operand, lookUp)] : []),
          otherwise ? expressionOf(otherwise, lookUp) : { type: 'literal', value: '', span },
        ],
        span,
      };
    case 'other':
      return { type: 'unknown', reason: name === '' ? 'set-at-run-time' : 'unsupported-expression', span };
  }
}
