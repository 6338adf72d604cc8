import { countPart } from './part-limit.ts';

/** A half-open range of UTF-16 code units in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span in a named file; `path` is posix and relative to the scanned root. */
export interface Location {
  readonly path: string;
  readonly span: Span;
}

/** The span from `start` to `end` (UTF-16 offsets, end exclusive). Whoever reads a text makes each place that it keeps here. */
export function span(start: number, end: number): Span {
  countPart(start);
  return { start, end };
}

/** The part of `text` that `range` covers. */
export function sliceSpan(text: string, range: Span): string {
  return text.slice(range.start, range.end);
}

/** Orders spans by start, then by end. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
