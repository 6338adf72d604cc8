import type { Comment } from '../../model/extraction.ts';
import type { IniDocument } from '../../parsers/ini.ts';
import { type Span, span } from '../../text/span.ts';

/** What a comment must contain to be looked at. */
const MARKER = 'vendor-diligence-ignore';

/**
 * The comments that may hold a suppression. A block is a section: the one whose header follows the comment, else the
 * one that the comment stands in; lines before the first header are a block too.
 */
export function suppressionComments(text: string, document: IniDocument): Comment[] {
  const blocks = blocksOf(text, document);
  let current = 0;
  return document.comments
    .filter(comment => text.slice(comment.start, comment.end).includes(MARKER))
    .map(comment => {
      while ((blocks[current + 1]?.start ?? Number.POSITIVE_INFINITY) <= comment.start) current++;
      return { span: comment, block: blocks[current] ?? comment };
    });
}

/** Consecutive blocks that cover the text: each begins after the last entry of the one before. */
function blocksOf(text: string, { sections, entries }: IniDocument): Span[] {
  const starts = [0];
  let entry = 0;
  for (const section of sections) {
    let start = starts.at(-1) ?? 0;
    for (; (entries[entry]?.keySpan.start ?? Number.POSITIVE_INFINITY) < section.span.start; entry++) {
      start = Math.max(start, entries[entry]?.value?.span.end ?? entries[entry]?.keySpan.end ?? start);
    }
    starts.push(Math.max(start, starts.at(-1) ?? 0));
  }
  return starts.map((start, index) => span(start, starts[index + 1] ?? text.length));
}
