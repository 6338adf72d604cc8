import { type Comment, SUPPRESSION_MARKER } from '../../../model/extraction.ts';
import { compareSpans, type Span, span } from '../../../text/span.ts';

/**
 * The comments that may hold a suppression. The block of a comment is the element or statement that begins on the
 * next line of content, else the one that the comment stands in, else the whole text.
 * @param comments in the text's order.
 * @param blocks whatever can be silenced as a whole, properly nested, in any order.
 */
export function suppressionComments(
  text: string,
  comments: readonly Span[],
  blocks: () => Iterable<Span>,
): Comment[] {
  const marked = comments.filter(({ start, end }) => text.slice(start, end).includes(SUPPRESSION_MARKER));
  if (marked.length === 0) return [];
  const ordered = [...blocks()].sort((a, b) => a.start - b.start || b.end - a.end);
  const around: Span[] = [];
  let next = 0;
  return marked.sort(compareSpans).map(comment => {
    for (; (ordered[next]?.start ?? Number.POSITIVE_INFINITY) < comment.end; next++) {
      const block = ordered[next];
      if (!block) break;
      leave(around, block.start);
      around.push(block);
    }
    leave(around, comment.start);
    const enclosing = around.at(-1) ?? span(0, text.length);
    const following = ordered[next];
    return { span: comment, block: following && following.start < enclosing.end ? following : enclosing };
  });
}

function leave(around: Span[], position: number): void {
  while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= position) around.pop();
}
