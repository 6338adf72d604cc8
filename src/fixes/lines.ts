import type { TextEdit } from '../text/edit.ts';
import { type Span, span } from '../text/span.ts';

/** A line without its line break; offsets are in the text. */
export interface WholeLine extends Span {
  /** The offset behind the line break. */
  readonly next: number;
}

/**
 * How far from `offset` a line is looked at. A lockfile can be one line of megabytes, and each of its thousand places asks
 * for it: what is further away does not matter to them.
 */
const MAX_REACH = 4096;

/** The line that `offset` is in, as far as `MAX_REACH` on both sides. */
export function lineAround(text: string, offset: number): WholeLine {
  const [first, last] = [Math.max(0, offset - MAX_REACH), Math.min(text.length, offset + MAX_REACH)];
  let start = offset;
  while (start > first && !isLineBreak(text[start - 1])) start--;
  let end = offset;
  while (end < last && !isLineBreak(text[end])) end++;
  const length = text.startsWith('\r\n', end) ? 2 : isLineBreak(text[end]) ? 1 : 0;
  return { start, end, next: end + length };
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** Removes whole lines, from the one that `from` is in to the one that `to` is in. */
export function removeLines(text: string, from: number, to = from): TextEdit {
  const { start } = lineAround(text, from);
  const { end, next } = lineAround(text, to);
  // The last line has no line break of its own: the one before it goes.
  if (next === end && start > 0) {
    const length = text.startsWith('\r\n', start - 2) ? 2 : 1;
    return { span: span(start - length, end), newText: '' };
  }
  return { span: span(start, next), newText: '' };
}
