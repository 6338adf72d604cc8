import { UNKNOWN_PART } from '../model/expression.ts';
import { type Span, span } from '../text/span.ts';
import { type PlacedText, PlacedTextBuilder, slicePlaced } from './placed-text.ts';
import { spanWithin } from './tree.ts';

/** Text with variables in it, before anything is known of their values. */
export interface InterpolatedText {
  readonly span: Span;
  readonly parts: readonly InterpolatedPart[];
}

export type InterpolatedPart = { readonly type: 'text'; readonly text: PlacedText } | VariablePart;

/** A variable where it is used. */
export interface VariablePart {
  readonly type: 'variable';
  /** Empty for what is only known when a shell runs: a command's output, an argument of the script. */
  readonly name: string;
  readonly span: Span;
  /**
   * What happens when the variable has no value (`-`, `+`, `?`), or is empty (with a colon); `other` changes the value. An
   * `expression` of a template has literals of its own.
   */
  readonly operator: VariableOperator;
  readonly operand?: InterpolatedText;
  /** With `+`: what stands there when the variable has no value; nothing when absent. */
  readonly otherwise?: InterpolatedText;
}

export type VariableOperator = '' | '-' | ':-' | '+' | ':+' | '?' | ':?' | 'expression' | 'other';

/** Collects literal text and variables in order. */
export class InterpolationBuilder {
  private readonly input: PlacedText;
  private readonly parts: InterpolatedPart[] = [];
  private literal = new PlacedTextBuilder();
  private literalStart = 0;
  private literalEnd = 0;

  constructor(input: PlacedText) {
    this.input = input;
  }

  /** Characters `start` to `end` of the input as they are. */
  appendText(start: number, end: number): void {
    if (start >= end) return;
    if (this.literal.length === 0) this.literalStart = start;
    this.literal.appendSlice(this.input, start, end);
    this.literalEnd = end;
  }

  appendVariable(variable: VariablePart): void {
    this.flush();
    this.parts.push(variable);
  }

  /** @param start and `end`: of the whole in the input, with quotes. */
  build(start: number, end: number): InterpolatedText {
    this.flush();
    const first = placeOf(this.parts[0]);
    const last = placeOf(this.parts.at(-1));
    if (!first || !last) return { span: spanWithin(this.input, start, end), parts: [] };
    // A quoted word is underlined without its quotes.
    return { span: span(first.start, Math.max(first.end, last.end)), parts: this.parts };
  }

  private flush(): void {
    if (this.literal.length === 0) return;
    const place = spanWithin(this.input, this.literalStart, this.literalEnd);
    this.parts.push({ type: 'text', text: this.literal.build(place) });
    this.literal = new PlacedTextBuilder();
  }
}

/** Text without variables. */
export function withoutVariables(text: PlacedText): InterpolatedText {
  return { span: text.span, parts: text.text === '' ? [] : [{ type: 'text', text }] };
}

/** The text itself, when there is no variable in it. */
export function literalText(text: InterpolatedText): PlacedText | undefined {
  const [only] = text.parts;
  if (!only) return { text: '', span: text.span };
  return text.parts.length === 1 && only.type === 'text' ? only.text : undefined;
}

/** The text with `UNKNOWN_PART`, one character, for each variable: what can be searched. */
export function visibleText(text: InterpolatedText): PlacedText {
  const literal = literalText(text);
  if (literal) return literal;
  const builder = new PlacedTextBuilder();
  for (const part of text.parts) {
    if (part.type === 'text') builder.appendSlice(part.text, 0, part.text.text.length);
    else builder.append(UNKNOWN_PART, part.span);
  }
  return builder.build(text.span);
}

/** Characters `start` to `end` of the visible text, with the variables that are among them. */
export function sliceInterpolated(text: InterpolatedText, start: number, end: number): InterpolatedText {
  return makeSlicer(text)(start, end);
}

/** The same for many slices of one text: each costs no more than what is in it. */
export function makeSlicer(text: InterpolatedText): (start: number, end: number) => InterpolatedText {
  const ends: number[] = [];
  for (const part of text.parts) {
    ends.push((ends.at(-1) ?? 0) + (part.type === 'text' ? part.text.text.length : 1));
  }
  return (start, end) => {
    const parts: InterpolatedPart[] = [];
    for (let index = firstAbove(ends, start); index < text.parts.length; index++) {
      const part = text.parts[index];
      const position = ends[index - 1] ?? 0;
      const length = (ends[index] ?? 0) - position;
      if (!part || position >= end) break;
      const from = Math.max(start - position, 0);
      const to = Math.min(end - position, length);
      parts.push(part.type === 'text' ? { type: 'text', text: slicePlaced(part.text, from, to) } : part);
    }
    const first = placeOf(parts[0]) ?? span(text.span.end, text.span.end);
    return { span: span(first.start, (placeOf(parts.at(-1)) ?? first).end), parts };
  };
}

/** The index of the first number in an ascending list that is greater than `limit`. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(part: InterpolatedPart | undefined): Span | undefined {
  return part?.type === 'text' ? part.text.span : part?.span;
}
