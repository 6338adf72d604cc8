import { type Span, span } from '../text/span.ts';
import { spanWithin, type TextPiece, type TreeScalar } from './tree.ts';

/** Decoded text that knows where each part of it stands in the file. */
export type PlacedText = Pick<TreeScalar, 'text' | 'span' | 'pieces'>;

/** The part of a file's text that `place` covers, as it is written. */
export function placedSlice(fileText: string, place: Span): PlacedText {
  return { text: fileText.slice(place.start, place.end), span: place };
}

/** Characters `start` to `end` of decoded text, with their places. */
export function slicePlaced(value: PlacedText, start: number, end: number): PlacedText {
  if (!value.pieces) return { text: value.text.slice(start, end), span: spanWithin(value, start, end) };
  const builder = new PlacedTextBuilder();
  builder.appendSlice(value, start, end);
  return builder.build(spanWithin(value, start, end));
}

/** Joins text from several places, or text that an escape stands for, into one. */
export class PlacedTextBuilder {
  private text = '';
  private readonly pieces: TextPiece[] = [];

  get length(): number {
    return this.text.length;
  }

  /** `decoded` is what `source` holds: letter for letter when the lengths are equal, else as one escape. */
  append(decoded: string, source: Span): void {
    if (decoded === '') return;
    const last = this.pieces.at(-1);
    const piece = { decodedStart: this.text.length, decodedLength: decoded.length, source };
    this.text += decoded;
    if (last && last.source.end === source.start && isVerbatim(last) && isVerbatim(piece)) {
      this.pieces[this.pieces.length - 1] = joined(last, piece);
    } else {
      this.pieces.push(piece);
    }
  }

  /** Appends characters `start` to `end` of `value`. */
  appendSlice(value: PlacedText, start: number, end: number): void {
    if (!value.pieces) {
      this.append(value.text.slice(start, end), spanWithin(value, start, end));
      return;
    }
    for (let index = pieceIndexAt(value.pieces, start); index < value.pieces.length; index++) {
      const piece = value.pieces[index];
      if (!piece || piece.decodedStart >= end) break;
      const from = Math.max(start, piece.decodedStart);
      const to = Math.min(end, piece.decodedStart + piece.decodedLength);
      if (from < to) this.append(value.text.slice(from, to), spanWithin(value, from, to));
    }
  }

  /** @param place what to underline for the whole. */
  build(place: Span): PlacedText {
    const [only] = this.pieces;
    if (!only) return { text: '', span: place };
    const isWhole =
      this.pieces.length === 1 &&
      isVerbatim(only) &&
      only.source.start === place.start &&
      only.source.end === place.end;
    return isWhole ? { text: this.text, span: place } : { text: this.text, span: place, pieces: this.pieces };
  }
}

function isVerbatim(piece: TextPiece): boolean {
  return piece.decodedLength === piece.source.end - piece.source.start;
}

function joined(first: TextPiece, second: TextPiece): TextPiece {
  return {
    decodedStart: first.decodedStart,
    decodedLength: first.decodedLength + second.decodedLength,
    source: span(first.source.start, second.source.end),
  };
}

/** The index of the last piece that begins at or before `decoded`. */
function pieceIndexAt(pieces: readonly TextPiece[], decoded: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.decodedStart ?? 0) <= decoded) low = middle;
    else high = middle - 1;
  }
  return low;
}
