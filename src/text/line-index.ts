/** A position as editors count it: both numbers are 0-based, `character` is in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Converts between UTF-16 offsets and positions of one text in O(log lines), once the lines up to there were counted.
 * Lines end at `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol
 * (https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocuments).
 */
export class LineIndex {
  private readonly text: string;
  /** Of the lines that were counted so far. */
  private readonly lineStarts = [0];
  private isWhole = false;
  /** The first of each at or after the last place looked at; the text's length when there is none. */
  private carriageReturn = -1;
  private lineFeed = -1;

  constructor(text: string) {
    this.text = text;
  }

  get lineCount(): number {
    while (!this.isWhole) this.countLine();
    return this.lineStarts.length;
  }

  /** The position of `offset`; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    while (!this.isWhole && (this.lineStarts.at(-1) ?? 0) <= inside) this.countLine();
    const line = this.lineAt(inside);
    return { line, character: inside - this.lineStart(line) };
  }

  /** The offset of `position`; a character beyond the line's end is moved to where the next line starts. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const next = this.lineStart(line + 1);
    return Math.min(this.lineStart(line) + Math.max(character, 0), next);
  }

  /** The offset at which 0-based `line` begins; the text's length when there is no such line. */
  lineStart(line: number): number {
    while (!this.isWhole && this.lineStarts.length <= line) this.countLine();
    return this.lineStarts[line] ?? this.text.length;
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private countLine(): void {
    const { text, lineStarts } = this;
    const start = lineStarts.at(-1) ?? 0;
    if (this.carriageReturn < start) this.carriageReturn = this.find('\r', start);
    if (this.lineFeed < start) this.lineFeed = this.find('\n', start);
    const end = Math.min(this.carriageReturn, this.lineFeed);
    if (end === text.length) this.isWhole = true;
    else lineStarts.push(text.startsWith('\r\n', end) ? end + 2 : end + 1);
  }

  private find(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    return found < 0 ? this.text.length : found;
  }
}
