import { type Phrase, phrase } from '../words/phrase.ts';
import { escapeAt, MutableToken } from './json-token.ts';

/** What the scanner found: a bracket or separator, a string, another scalar, text that is neither, or the end. */
export type JsonSymbol = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar' | 'unknown' | 'end';

/** Cuts a JSON text into symbols; blanks and comments are passed over. Control characters in strings are let through. */
export class JsonScanner {
  /** The last symbol's place, with quotes. */
  start = 0;
  end = 0;
  /** What is wrong with the last symbol. */
  mistake: Phrase | undefined;
  /** The last string or scalar. */
  readonly token: MutableToken;
  private readonly text: string;
  /** The first backslash and line break at or after the last place asked about; the text's length if there is none. */
  private backslash = -1;
  private lineBreak = -1;

  constructor(text: string, detaches = false) {
    this.text = text;
    this.token = new MutableToken(text, detaches);
  }

  next(): JsonSymbol {
    this.mistake = undefined;
    this.start = this.skipBlanks(this.end);
    while (this.text.charCodeAt(this.start) === 0x2f) {
      if (!this.skipComment()) return 'unknown';
      this.start = this.skipBlanks(this.end);
    }
    this.end = this.start + 1;
    switch (this.text.charCodeAt(this.start)) {
      case 0x22:
        return this.string();
      case 0x7b:
        return '{';
      case 0x7d:
        return '}';
      case 0x5b:
        return '[';
      case 0x5d:
        return ']';
      case 0x3a:
        return ':';
      case 0x2c:
        return ',';
      default:
        return this.start < this.text.length ? this.word() : this.atEnd();
    }
  }

  /** Does a colon come next? */
  colonFollows(): boolean {
    return this.text[this.skipBlanks(this.end)] === ':';
  }

  private skipBlanks(from: number): number {
    const { text } = this;
    let at = from;
    for (let code = text.charCodeAt(at); isBlank(code); code = text.charCodeAt(at)) at++;
    return at;
  }

  private atEnd(): 'end' {
    this.start = this.text.length;
    this.end = this.text.length;
    return 'end';
  }

  /** A string ends at its quote, or, half typed, with its line. */
  private string(): 'string' {
    const start = this.start + 1;
    if (this.backslash < start) this.backslash = this.find('\\', start);
    if (this.lineBreak < start) this.lineBreak = this.find('\n', start);
    const quote = this.find('"', start);
    const hasEscapes = this.backslash < quote && this.backslash < this.lineBreak;
    const end = hasEscapes ? this.endOfEscaped(this.backslash) : Math.min(quote, this.lineBreak);
    const isClosed = this.text.charCodeAt(end) === 0x22;
    if (!isClosed) this.mistake = phrase('syntax.json-string');
    this.end = isClosed ? end + 1 : end;
    this.setToken('string', start, isClosed ? end : this.withoutCarriageReturn(start, end), hasEscapes);
    return 'string';
  }

  private find(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    return found < 0 ? this.text.length : found;
  }

  private endOfEscaped(firstBackslash: number): number {
    const { text, lineBreak } = this;
    let at = firstBackslash;
    while (at < lineBreak) {
      const code = text.charCodeAt(at);
      if (code === 0x22) return at;
      if (code === 0x5c && !escapeAt(text, at, lineBreak)) this.mistake = phrase('syntax.json-escape');
      at += code === 0x5c ? 2 : 1;
    }
    return lineBreak;
  }

  private withoutCarriageReturn(start: number, end: number): number {
    return end > start && this.text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
  }

  private word(): 'scalar' | 'unknown' {
    const { text } = this;
    while (this.end < text.length && !endsWord(text.charCodeAt(this.end))) this.end++;
    const length = this.end - this.start;
    const word = length <= LONGEST_SCALAR ? text.slice(this.start, this.end) : '';
    const type = NUMBER.test(word) ? 'number' : KEYWORDS.get(word);
    if (type === undefined) {
      this.mistake = NO_VALUE;
      return 'unknown';
    }
    this.setToken(type, this.start, this.end, false);
    return 'scalar';
  }

  /** Is the slash at `start` the beginning of a whole comment? Then `end` is behind it. */
  private skipComment(): boolean {
    const second = this.text[this.start + 1];
    if (second === '/') {
      this.end = this.find('\n', this.start);
      return true;
    }
    const close = second === '*' ? this.text.indexOf('*/', this.start + 2) : -1;
    if (close >= 0) {
      this.end = close + 2;
      return true;
    }
    this.end = second === '*' ? this.text.length : this.start + 1;
    this.mistake = second === '*' ? phrase('syntax.json-comment') : NO_VALUE;
    return false;
  }

  private setToken(type: MutableToken['type'], start: number, end: number, hasEscapes: boolean): void {
    this.token.type = type;
    this.token.start = start;
    this.token.end = end;
    this.token.hasEscapes = hasEscapes;
  }
}

const NO_VALUE = phrase('syntax.json-no-value');
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const KEYWORDS = new Map<string, MutableToken['type']>([
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null'],
]);
const LONGEST_SCALAR = 1000;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/** Blanks, brackets, separators, quotes and slashes. */
function endsWord(code: number): boolean {
  return isBlank(code) || ENDS_WORD.has(code);
}

const ENDS_WORD = new Set([...'{}[]:,"/'].map(character => character.charCodeAt(0)));
