import type { Comment } from '../../model/extraction.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import type { TreeNode } from '../tree.ts';

/**
 * Gives each comment its block: the entry or list item that begins on the next line of content, else the innermost
 * one that the comment stands in, else the whole text.
 * @param comments in the text's order.
 */
export function commentsWithBlocks(
  source: Source,
  comments: readonly Span[],
  documents: readonly TreeNode[],
): Comment[] {
  if (comments.length === 0) return [];
  const finder = new BlockFinder(blocksOf(documents));
  return comments.map(comment => ({
    span: comment,
    block: finder.blockOf(comment) ?? span(0, source.text.length),
  }));
}

/** Entries and items by their start, the outer before the inner one. */
function blocksOf(documents: readonly TreeNode[]): Span[] {
  const blocks = new Map<string, Span>();
  const seen = new Set<TreeNode>();
  const add = (start: number, end: number): void => {
    blocks.set(`${start}-${end}`, span(start, end));
  };
  const visit = (node: TreeNode): void => {
    if (node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'map') {
      for (const { keySpan, value } of node.entries) {
        add(keySpan.start, Math.max(keySpan.end, endAfter(keySpan, value)));
        if (value) visit(value);
      }
    } else {
      for (const item of node.items) {
        add(item.span.start, item.span.end);
        visit(item);
      }
    }
  };
  for (const document of documents) visit(document);
  return [...blocks.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A value that is written elsewhere (an alias) does not make the entry longer. */
function endAfter(keySpan: Span, value: TreeNode | undefined): number {
  return value && value.span.start >= keySpan.end ? value.span.end : keySpan.end;
}

/** Walks over the blocks once, for comments in the text's order. */
class BlockFinder {
  private readonly blocks: readonly Span[];
  private next = 0;
  /** The blocks that have begun and perhaps not ended, the innermost last. */
  private readonly open: Span[] = [];

  constructor(blocks: readonly Span[]) {
    this.blocks = blocks;
  }

  blockOf(comment: Span): Span | undefined {
    for (
      let block = this.blocks[this.next];
      block && block.start < comment.end;
      block = this.blocks[++this.next]
    ) {
      this.leave(block.start);
      this.open.push(block);
    }
    this.leave(comment.end);
    const following = this.blocks[this.next];
    const surrounding = this.open.at(-1);
    // What follows is part of a value, not the beginning of a block, when the innermost block goes on without one.
    const isInside = following && surrounding && following.start > surrounding.end;
    return isInside ? surrounding : (following ?? surrounding);
  }

  private leave(offset: number): void {
    for (let last = this.open.at(-1); last && last.end < offset; last = this.open.at(-1)) this.open.pop();
  }
}
