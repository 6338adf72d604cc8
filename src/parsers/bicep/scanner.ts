import { type Span, span } from '../../text/span.ts';
import { type PlacedText, slicePlaced } from '../placed-text.ts';
import { spanWithin } from '../tree.ts';

/** How strings are written: Bicep has escapes and `${…}`; ARM templates only double the quote. */
export type BicepDialect = 'bicep' | 'arm';

/** A position in a text, with what is passed over between tokens. */
export class BicepScanner {
  readonly input: PlacedText;
  readonly dialect: BicepDialect;
  private readonly found = new Map<number, Span>();
  position = 0;
  /** Levels of nesting that are open. */
  depth = 0;

  constructor(input: PlacedText, dialect: BicepDialect) {
    this.input = input;
    this.dialect = dialect;
  }

  get text(): string {
    return this.input.text;
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The comments that were passed over, some more than once. */
  get comments(): Span[] {
    return [...this.found.values()].sort((a, b) => a.start - b.start);
  }

  /** In the file. */
  spanFrom(start: number, end = this.position): Span {
    return spanWithin(this.input, start, Math.max(start, end));
  }

  slice(start: number, end: number): PlacedText {
    return slicePlaced(this.input, start, end);
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.position);
  }

  /** Takes `text` if it comes next on this line. */
  take(text: string): boolean {
    this.skipSpace();
    if (!this.startsWith(text)) return false;
    this.position += text.length;
    return true;
  }

  /** The name that begins here, if any; it is taken. */
  takeWord(): { readonly text: string; readonly span: Span } | undefined {
    this.skipSpace();
    WORD.lastIndex = this.position;
    const text = WORD.exec(this.text)?.[0];
    if (text === undefined) return undefined;
    const start = this.position;
    this.position += text.length;
    return { text, span: this.spanFrom(start) };
  }

  /** Blanks and comments, but no line breaks. */
  skipSpace(): void {
    for (;;) {
      while (this.isBlank()) this.position++;
      // `#disable-next-line rule` is for the linter.
      if (this.startsWith('//') || this.startsWith('#disable')) this.skipComment(this.lineEnd());
      else if (this.startsWith('/*')) this.skipComment(this.blockEnd());
      else return;
    }
  }

  skipSpaceAndLines(): void {
    for (;;) {
      this.skipSpace();
      if (!this.isLineBreak()) return;
      this.position++;
    }
  }

  /** Passes over the rest of the line. */
  skipLine(): void {
    this.position = this.lineEnd();
  }

  isLineBreak(): boolean {
    const character = this.text[this.position];
    return character === '\n' || character === '\r';
  }

  private isBlank(): boolean {
    const character = this.text[this.position];
    return character === ' ' || character === '\t' || character === '\uFEFF';
  }

  private skipComment(end: number): void {
    if (this.dialect === 'bicep') this.found.set(this.position, span(this.position, end));
    this.position = end;
  }

  private lineEnd(): number {
    LINE_END.lastIndex = this.position;
    return LINE_END.exec(this.text)?.index ?? this.text.length;
  }

  private blockEnd(): number {
    const end = this.text.indexOf('*/', this.position + 2);
    return end < 0 ? this.text.length : end + 2;
  }
}

const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const LINE_END = /[\r\n]|$/g;
