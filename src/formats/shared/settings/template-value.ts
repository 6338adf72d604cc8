import type { CollectionItem, Expression } from '../../../model/expression.ts';
import type { InterpolatedText, VariablePart } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { type Span, span } from '../../../text/span.ts';
import { expressionOf, type VariableLookUp } from '../expressions.ts';

/**
 * A setting's value in a language of templates, whatever its syntax: text knows the place of every character, and
 * what a function or a name stands for is an expression.
 */
export type TemplateValue = TemplateText | TemplateExpression | TemplateChoice | TemplateList | TemplateMap;

export interface TemplateText {
  readonly kind: 'text';
  /** Its variables are `EmbeddedExpressions`. */
  readonly text: InterpolatedText;
}

/** Something computed. */
export interface TemplateExpression {
  readonly kind: 'expression';
  readonly expression: Expression;
  /** What is written inside of it and may be part of the result. */
  readonly parts: readonly TemplateValue[];
}

/** Any one of the options. */
interface TemplateChoice {
  readonly kind: 'choice';
  readonly options: readonly TemplateValue[];
  readonly span: Span;
}

interface TemplateList {
  readonly kind: 'list';
  readonly items: readonly TemplateValue[];
  readonly span: Span;
}

export interface TemplateMap {
  readonly kind: 'map';
  readonly entries: readonly TemplateEntry[];
  readonly span: Span;
}

export interface TemplateEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: TemplateValue;
}

/** The expressions that stand in the texts of one file, each as a variable. */
export class EmbeddedExpressions {
  private readonly expressions: Expression[] = [];

  /** @param place where it is written. */
  embed(expression: Expression, place: Span = expression.span): VariablePart {
    this.expressions.push(expression);
    return { type: 'variable', name: String(this.expressions.length - 1), operator: '', span: place };
  }

  readonly lookUp: VariableLookUp = (name, place) =>
    this.expressions[Number(name)] ?? { type: 'unknown', reason: 'not-defined', span: place };
}

/** A value that is computed, and what is written inside of it. */
export function computedValue(
  expression: Expression,
  parts: readonly TemplateValue[] = [],
): TemplateExpression {
  return { kind: 'expression', expression, parts };
}

/** A function of which the resolver knows what it gives; the first input is a separator. */
export function callOf(
  name: string,
  inputs: readonly (TemplateValue | undefined)[],
  embedded: EmbeddedExpressions,
  span: Span,
): TemplateExpression {
  const given = inputs.filter(input => input !== undefined);
  const expressions = given.map(input => valueExpression(input, embedded.lookUp));
  return computedValue({ type: 'call', name, arguments: expressions, span }, given.slice(1));
}

/** The value as an expression, for definitions and for settings that are compared as a whole. */
export function valueExpression(value: TemplateValue, lookUp: VariableLookUp): Expression {
  switch (value.kind) {
    case 'text':
      return expressionOf(value.text, lookUp);
    case 'expression':
      return value.expression;
    case 'choice':
      return {
        type: 'choice',
        options: value.options.map(option => valueExpression(option, lookUp)),
        span: value.span,
      };
    case 'list':
      return {
        type: 'collection',
        items: value.items.map((item): CollectionItem => ({ value: valueExpression(item, lookUp) })),
        span: value.span,
      };
    case 'map':
      return {
        type: 'collection',
        items: value.entries.map(
          ({ key, keySpan, value: inner }): CollectionItem => ({
            key,
            keySpan,
            value: valueExpression(inner, lookUp),
          }),
        ),
        span: value.span,
      };
  }
}

/** Where the value stands. */
export function spanOfValue(value: TemplateValue): Span {
  switch (value.kind) {
    case 'text':
      return value.text.span;
    case 'expression':
      return value.expression.span;
    default:
      return value.span;
  }
}

/** The texts that are written in an expression as what it can be: the default of a variable. */
export function writtenTexts(expression: Expression): PlacedText[] {
  switch (expression.type) {
    case 'literal':
      return [placedLiteral(expression.value, expression.span)];
    case 'choice':
      return expression.options.flatMap(writtenTexts);
    case 'variable':
      return expression.fallback ? writtenTexts(expression.fallback) : [];
    default:
      return [];
  }
}

/** A literal with escapes is one escape as a whole: nothing inside of it can be told apart. */
function placedLiteral(text: string, place: Span): PlacedText {
  if (text.length === place.end - place.start) return { text, span: place };
  return { text, span: place, pieces: [{ decodedStart: 0, decodedLength: text.length, source: place }] };
}

/**
 * Several values as one text, as `Fn::Join` and `concat()` make it. What is no text becomes a variable.
 * @param separator what stands between them; it is written elsewhere.
 */
export function joinedText(
  values: readonly TemplateValue[],
  separator: string,
  embedded: EmbeddedExpressions,
  place: Span,
): TemplateText {
  const parts = values.flatMap((value, index) => [
    ...(index > 0 && separator !== '' ? [insertedText(separator, spanOfValue(value).start)] : []),
    ...(value.kind === 'text' ? value.text.parts : [embedded.embed(valueExpression(value, embedded.lookUp))]),
  ]);
  return { kind: 'text', text: { span: place, parts } };
}

/** Text that is not written where it stands. */
function insertedText(text: string, at: number) {
  const source = span(at, at);
  const pieces = [{ decodedStart: 0, decodedLength: text.length, source }];
  return { type: 'text' as const, text: { text, span: source, pieces } };
}
