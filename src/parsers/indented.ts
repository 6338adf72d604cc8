import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type Span, span } from '../text/span.ts';
import { phrase } from '../words/phrase.ts';
import type { TreeEntry, TreeMap, TreeScalar } from './tree.ts';

/** A document of indented lines, as far as it could be read. */
export interface IndentedDocument {
  readonly root: TreeMap;
  /** The first line that could not be read. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the lines of a lockfile that Yarn or pnpm has written: `key:`, `key: value` or `key value`, nested by
 * indentation. These files can be far larger than any other YAML, and their writers use a small part of it: items of
 * lists are left out, braces and brackets are values as they are written. A key is without its quotes when it is
 * quoted as a whole. Never throws, linear.
 */
export function parseIndented(source: Source): IndentedDocument {
  const { text, path } = source;
  const root: OpenMap = { indent: -1, entries: [], node: undefined };
  const open: OpenMap[] = [root];
  const problems: Problem[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start);
    const line = readLine(text, start, end);
    if (line === 'unreadable') {
      if (problems.length === 0) problems.push(unreadable(path, span(start, end)));
    } else if (line) addLine(line, open);
    start = end + 1;
  }
  return { root: { kind: 'map', span: span(0, text.length), entries: root.entries }, problems };
}

/** A key whose value may follow, indented deeper. */
interface OpenMap {
  readonly indent: number;
  readonly entries: MutableEntry[];
  node: TreeMap | undefined;
}

type MutableEntry = { -readonly [Key in keyof TreeEntry]: TreeEntry[Key] };

interface Line {
  readonly indent: number;
  readonly key: string;
  readonly keySpan: Span;
  readonly value?: TreeScalar;
}

function addLine({ indent, key, keySpan, value }: Line, open: OpenMap[]): void {
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
  const parent = open.at(-1);
  if (!parent) return;
  const entry: MutableEntry = value ? { key, keySpan, value } : { key, keySpan };
  parent.entries.push(entry);
  if (value) return;
  const entries: MutableEntry[] = [];
  const node: TreeMap = { kind: 'map', span: keySpan, entries };
  entry.value = node;
  open.push({ indent, entries, node });
}

function readLine(text: string, start: number, end: number): Line | 'unreadable' | undefined {
  let first = start;
  while (first < end && (text[first] === ' ' || text[first] === '\t')) first++;
  let last = end;
  while (last > first && /\s/.test(text.charAt(last - 1))) last--;
  const character = text[first];
  if (first >= last || character === '#' || character === '-') return undefined;
  if (CONFLICT.has(text.slice(first, first + 7))) return 'unreadable';
  const indent = first - start;
  // pnpm writes keys that are longer than YAML allows on one line as `? key`.
  if (character === '?') return { indent, ...keyOf(text, skipBlanks(text, first + 1, last), last) };
  if (character === ':') return undefined;
  if (text[last - 1] === ':') return { indent, ...keyOf(text, first, last - 1) };
  const split = endOfKey(text, first, last);
  if (split >= last) return 'unreadable';
  const key = keyOf(text, first, text[split - 1] === ':' ? split - 1 : split);
  return { indent, ...key, value: scalarOf(text, skipBlanks(text, split, last), last) };
}

const CONFLICT = new Set(['<<<<<<<', '=======', '>>>>>>>', '|||||||']);

/** The blank behind the key; a quoted key can hold blanks. */
function endOfKey(text: string, first: number, last: number): number {
  const quote = text[first];
  const isQuoted = quote === '"' || quote === "'";
  const close = isQuoted ? text.indexOf(quote, first + 1) : -1;
  let end = close > 0 && close < last ? close + 1 : first;
  while (end < last && text[end] !== ' ') end++;
  return end;
}

function keyOf(text: string, start: number, end: number): { key: string; keySpan: Span } {
  const place = withoutQuotes(text, start, end);
  return { key: text.slice(place.start, place.end), keySpan: place };
}

function scalarOf(text: string, start: number, end: number): TreeScalar {
  const place = withoutQuotes(text, start, end);
  return { kind: 'scalar', type: 'string', text: text.slice(place.start, place.end), span: place };
}

/** Several quoted keys after each other keep their quotes. */
function withoutQuotes(text: string, start: number, end: number): Span {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start >= 2;
  return isQuoted && text.indexOf(quote, start + 1) === end - 1 ? span(start + 1, end - 1) : span(start, end);
}

function skipBlanks(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && text[position] === ' ') position++;
  return position;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function unreadable(path: string, place: Span): Problem {
  return {
    code: 'syntax-error',
    path,
    span: place,
    message: phrase('syntax.lockfile-line'),
  };
}
