import { type Span, span } from '../../text/span.ts';
import type { InterpolatedPart, InterpolatedText } from '../interpolation.ts';
import { chainAt } from './call.ts';
import { type CodeNode, isMark } from './node.ts';

/**
 * The text that an expression stands for: strings and names joined by `+`, also inside of a call that only changes
 * the type (`uri("…")`).
 * @returns `undefined` for any other expression.
 */
export function textOfNodes(nodes: readonly CodeNode[]): InterpolatedText | undefined {
  const parts: InterpolatedPart[] = [];
  let place: Span | undefined;
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    const chain = chainAt(nodes, index);
    const group = nodes[chain?.end ?? -1];
    if (node?.kind === 'string') {
      parts.push(...node.text.parts);
      place = joined(place, node.text.span);
      index++;
    } else if (chain && group?.kind === 'group') {
      if (!TYPE_CHANGES.has(chain.name)) return undefined;
      const inner = textOfNodes(group.nodes.filter(each => each.kind !== 'break'));
      if (!inner) return undefined;
      parts.push(...inner.parts);
      place = joined(place, inner.span);
      index = chain.end + 1;
    } else if (chain) {
      parts.push({ type: 'variable', name: chain.name, operator: '', span: chain.span });
      place = joined(place, chain.span);
      index = chain.end;
    } else return undefined;
    if (index < nodes.length && !isMark(nodes[index++], '+')) return undefined;
  }
  return place && { span: place, parts };
}

/** Functions of build scripts that give their argument back as another type. */
const TYPE_CHANGES = new Set([
  'uri',
  'url',
  'URI',
  'URI.create',
  'URL',
  'extra',
  'toURI',
  'Uri',
  'setOf',
  'listOf',
]);

function joined(place: Span | undefined, next: Span): Span {
  return place ? span(place.start, next.end) : next;
}
