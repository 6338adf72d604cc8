import { type Comment, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import { type Span, sliceSpan } from '../../text/span.ts';

/**
 * Of the comments of a format made of lines, those that may hold a suppression. A block is the first of `blocks` that
 * begins behind the comment.
 * @param comments and `blocks`: in the text's order.
 */
export function suppressionComments(
  text: string,
  comments: readonly Span[],
  blocks: readonly Span[],
): Comment[] {
  let next = 0;
  return comments
    .filter(comment => sliceSpan(text, comment).includes(SUPPRESSION_MARKER))
    .map(comment => {
      while ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) < comment.end) next++;
      return { span: comment, block: blocks[next] ?? comment };
    });
}
