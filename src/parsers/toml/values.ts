import type { Problem, ProblemCode } from '../../model/problem.ts';
import { type Span, span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import type { TreeNode, TreeScalar } from '../tree.ts';
import { readTomlString } from './strings.ts';
import { descend, type KeyPart, placeOfKey, TableBuilder } from './tables.ts';

/** `key = value`; the value is absent while it is not typed yet. */
export interface ReadEntry {
  readonly parts: readonly KeyPart[];
  readonly value?: TreeNode;
}

/** Deeper than any file that people or tools write. */
const MAX_TOML_DEPTH = 64;

/** Reads keys and values at a position that moves through the text; each character is looked at a bounded number of times. */
export class TomlScanner {
  readonly text: string;
  position = 0;
  readonly comments: Span[] = [];
  readonly problems: Problem[] = [];
  private readonly commentMarker: string;

  constructor(text: string, commentMarker: string) {
    this.text = text;
    this.commentMarker = commentMarker;
  }

  /** Passes blanks, line breaks and comments. @returns whether anything follows. */
  skipToContent(): boolean {
    while (this.position < this.text.length) {
      const character = this.text[this.position];
      if (character === '#') this.skipComment();
      else if (character === ' ' || character === '\t' || isLineBreak(character)) this.position++;
      else return true;
    }
    return false;
  }

  /**
   * Passes what is left of the line; anything but a comment there is an error.
   * @param start where what was read on the line begins.
   */
  endLine(start: number): void {
    // A list that is not closed ends before the line that cannot belong to it.
    if (this.position > start && isLineBreak(this.text[this.position - 1])) return;
    this.skipBlanks();
    const character = this.text[this.position];
    if (character === undefined || character === '\n' || character === '\r') return;
    if (character === '#') {
      this.skipComment();
      return;
    }
    this.report('syntax-error', this.position, phrase('syntax.toml-rest'));
    this.position = this.lineEnd(this.position);
  }

  /** A dotted key; empty when none stands here. */
  readKey(): KeyPart[] {
    const parts: KeyPart[] = [];
    for (;;) {
      this.skipBlanks();
      const part = this.readKeyPart();
      if (!part) break;
      if (parts.length < MAX_TOML_DEPTH) parts.push(part);
      else this.report('too-deep', part.keySpan.start, phrase('syntax.toml-key-parts'));
      this.skipBlanks();
      if (this.text[this.position] !== '.') break;
      this.position++;
    }
    return parts;
  }

  /** `key = value` at the position; nothing, with a problem, when no key stands there. */
  readEntry(depth = 0): ReadEntry | undefined {
    const start = this.position;
    const parts = this.readKey();
    if (parts.length === 0) {
      this.report('syntax-error', start, phrase('syntax.toml-key'));
      return undefined;
    }
    if (this.text[this.position] !== '=') {
      this.report('syntax-error', placeOfKey(parts).start, phrase('syntax.toml-equals'));
      return { parts };
    }
    this.position++;
    this.skipBlanks();
    const value = this.readValue(depth);
    return value ? { parts, value } : { parts };
  }

  /** Notes a problem; only the first of each code is kept, and none once the reading was broken off. */
  report(code: ProblemCode, start: number, message: Phrase): void {
    if (this.problems.some(problem => problem.code === code || problem.code === 'too-deep')) return;
    this.problems.push({
      code,
      span: span(Math.min(start, this.text.length), Math.min(start + 1, this.text.length)),
      message: phrase('syntax.toml', { what: message }),
    });
  }

  private readValue(depth: number): TreeNode | undefined {
    const start = this.position;
    const character = this.text[start];
    if (character === '"' || character === "'") return this.readString();
    if (character !== '[' && character !== '{') return this.readBareValue();
    if (depth >= MAX_TOML_DEPTH) {
      this.report('too-deep', start, phrase('syntax.toml-deep', { most: MAX_TOML_DEPTH }));
      this.position = this.text.length;
      return undefined;
    }
    return character === '[' ? this.readArray(depth + 1) : this.readInlineTable(depth + 1);
  }

  private readString(): TreeScalar {
    const start = this.position;
    const { value, end, isClosed } = readTomlString(this.text, start);
    this.position = end;
    if (!isClosed) this.report('syntax-error', start, phrase('syntax.toml-string'));
    return { kind: 'scalar', type: 'string', ...value };
  }

  /** Numbers, dates and words. */
  private readBareValue(): TreeScalar | undefined {
    const start = this.position;
    BARE_VALUE.lastIndex = start;
    const text = BARE_VALUE.exec(this.text)?.[0] ?? '';
    if (text === '') {
      this.report('syntax-error', start, phrase('syntax.toml-value'));
      return undefined;
    }
    this.position += text.length;
    const type = text === 'true' || text === 'false' ? 'boolean' : 'number';
    if (type === 'number' && !/^[+\-\d]|^(?:inf|nan)$/.test(text))
      this.report('syntax-error', start, phrase('syntax.toml-quotes'));
    return { kind: 'scalar', type, text, span: span(start, this.position) };
  }

  private readArray(depth: number): TreeNode {
    const start = this.position++;
    const items: TreeNode[] = [];
    while (this.skipToContent()) {
      if (this.text[this.position] === ']') {
        this.position++;
        return { kind: 'list', span: span(start, this.position), items };
      }
      if (this.isLineOfTable()) break;
      const before = this.position;
      const item = this.readValue(depth);
      if (item) items.push(item);
      this.skipToContent();
      if (this.text[this.position] === ',') this.position++;
      else if (this.text[this.position] !== ']') {
        this.report('syntax-error', before, phrase('syntax.toml-comma-item'));
        if (this.position === before) this.position++;
      }
    }
    this.report('syntax-error', start, phrase('syntax.toml-list'));
    return { kind: 'list', span: span(start, this.position), items };
  }

  private readInlineTable(depth: number): TreeNode {
    const start = this.position++;
    const table = new TableBuilder(span(start, start + 1));
    while (this.skipToContent()) {
      if (this.text[this.position] === '}') {
        table.extend(++this.position);
        return table.node;
      }
      // What goes on with a table is indented; a line that is not begins something else.
      if (isLineBreak(this.text[this.position - 1])) break;
      const before = this.position;
      const entry = this.readEntry(depth);
      const [last] = entry?.parts.slice(-1) ?? [];
      if (entry && last) descend(table, entry.parts.slice(0, -1), this.position).add(last, entry.value);
      this.skipToContent();
      if (this.text[this.position] === ',') this.position++;
      else if (this.text[this.position] !== '}') {
        this.report('syntax-error', before, phrase('syntax.toml-comma-entry'));
        if (this.position === before) this.position++;
      }
    }
    this.report('syntax-error', start, phrase('syntax.toml-table'));
    table.extend(this.position);
    return table.node;
  }

  /**
   * In a value of several lines: does a header or an entry begin at the line's first column? Then the closing bracket
   * is not typed yet, and the rest of the file is not part of the value.
   */
  private isLineOfTable(): boolean {
    if (!isLineBreak(this.text[this.position - 1])) return false;
    TABLE_LINE.lastIndex = this.position;
    return TABLE_LINE.test(this.text);
  }

  private readKeyPart(): KeyPart | undefined {
    const start = this.position;
    const quote = this.text[start];
    if (quote === '"' || quote === "'") {
      const { value, end, isClosed } = readTomlString(this.text, start);
      this.position = end;
      if (!isClosed) this.report('syntax-error', start, phrase('syntax.toml-key-quote'));
      return { key: value.text, keySpan: value.span };
    }
    BARE_KEY.lastIndex = start;
    const key = BARE_KEY.exec(this.text)?.[0] ?? '';
    this.position += key.length;
    return key === '' ? undefined : { key, keySpan: span(start, this.position) };
  }

  private skipBlanks(): void {
    while (this.text[this.position] === ' ' || this.text[this.position] === '\t') this.position++;
  }

  /** Leaves the position on the line break, or at the text's end. */
  private skipComment(): void {
    const end = this.lineEnd(this.position);
    const comment = this.text.slice(this.position, end);
    if (comment.includes(this.commentMarker)) this.comments.push(span(this.position, end));
    this.position = end;
  }

  private lineEnd(start: number): number {
    let end = start;
    while (end < this.text.length && this.text[end] !== '\n' && this.text[end] !== '\r') end++;
    return end;
  }
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** Everything that no delimiter ends: names with other letters are an error of the author, not of the reader. */
const BARE_KEY = /[^\s.=[\]{},#"']+/y;
const BARE_VALUE = /[^\s,[\]{}#"'=]+(?: \d\d:[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/y;
const TABLE_LINE =
  /\[{1,2}[ \t]*["'A-Za-z][^[\]\r\n]{0,200}\]{1,2}[ \t]*(?:#[^\r\n]{0,200})?(?:\r?\n|$)|["']?[A-Za-z_][\w."' -]{0,100}=/y;
