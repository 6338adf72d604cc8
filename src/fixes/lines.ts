import type { TextEdit } from '../text/edit.ts';
import { type Span, span } from '../text/span.ts';

/** A line without its line break; offsets are in the text. */
export interface WholeLine extends Span {
  /** The offset behind the line break. */
  readonly next: number;
}

/** The line that `offset` is in. */
export function lineAround(text: string, offset: number): WholeLine {
  // By hand: to look for the last \r of a text that has none would read all of it, for every place.
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  const lineBreak = /\r\n|\r|\n|$/g;
  lineBreak.lastIndex = offset;
  const match = lineBreak.exec(text);
  const end = match?.index ?? text.length;
  return { start, end, next: end + (match?.[0].length ?? 0) };
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
