import type { Comment } from '../../model/extraction.ts';
import { compareSpans, type Span, span } from '../../text/span.ts';
import type { HclBody, HclFile } from './tree.ts';

/**
 * The comments that contain `marker`, each with the block that it is about: the block, or the attribute over several
 * lines, that begins where content goes on after the comment; else the innermost one around it; else the whole file.
 */
export function commentsWith(marker: string, file: HclFile, text: string): Comment[] {
  if (!text.includes(marker)) return [];
  const { body, comments } = file;
  const blocks = blocksIn(body, text).sort(compareSpans);
  const startingAt = new Map(blocks.map(block => [block.start, block]));
  const next = nextContent(comments, text);
  const enclosing = enclosingBlocks(comments, blocks, span(0, text.length));
  return comments.flatMap((comment, index) => {
    if (!text.slice(comment.start, comment.end).includes(marker)) return [];
    const block = startingAt.get(next[index] ?? text.length) ?? enclosing[index] ?? span(0, text.length);
    return [{ span: comment, block }];
  });
}

function blocksIn(body: HclBody, text: string): Span[] {
  return [
    ...body.attributes
      .filter(each => text.slice(each.span.start, each.span.end).includes('\n'))
      .map(each => each.span),
    ...body.blocks.flatMap(block => [block.span, ...blocksIn(block.body, text)]),
  ];
}

/** For each comment, where something else than a comment follows. */
function nextContent(comments: readonly Span[], text: string): number[] {
  const next: number[] = [];
  for (let index = comments.length - 1; index >= 0; index--) {
    const following = skipBlanks(text, comments[index]?.end ?? text.length);
    next[index] = following === comments[index + 1]?.start ? (next[index + 1] ?? following) : following;
  }
  return next;
}

function skipBlanks(text: string, start: number): number {
  let position = start;
  while (BLANKS.has(text.charAt(position))) position++;
  return position;
}

const BLANKS: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n']);

/** For each comment the innermost block around it. Both lists are sorted, so that one pass is enough. */
function enclosingBlocks(comments: readonly Span[], blocks: readonly Span[], whole: Span): Span[] {
  const open: Span[] = [];
  let next = 0;
  return comments.map(comment => {
    for (let block = blocks[next]; block && block.start <= comment.start; block = blocks[++next]) {
      closeBefore(open, block.start);
      open.push(block);
    }
    closeBefore(open, comment.start);
    return open.at(-1) ?? whole;
  });
}

function closeBefore(open: Span[], position: number): void {
  for (let last = open.at(-1); last && last.end <= position; last = open.at(-1)) open.pop();
}
