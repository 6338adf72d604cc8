import type { Span } from '../text/span.ts';

/** A line without its indentation, trailing blanks and line break. */
export interface Line extends Span {
  /** How many blanks and tabs stand before it. */
  readonly indent: number;
  readonly text: string;
}

/** The lines of a text that are not blank. Lines end at `\n`, `\r\n` or a lone `\r`. */
export function* linesOf(text: string): Generator<Line> {
  const lineBreak = /\r\n|\r|\n|$/g;
  for (let start = 0; start < text.length; ) {
    lineBreak.lastIndex = start;
    const match = lineBreak.exec(text);
    const end = match?.index ?? text.length;
    const raw = text.slice(start, end);
    const content = raw.trimEnd();
    const indent = content.length - content.trimStart().length;
    if (content.length > indent) {
      yield { start: start + indent, end: start + content.length, indent, text: content.slice(indent) };
    }
    start = end + Math.max(1, match?.[0].length ?? 1);
  }
}
