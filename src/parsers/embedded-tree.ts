import { type PlacedText, PlacedTextBuilder } from './placed-text.ts';
import { spanWithin, type TreeNode, type TreeScalar } from './tree.ts';

/** What was read of the text that `outer` holds, with every token's place in the file. */
export function relocated(node: TreeNode, outer: PlacedText): TreeNode {
  const place = spanWithin(outer, node.span.start, node.span.end);
  switch (node.kind) {
    case 'scalar':
      return relocatedScalar(node, outer);
    case 'list':
      return { ...node, span: place, items: node.items.map(item => relocated(item, outer)) };
    case 'map':
      return {
        ...node,
        span: place,
        entries: node.entries.map(entry => ({
          key: entry.key,
          keySpan: spanWithin(outer, entry.keySpan.start, entry.keySpan.end),
          ...(entry.value ? { value: relocated(entry.value, outer) } : {}),
        })),
      };
  }
}

function relocatedScalar(node: TreeScalar, outer: PlacedText): TreeScalar {
  const builder = new PlacedTextBuilder();
  const pieces = node.pieces ?? [{ decodedStart: 0, decodedLength: node.text.length, source: node.span }];
  for (const { decodedStart, decodedLength, source } of pieces) {
    const isVerbatim = decodedLength === source.end - source.start;
    if (isVerbatim) builder.appendSlice(outer, source.start, source.end);
    else
      builder.append(
        node.text.slice(decodedStart, decodedStart + decodedLength),
        spanWithin(outer, source.start, source.end),
      );
  }
  const { text, span, pieces: placed } = builder.build(spanWithin(outer, node.span.start, node.span.end));
  return {
    kind: 'scalar',
    type: node.type,
    text,
    span,
    ...(placed ? { pieces: placed } : {}),
    ...(node.tag === undefined ? {} : { tag: node.tag }),
  };
}
