/** Finds the lines that end here-documents, without reading the rest of the text for each that has no end. */
export class LastLines {
  private readonly text: string;
  private readonly starts = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    for (let start = 0; start < text.length; ) {
      const { content, next } = lineAt(text, start);
      this.starts.set(content, start);
      start = next;
    }
  }

  /** Where the last line that is `content`, apart from white space around it, begins; -1 when there is none. */
  startOf(content: string): number {
    return this.starts.get(content) ?? -1;
  }

  /**
   * The first line from `position`, a line's start, that is `content`.
   * @returns where it begins and where the line after it begins.
   */
  findLine(content: string, position: number): { readonly bodyEnd: number; readonly end: number } {
    let start = position;
    while (start < this.text.length) {
      const line = lineAt(this.text, start);
      if (line.content === content) return { bodyEnd: start, end: line.next };
      start = line.next;
    }
    return { bodyEnd: this.text.length, end: this.text.length };
  }
}

function lineAt(text: string, start: number): { readonly content: string; readonly next: number } {
  const lineFeed = text.indexOf('\n', start);
  const end = lineFeed < 0 ? text.length : lineFeed;
  return { content: text.slice(start, end).trim(), next: lineFeed < 0 ? text.length : lineFeed + 1 };
}
