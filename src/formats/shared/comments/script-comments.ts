import { type Comment, SUPPRESSION_MARKER } from '../../../model/extraction.ts';
import { linesOf } from '../../../parsers/lines.ts';
import { type Span, span } from '../../../text/span.ts';
import { suppressionComments } from './suppression-comments.ts';

/**
 * The comments of a script, from `#` to the line's end, that may hold a suppression; a block is the line that
 * follows.
 */
export function scriptComments(text: string): Comment[] {
  if (!text.includes(SUPPRESSION_MARKER)) return [];
  const comments: Span[] = [];
  const lines: Span[] = [];
  for (const line of linesOf(text)) {
    const marker = line.text.indexOf(SUPPRESSION_MARKER);
    const hash = marker < 0 ? -1 : COMMENT.exec(line.text.slice(0, marker))?.index;
    if (hash !== undefined && hash >= 0) comments.push(span(line.start + hash, line.end));
    if (!line.text.startsWith('#')) lines.push(span(line.start, line.end));
  }
  return suppressionComments(text, comments, () => lines);
}

/** The last `#` that can begin a comment. */
const COMMENT = /(?:(?<=\s)|^)#[^#]*$/;
