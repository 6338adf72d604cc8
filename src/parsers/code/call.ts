import { type Span, span } from '../../text/span.ts';
import { type CodeGroup, type CodeNode, type CodeString, type CodeWord, isMark } from './node.ts';

/** An argument, or an element of a list. */
export interface CodeItem {
  /** `name` of `name: value`, `name = value` and `:name => value`. */
  readonly label?: string;
  readonly labelSpan?: Span;
  readonly nodes: readonly CodeNode[];
}

/** Names joined by dots. */
export interface CodeChain {
  readonly name: string;
  readonly span: Span;
  /** The index behind it. */
  readonly end: number;
}

/** The chain of names that begins at `index`; a dot before it is passed over. */
export function chainAt(nodes: readonly CodeNode[], index: number): CodeChain | undefined {
  let at = isMark(nodes[index], '.') ? index + 1 : index;
  const first = nodes[at];
  if (first?.kind !== 'word') return undefined;
  const words: string[] = [first.text];
  let end = first.span.end;
  for (at++; isMark(nodes[at], '.'); at += 2) {
    const next = nodes[at + 1];
    if (next?.kind !== 'word') break;
    words.push(next.text);
    end = next.span.end;
  }
  return { name: words.join('.'), span: span(first.span.start, end), end: at };
}

/** What stands between commas, without the breaks around it. */
export function itemsOf(nodes: readonly CodeNode[], from = 0, to = nodes.length): CodeItem[] {
  const items: CodeItem[] = [];
  let item: CodeNode[] = [];
  for (let index = from; index < to; index++) {
    const node = nodes[index];
    if (!node || node.kind === 'break') continue;
    if (!isMark(node, ',')) item.push(node);
    else {
      items.push(labelled(item));
      item = [];
    }
  }
  if (item.length > 0) items.push(labelled(item));
  return items;
}

/** The argument with the label. */
export function labelledItem(items: readonly CodeItem[], label: string): CodeItem | undefined {
  return items.find(item => item.label === label);
}

/** The string that an argument is, when it is one string and nothing else. */
export function stringOf(item: CodeItem | undefined): CodeString | undefined {
  const [only, ...more] = item?.nodes ?? [];
  return only?.kind === 'string' && more.length === 0 ? only : undefined;
}

/** The strings of a list, or the one string. */
export function stringsOf(item: CodeItem | undefined): CodeString[] {
  const list = item?.nodes.find(node => node.kind === 'group');
  const nodes = list?.kind === 'group' ? list.nodes : (item?.nodes ?? []);
  return nodes.filter(node => node.kind === 'string');
}

/** The group that an argument is. */
export function groupOf(item: CodeItem | undefined): CodeGroup | undefined {
  const last = item?.nodes.at(-1);
  return last?.kind === 'group' ? last : undefined;
}

function labelled(nodes: readonly CodeNode[]): CodeItem {
  const label = labelAt(nodes);
  if (!label) return { nodes };
  return { label: label.text, labelSpan: label.span, nodes: nodes.slice(label.end) };
}

function labelAt(nodes: readonly CodeNode[]) {
  // Ruby: `:name => value`.
  const isSymbol = isMark(nodes[0], ':');
  const at = isSymbol ? 1 : 0;
  const name = nodes[at];
  if (!name || (name.kind !== 'word' && name.kind !== 'string')) return undefined;
  const [next, after] = [nodes[at + 1], nodes[at + 2]];
  const found = { text: textOf(name), span: name.span };
  if (isMark(next, '=') && isMark(after, '>')) return { end: at + 3, ...found };
  if (isSymbol) return undefined;
  if (isMark(next, ':') && !(isMark(after, ':') && after?.span.start === next?.span.end))
    return { end: at + 2, ...found };
  return isMark(next, '=') && !isMark(after, '=') ? { end: at + 2, ...found } : undefined;
}

function textOf(name: CodeWord | CodeString): string {
  if (name.kind === 'word') return name.text;
  return name.text.parts.map(part => (part.type === 'text' ? part.text.text : '')).join('');
}
