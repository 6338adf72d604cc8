import { span } from '../../text/span.ts';
import type { TreeEntry, TreeList, TreeMap, TreeNode } from '../tree.ts';
import { blockScalar, flowCollection, plainScalar, quotedScalar, type ReadNode } from './plain-values.ts';
import { UNUSUAL } from './unusual.ts';

/**
 * Reads the YAML that nearly all files are made of: maps and lists by indentation, scalars of every style, and brackets on
 * one line. It gives the very tree that the library's documents become, some ten times as fast; `plain-blocks.test.ts`
 * compares the two.
 * @returns the documents that are not empty; `undefined` when there is anything else in the text, such as an anchor, a
 * tag, a tab or a mistake: the library then reads it and says what is wrong.
 */
export function readPlainBlocks(text: string): TreeNode[] | undefined {
  if (UNUSUAL_CHARACTER.test(text)) return undefined;
  try {
    return new BlockReader(text).documents();
  } catch (error) {
    if (error === UNUSUAL) return undefined;
    throw error;
  }
}

/** Control characters but the line feed, and what some take for a line break. */
const UNUSUAL_CHARACTER = /[^\P{Cc}\n]|[\ufeff\u2028\u2029]/u;

/** Far below what the library reads; deeper texts are its own. */
const MAX_DEPTH = 60;

class BlockReader {
  private readonly text: string;
  /** Where the content of the current line begins; the text's end when there is none. */
  private at = 0;
  /** Its column; -1 where a document ends. */
  private column = -1;
  /** The largest column of the comment lines before the current line that belong to no value. */
  private commentColumn = -1;
  /** Where the library lets the node end that was read last: behind its line, and comments that belong to it. */
  private end = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  documents(): TreeNode[] {
    const documents: TreeNode[] = [];
    this.advance(0);
    while (this.at < this.text.length) {
      if (this.column < 0) this.advance(this.lineAfter(this.at + MARKER_LENGTH));
      else if (this.column > 0) throw UNUSUAL;
      else {
        documents.push(this.collection());
        if (this.column >= 0) throw UNUSUAL;
      }
    }
    return documents;
  }

  /** The map or list that begins at the current place. */
  private collection(): TreeNode {
    if (++this.depth > MAX_DEPTH) throw UNUSUAL;
    const collection = this.isItem(this.at) ? this.list(this.column) : this.map(this.column);
    this.depth--;
    return collection;
  }

  private list(column: number): TreeList {
    const start = this.at;
    const items: TreeNode[] = [];
    while (this.column === column && this.isItem(this.at)) {
      const at = this.skipSpaces(this.at + 1);
      if (this.isLineEnd(at)) throw UNUSUAL;
      items.push(this.item(at, column + at - this.at, column));
    }
    this.leave(column);
    return { kind: 'list', span: span(start, this.end), items };
  }

  /** What stands behind a dash: a collection that begins there, or a value. */
  private item(at: number, column: number, listColumn: number): TreeNode {
    if (!this.isItem(at) && this.keyEnd(at) < 0) return this.value(at, listColumn);
    this.at = at;
    this.column = column;
    return this.collection();
  }

  private map(column: number): TreeMap {
    const start = this.at;
    const entries: TreeEntry[] = [];
    while (this.column === column) entries.push(this.entry(column));
    this.leave(column);
    return { kind: 'map', span: span(start, this.end), entries };
  }

  private entry(column: number): TreeEntry {
    const { at, text } = this;
    const colon = this.isItem(at) ? -1 : this.keyEnd(at);
    if (colon < 0) throw UNUSUAL;
    const quotes = isQuote(text.charCodeAt(at)) ? 1 : 0;
    const keySpan = span(at + quotes, colon - quotes);
    const key = text.slice(keySpan.start, keySpan.end);
    if (key === '<<' && quotes === 0) throw UNUSUAL;
    const valueAt = this.skipSpaces(colon + 1);
    if (!this.isLineEnd(valueAt)) return { key, keySpan, value: this.value(valueAt, column) };
    const isCommented = text[valueAt] === '#';
    this.advance(this.lineAfter(valueAt));
    if (this.column > column || (this.column === column && this.isItem(this.at)))
      return { key, keySpan, value: this.collection() };
    // The library gives such comments to the value that is not there.
    if (isCommented || this.commentColumn >= 0) throw UNUSUAL;
    this.end = valueAt;
    return { key, keySpan };
  }

  /** A value that begins on the line of what holds it, at `column`. */
  private value(at: number, column: number): TreeNode {
    const { node, end, isWholeLine } = readerOf(this.text[at])(this.text, at, column + 1);
    this.end = isWholeLine ? this.advance(end) : this.advance(this.lineAfter(end), column);
    return node;
  }

  /** A collection ends: its next element stands further out. */
  private leave(column: number): void {
    if (this.column > column) throw UNUSUAL;
    // The library gives such comments to the collection.
    if (column > 0 && this.commentColumn >= column) throw UNUSUAL;
  }

  /**
   * Goes to the next line that has content.
   * @param from the start of a line.
   * @param column comment lines further in than this follow a value directly and belong to it.
   * @returns where that value ends then.
   */
  private advance(from: number, column = Number.POSITIVE_INFINITY): number {
    const { text } = this;
    let end = from;
    let belongs = true;
    this.commentColumn = -1;
    for (let line = from; ; ) {
      const at = this.skipSpaces(line);
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) line = at + 1;
      else if (code === HASH) {
        belongs &&= at - line > column;
        if (!belongs) this.commentColumn = Math.max(this.commentColumn, at - line);
        line = this.lineAfter(at);
        if (belongs) end = line;
      } else {
        this.at = at;
        this.column = at >= text.length || isDocumentMarker(text, at, line) ? -1 : at - line;
        return end;
      }
    }
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** Where the next line begins, if nothing but a comment is on this one from `at` on. */
  private lineAfter(from: number): number {
    const { text } = this;
    const at = this.skipSpaces(from);
    if (!this.isLineEnd(at)) throw UNUSUAL;
    if (text.charCodeAt(at) === HASH && at === from && !isBreak(text.charCodeAt(at - 1))) throw UNUSUAL;
    const lineFeed = text.indexOf('\n', at);
    return lineFeed < 0 ? text.length : lineFeed + 1;
  }

  private isLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === LINE_FEED || code === HASH || at >= this.text.length;
  }

  private isItem(at: number): boolean {
    return this.text.charCodeAt(at) === DASH && isBreak(this.text.charCodeAt(at + 1));
  }

  /** Where the colon of the key is that begins at `at`; -1 when none does. */
  private keyEnd(at: number): number {
    const { text } = this;
    const first = text.charCodeAt(at);
    if (isQuote(first)) {
      const close = text.indexOf(text[at] ?? '', at + 1);
      const isKey = close > 0 && text.charCodeAt(close + 1) === COLON && isBreak(text.charCodeAt(close + 2));
      return isKey && !/[\\\n]/.test(text.slice(at, close)) ? close + 1 : -1;
    }
    if (NO_PLAIN_START.has(first) || (MAYBE_PLAIN_START.has(first) && isBreak(text.charCodeAt(at + 1))))
      return -1;
    for (let end = at; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === LINE_FEED) return -1;
      const isSpaced = text.charCodeAt(end - 1) === SPACE;
      if (code === COLON && isBreak(text.charCodeAt(end + 1))) return isSpaced ? -1 : end;
      if (code === HASH && isSpaced) return -1;
    }
    return -1;
  }
}

/** `---` at the start of a line (https://yaml.org/spec/1.2.2/#912-document-markers). */
function isDocumentMarker(text: string, at: number, line: number): boolean {
  if (at > line || !isBreak(text.charCodeAt(at + MARKER_LENGTH))) return false;
  if (text.startsWith('...', at)) throw UNUSUAL;
  return text.startsWith('---', at);
}

const MARKER_LENGTH = 3;

function readerOf(first: string | undefined): ReadNode {
  switch (first) {
    case '"':
    case "'":
      return quotedScalar;
    case '|':
    case '>':
      return blockScalar;
    case '[':
    case '{':
      return flowCollection;
    default:
      return plainScalar;
  }
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

/** A space, a line's end, or the text's. */
function isBreak(code: number): boolean {
  return code === SPACE || code === LINE_FEED || Number.isNaN(code);
}

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map(character => character.charCodeAt(0)));

/** https://yaml.org/spec/1.2.2/#rule-ns-plain-first */
const NO_PLAIN_START = codesOf(',[]{}#&*!|>\'"%@`');
const MAYBE_PLAIN_START = codesOf('-?:');

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;
const COLON = 0x3a;
