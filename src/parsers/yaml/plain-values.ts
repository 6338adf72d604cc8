import { CST } from 'yaml';
import { span } from '../../text/span.ts';
import type { TreeEntry, TreeNode, TreeScalar } from '../tree.ts';
import { makeScalar, type ScalarStyle } from './scalar.ts';
import { UNUSUAL } from './unusual.ts';

/** A value and where it ends; a block scalar ends with its last line. */
interface Read<Node extends TreeNode = TreeNode> {
  readonly node: Node;
  readonly end: number;
  readonly isWholeLine?: boolean;
}

/**
 * Reads the value that begins at `at`.
 * @param indent its further lines are indented at least so far.
 * @throws UNUSUAL where it has what only the library reads.
 */
export type ReadNode = (text: string, at: number, indent: number) => Read;

/** https://yaml.org/spec/1.2.2/#733-plain-style */
export function plainScalar(text: string, at: number, indent: number): Read<TreeScalar> {
  if (NO_PLAIN_START.has(text[at] ?? '') || (MAYBE_PLAIN_START.has(text[at] ?? '') && isBreak(text, at + 1)))
    throw UNUSUAL;
  let end = plainEnd(text, at, '');
  let isFolded = false;
  for (let next = nextLineOf(text, end, indent); next > 0; next = nextLineOf(text, end, indent)) {
    isFolded = true;
    end = plainEnd(text, next, '');
  }
  const written = text.slice(at, end);
  const node = makeScalar(text, span(at, end), 'plain', isFolded ? unfold(written) : written);
  return { node, end };
}

/**
 * Where the part of a plain scalar that is on this line ends, at a comment, a line's end or one of `closing`.
 * @throws UNUSUAL where it would be a key
 */
function plainEnd(text: string, from: number, closing: string): number {
  let end = from;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n' || closing.includes(character)) break;
    if (character === '#' && text[at - 1] === ' ') break;
    if (character === ':' && (isBreak(text, at + 1) || closing.includes(text[at + 1] ?? ''))) throw UNUSUAL;
    if (character !== ' ') end = at + 1;
  }
  return end;
}

/** Where a scalar that ends a line at `end` goes on; 0 when it does not. */
function nextLineOf(text: string, end: number, indent: number): number {
  let line = end;
  let at = end;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line = at + 1;
    else if (character !== ' ') break;
  }
  return line > end && at < text.length && at - line >= indent && text[at] !== '#' ? at : 0;
}

/** https://yaml.org/spec/1.2.2/#73-flow-scalar-styles */
export function quotedScalar(text: string, at: number, indent: number): Read<TreeScalar> {
  const isSingle = text[at] === "'";
  const end = isSingle ? singleQuoteEnd(text, at) : doubleQuoteEnd(text, at);
  const source = text.slice(at, end);
  for (let line = source.indexOf('\n') + 1; line > 0; line = source.indexOf('\n', line) + 1) {
    let first = line;
    while (source[first] === ' ') first++;
    if (source[first] !== '\n' && first - line < indent) throw UNUSUAL;
  }
  const decoded = isSingle ? unfold(source.slice(1, -1)).replaceAll("''", "'") : doubleQuoted(source);
  const style: ScalarStyle = isSingle ? 'single-quoted' : 'double-quoted';
  return { node: makeScalar(text, span(at, end), style, decoded), end };
}

function singleQuoteEnd(text: string, at: number): number {
  let close = text.indexOf("'", at + 1);
  while (close > 0 && text[close + 1] === "'") close = text.indexOf("'", close + 2);
  if (close < 0) throw UNUSUAL;
  return close + 1;
}

function doubleQuoteEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '"') return end + 1;
  }
  throw UNUSUAL;
}

function doubleQuoted(source: string): string {
  if (!/[\\\n]/.test(source)) return source.slice(1, -1);
  return decodedByLibrary({ type: 'double-quoted-scalar', offset: 0, indent: 0, source });
}

/** Escapes and folded blocks, which are rare. */
function decodedByLibrary(token: CST.FlowScalar | CST.BlockScalar): string {
  const decoded = CST.resolveAsScalar(token, false, () => {
    throw UNUSUAL;
  });
  return decoded?.value ?? '';
}

/** https://yaml.org/spec/1.2.2/#65-line-folding */
function unfold(written: string): string {
  if (!written.includes('\n')) return written;
  const lines = written.split('\n');
  let folded = (lines[0] ?? '').replace(/(?<! ) +$/, '');
  let separator = ' ';
  for (const line of lines.slice(1, -1)) {
    const content = line.replace(/^ +|(?<! ) +$/g, '');
    if (content !== '') {
      folded += separator + content;
      separator = ' ';
    } else if (separator === '\n') folded += separator;
    else separator = '\n';
  }
  return folded + separator + (lines.at(-1) ?? '').replace(/^ +/, '');
}

/** https://yaml.org/spec/1.2.2/#81-block-scalar-styles */
export function blockScalar(text: string, at: number, indent: number): Read<TreeScalar> {
  const [header = '', style = '', chomping = ''] = matchAt(BLOCK_HEADER, text, at) ?? [];
  if (header === '') throw UNUSUAL;
  const start = at + header.length;
  const contentIndent = blockIndent(text, start);
  if (contentIndent < indent) throw UNUSUAL;
  const end = blockEnd(text, start, contentIndent, chomping === '+');
  const source = text.slice(start, end);
  const decoded =
    style === '|' && chomping !== '+' && !/(?:^|\n) +(?:\n|$)/.test(source)
      ? literal(source, contentIndent) + (chomping === '-' ? '' : '\n')
      : decodedByLibrary({
          type: 'block-scalar',
          offset: at,
          indent: indent - 1,
          props: [{ type: 'block-scalar-header', offset: at, indent, source: style + chomping }],
          source,
        });
  return { node: makeScalar(text, span(at, end), 'block', decoded), end, isWholeLine: true };
}

/** Style, chomping, and nothing else on the line but a comment. */
const BLOCK_HEADER = /([|>])([+-]?)(?: *| +#[^\n]*)\n/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The indentation of the first line that is not empty. */
function blockIndent(text: string, start: number): number {
  let line = start;
  let longest = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\n') {
      longest = Math.max(longest, at - line);
      line = at + 1;
    } else if (text[at] !== ' ') {
      // Blank lines that reach further in are a mistake.
      if (longest > at - line) throw UNUSUAL;
      return at - line;
    }
  }
  throw UNUSUAL;
}

/** Behind the last line of the content; blank lines after it count only where they are kept. */
function blockEnd(text: string, start: number, indent: number, keepsBlankLines: boolean): number {
  let end = start;
  for (let line = start; line < text.length; ) {
    let at = line;
    while (text[at] === ' ' && at - line < indent) at++;
    const lineFeed = text.indexOf('\n', at);
    const next = lineFeed < 0 ? text.length : lineFeed + 1;
    const isBlank = text[at] === '\n' || at >= text.length;
    if (isBlank) {
      if (keepsBlankLines) end = next;
    } else if (at - line < indent) break;
    else {
      // White space alone, but more of it than the indentation, is content to some.
      if (/^ *$/.test(text.slice(at, lineFeed < 0 ? text.length : lineFeed))) throw UNUSUAL;
      end = next;
    }
    line = next;
  }
  return end;
}

/** Each line without its indentation; no line break at the end. */
function literal(source: string, indent: number): string {
  const lines = `\n${source}`.replaceAll(`\n${' '.repeat(indent)}`, '\n');
  return lines.slice(1).replace(/(?<!\n)\n+$/, '');
}

/** A list in brackets or a map in braces (https://yaml.org/spec/1.2.2/#74-flow-collection-styles) on one line. */
export function flowCollection(text: string, at: number): Read {
  return text[at] === '[' ? flowList(text, at, 0) : flowMap(text, at, 0);
}

const MAX_FLOW_DEPTH = 20;

function flowList(text: string, start: number, depth: number): Read {
  const items: TreeNode[] = [];
  let at = skipSpaces(text, start + 1);
  while (text[at] !== ']' || items.length > 0) {
    const { node, end } = flowValue(text, at, depth);
    items.push(node);
    at = skipSpaces(text, end);
    if (text[at] === ']') break;
    if (text[at] !== ',') throw UNUSUAL;
    at = skipSpaces(text, at + 1);
  }
  return { node: { kind: 'list', span: span(start, at + 1), items }, end: at + 1 };
}

function flowMap(text: string, start: number, depth: number): Read {
  const entries: TreeEntry[] = [];
  let at = skipSpaces(text, start + 1);
  while (text[at] !== '}' || entries.length > 0) {
    const { key, keySpan, colon } = flowKey(text, at);
    const { node, end } = flowValue(text, skipSpaces(text, colon + 1), depth);
    entries.push({ key, keySpan, value: node });
    at = skipSpaces(text, end);
    if (text[at] === '}') break;
    if (text[at] !== ',') throw UNUSUAL;
    at = skipSpaces(text, at + 1);
  }
  return { node: { kind: 'map', span: span(start, at + 1), entries }, end: at + 1 };
}

function flowKey(text: string, at: number): { key: string; keySpan: TreeEntry['keySpan']; colon: number } {
  const [whole = '', quoted, plain = ''] = matchAt(FLOW_KEY, text, at) ?? [];
  if (whole === '' || plain === '<<') throw UNUSUAL;
  const quotes = quoted === undefined ? 0 : 1;
  const colon = at + whole.length - 1;
  const keySpan = span(at + quotes, colon - quotes);
  return { key: text.slice(keySpan.start, keySpan.end), keySpan, colon };
}

/** A key of letters or in quotes, and a colon that a space follows. */
const FLOW_KEY = /(?:("[^"\\\n]*"|'[^'\n]*')|([\w./-]*\w)):(?= )/y;

function flowValue(text: string, at: number, depth: number): Read {
  if (depth > MAX_FLOW_DEPTH) throw UNUSUAL;
  const first = text[at] ?? '';
  if (first === '[') return flowList(text, at, depth + 1);
  if (first === '{') return flowMap(text, at, depth + 1);
  if (first === '"' || first === "'") return quotedScalar(text, at, Number.POSITIVE_INFINITY);
  const second = text[at + 1] ?? '';
  if (NO_PLAIN_START.has(first) || first === '?' || first === ':' || first === '\n') throw UNUSUAL;
  if (first === '-' && (isBreak(text, at + 1) || FLOW_INDICATORS.includes(second))) throw UNUSUAL;
  const end = plainEnd(text, at, FLOW_INDICATORS);
  if (end === at) throw UNUSUAL;
  return { node: makeScalar(text, span(at, end), 'plain', text.slice(at, end)), end };
}

const FLOW_INDICATORS = ',[]{}';

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** A space, a line's end, or the text's. */
function isBreak(text: string, at: number): boolean {
  const character = text[at];
  return character === ' ' || character === '\n' || character === undefined;
}

/** https://yaml.org/spec/1.2.2/#rule-ns-plain-first */
const NO_PLAIN_START = new Set(',[]{}#&*!|>\'"%@`');
const MAYBE_PLAIN_START = new Set('-?:');
