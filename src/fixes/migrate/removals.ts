import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { lineAround } from '../lines.ts';

/** Spans of whole lines, those that follow each other as one. */
export function joined(places: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last?.end === place.start) result[result.length - 1] = span(last.start, place.end);
    else result.push(place);
  }
  return result;
}

/** Removes lines, and the empty line before them where another empty line or the end of the block follows. */
export function withoutGap(text: string, place: Span): TextEdit {
  const before = text.slice(Math.max(0, place.start - LONGEST_BLANKS), place.start);
  const gap = /(?:\r\n|\r|\n)([ \t]*(?:\r\n|\r|\n))$/.exec(before)?.[1] ?? '';
  const next = lineAround(text, place.end);
  const isEnd = /^\s*\}?$/.test(text.slice(next.start, next.end));
  return { span: span(isEnd ? place.start - gap.length : place.start, place.end), newText: '' };
}

/** No empty line has more blanks. */
const LONGEST_BLANKS = 200;
