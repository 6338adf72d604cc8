import type { Comment } from '../../../model/extraction.ts';
import type { CodeNode } from '../../../parsers/code/node.ts';
import type { CodeFile } from '../../../parsers/code/parse.ts';
import { type Span, span } from '../../../text/span.ts';
import { suppressionComments } from './suppression-comments.ts';

/** A script's comments that may hold a suppression; a block is a statement, with the block in braces that it begins. */
export function codeComments(text: string, { nodes, comments }: CodeFile): Comment[] {
  return suppressionComments(text, comments, () => blocksIn(nodes));
}

function* blocksIn(outermost: readonly CodeNode[]): Generator<Span> {
  const waiting: (readonly CodeNode[])[] = [outermost];
  for (let nodes = waiting.pop(); nodes; nodes = waiting.pop()) {
    let start: number | undefined;
    let end = 0;
    for (const node of nodes) {
      if (node.kind === 'group') waiting.push(node.nodes);
      if (node.kind !== 'break') {
        start ??= node.span.start;
        end = node.span.end;
      } else if (start !== undefined) {
        yield span(start, end);
        start = undefined;
      }
    }
    if (start !== undefined) yield span(start, end);
  }
}
