import { type Expression, UNKNOWN_PART } from '../../../model/expression.ts';
import { piecesOfLiteral } from '../../../parsers/hcl/escapes.ts';
import { spanWithin, type TextPiece } from '../../../parsers/tree.ts';
import { type Span, span } from '../../../text/span.ts';

/** A literal or template as one text, with `UNKNOWN_PART` for each part that is not written out. */
export interface FlatText {
  readonly text: string;
  readonly pieces: readonly FlatPiece[];
}

interface FlatPiece {
  readonly part: Expression;
  /** Where the part begins in the flat text. */
  readonly start: number;
  readonly length: number;
  /** In the file; of an expression with its `${` and `}`. */
  readonly span: Span;
  /** Where a literal stands when it has escapes. */
  readonly textPieces?: readonly TextPiece[];
}

/** @param source the text of the file that the expression's spans are in */
export function flatten(expression: Expression, source: string): FlatText {
  const parts = expression.type === 'template' ? expression.parts : [expression];
  const pieces: FlatPiece[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const [index, part] of parts.entries()) {
    const text = part.type === 'literal' ? part.value : UNKNOWN_PART;
    const place =
      part.type === 'literal' ? part.span : outerSpan(parts, index, expression.span, pieces, source);
    const textPieces = part.type === 'literal' ? piecesOfLiteral(source, part.value, part.span) : undefined;
    pieces.push({ part, start, length: text.length, span: place, ...(textPieces && { textPieces }) });
    texts.push(text);
    start += text.length;
  }
  return { text: texts.join(''), pieces };
}

/**
 * From the end of what comes before to the beginning of what comes next: `${` and `}` are in between. The part's own
 * span can be elsewhere: a loop variable is what it stands for.
 */
function outerSpan(
  parts: readonly Expression[],
  index: number,
  whole: Span,
  before: readonly FlatPiece[],
  source: string,
): Span {
  const start = before.at(-1)?.span.end ?? whole.start;
  const next = parts[index + 1];
  if (next?.type === 'literal') return span(start, Math.max(start, next.span.start));
  if (!next) return span(start, Math.max(start, whole.end));
  const brace = source.indexOf('}', Math.max(start, parts[index]?.span.end ?? start));
  return span(start, brace < 0 || brace >= whole.end ? start : brace + 1);
}

/** What stands from `start` to `end` of the flat text, as a literal or a template of its own. */
export function sliceFlat(flat: FlatText, start: number, end: number): Expression {
  const parts: Expression[] = [];
  for (let index = pieceIndexAt(flat, start); index < flat.pieces.length; index++) {
    const piece = flat.pieces[index];
    if (!piece || piece.start >= end) break;
    parts.push(slicePiece(piece, start - piece.start, end - piece.start));
  }
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return { type: 'template', parts, span: flatSpan(flat, start, end) };
}

function slicePiece(piece: FlatPiece, start: number, end: number): Expression {
  const { part, length } = piece;
  if (part.type !== 'literal') return part;
  const from = Math.max(start, 0);
  const to = Math.min(end, length);
  return { type: 'literal', value: part.value.slice(from, to), span: spanInPiece(piece, from, to) };
}

/** Where characters `start` to `end` of the flat text stand in the file. */
export function flatSpan(flat: FlatText, start: number, end: number): Span {
  const first = flat.pieces[pieceIndexAt(flat, start)];
  const last = flat.pieces[pieceIndexAt(flat, end - 1)];
  if (!first || !last) return span(0, 0);
  const from = spanInPiece(first, start - first.start, first.length).start;
  const to = spanInPiece(last, 0, end - last.start).end;
  return span(from, Math.max(from, to));
}

function spanInPiece({ part, span: place, textPieces }: FlatPiece, start: number, end: number): Span {
  if (part.type !== 'literal') return place;
  return spanWithin({ text: part.value, span: place, ...(textPieces && { pieces: textPieces }) }, start, end);
}

/** The piece that holds a character, by binary search. */
function pieceIndexAt({ pieces }: FlatText, position: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
