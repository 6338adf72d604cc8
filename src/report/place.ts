import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** A position as people count it: both 1-based, the column in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** Where `span` lies in `source`; the beginning of the file when there is no source. */
export function placeRange(source: Source | undefined, span: Span): PlaceRange {
  return { start: placeAt(source, span.start), end: placeAt(source, span.end) };
}

/** The place of one offset. */
export function placeAt(source: Source | undefined, offset: number): Place {
  if (!source) return { line: 1, column: 1 };
  const { line, character } = source.lines.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}
