/** A position as editors count it: both numbers are 0-based, `character` is in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Converts between UTF-16 offsets and positions of one text in O(log lines).
 * Lines end at `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol
 * (https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocuments).
 */
export class LineIndex {
  private readonly lineStarts: readonly number[];
  private readonly length: number;

  constructor(text: string) {
    this.lineStarts = findLineStarts(text);
    this.length = text.length;
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** The position of `offset`; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(offset, 0), this.length);
    const line = this.lineAt(inside);
    return { line, character: inside - this.lineStart(line) };
  }

  /** The offset of `position`; a character beyond the line's end is moved to where the next line starts. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.length;
    const next = position.line + 1 < this.lineCount ? this.lineStart(position.line + 1) : this.length;
    return Math.min(this.lineStart(position.line) + Math.max(position.character, 0), next);
  }

  /** The offset at which 0-based `line` begins; the text's length when there is no such line. */
  lineStart(line: number): number {
    return this.lineStarts[line] ?? this.length;
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
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  const lineBreak = /\r\n|\r|\n/g;
  while (lineBreak.exec(text)) starts.push(lineBreak.lastIndex);
  return starts;
}
