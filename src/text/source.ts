import { LineIndex } from './line-index.ts';

/** One text file as the engine sees it. */
export interface Source {
  /** Posix path relative to the scanned root. */
  readonly path: string;
  /** Decoded text without a byte order mark. */
  readonly text: string;
  /** Made on first use: most texts never need it. */
  readonly lines: LineIndex;
}

/** A source for `text`, with its line index made when first asked for. */
export function makeSource(path: string, text: string): Source {
  return new TextSource(path, text);
}

/** A class, as a getter in an object literal keeps every text alive until the next full collection of garbage. */
class TextSource implements Source {
  readonly path: string;
  readonly text: string;
  private index: LineIndex | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}
