import { type Comment, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Dockerfile } from '../../parsers/dockerfile/parse.ts';
import { type Span, span } from '../../text/span.ts';

/**
 * The comments that may hold a suppression. A block is an instruction: the one that follows the comment or that it
 * stands in; `FROM` stands for its whole stage.
 */
export function suppressionComments(text: string, { comments, instructions }: Dockerfile): Comment[] {
  const blocks = blocksOf(instructions, text.length);
  let next = 0;
  return comments
    .filter(comment => text.slice(comment.start, comment.end).includes(SUPPRESSION_MARKER))
    .map(comment => {
      while ((blocks[next]?.instruction.end ?? Number.POSITIVE_INFINITY) < comment.start) next++;
      return { span: comment, block: blocks[next]?.block ?? comment };
    });
}

function blocksOf(
  instructions: Dockerfile['instructions'],
  textLength: number,
): { instruction: Span; block: Span }[] {
  const blocks: { instruction: Span; block: Span }[] = [];
  let stageEnd = textLength;
  for (const { keyword, span: instruction } of instructions.toReversed()) {
    const isStage = keyword === 'FROM';
    blocks.push({ instruction, block: isStage ? span(instruction.start, stageEnd) : instruction });
    if (isStage) stageEnd = instruction.start;
  }
  return blocks.reverse();
}
