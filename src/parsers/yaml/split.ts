import { type Span, span } from '../../text/span.ts';

/**
 * The documents of a YAML text, each with the `---` before it: together they cover the text, and each can be read by
 * itself. One span for the whole text where that is not so: `%` directives and content beside a `---`.
 * @param marker a document that contains it comes in one span with the next: a comment can be about what follows it.
 */
export function splitDocuments(text: string, marker: string): Span[] {
  const starts = DIRECTIVE.test(text) ? undefined : documentStarts(text);
  if (!starts) return [span(0, text.length)];
  const ends = [...starts, text.length];
  const parts: Span[] = [];
  let start = 0;
  for (const [index, end] of ends.entries()) {
    const isMarked = end < text.length && text.slice(ends[index - 1] ?? 0, end).includes(marker);
    if (end === start || isMarked) continue;
    parts.push(span(start, end));
    start = end;
  }
  return parts;
}

/** https://yaml.org/spec/1.2.2/#68-directives */
const DIRECTIVE = /(?:^|\n)%/;

/** Three dashes at the start of a line begin a document, whatever stands above them (https://yaml.org/spec/1.2.2/#912-document-markers). */
function documentStarts(text: string): number[] | undefined {
  const starts: number[] = [];
  for (let at = text.startsWith('---') ? 0 : nextLine(text, 0); at >= 0; at = nextLine(text, at)) {
    const lineEnd = text.indexOf('\n', at);
    const rest = text.slice(at + 3, lineEnd < 0 ? text.length : lineEnd);
    if (/^[ \t\r]/.test(rest) && !/^[ \t]*(?:#|\r?$)/.test(rest)) return undefined;
    if (/^(?:[ \t\r]|$)/.test(rest)) starts.push(at);
  }
  return starts;
}

/** Where the next line begins with three dashes; -1 when none does. */
function nextLine(text: string, from: number): number {
  const found = text.indexOf('\n---', from);
  return found < 0 ? -1 : found + 1;
}
