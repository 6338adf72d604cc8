import { LineIndex } from './line-index.ts';

/** One text file as the engine sees it. */
export interface Source {
  /** Posix path relative to the scanned root. */
  readonly path: string;
  /** Decoded text without a byte order mark. */
  readonly text: string;
  /** Made on first use: most texts never need it. */
  readonly lines: LineIndex;
  /** It is being typed in: what its parts say is worth remembering for its next text. */
  readonly isReadAgain: boolean;
}

/** A source for `text`, with its line index made when first asked for. */
export function makeSource(path: string, text: string, isReadAgain = false): Source {
  return new TextSource(path, text, isReadAgain);
}

/** A class, as a getter in an object literal keeps every text alive until the next full collection of garbage. */
class TextSource implements Source {
  readonly path: string;
  readonly text: string;
  readonly isReadAgain: boolean;
  private index: LineIndex | undefined;

  constructor(path: string, text: string, isReadAgain: boolean) {
    this.path = path;
    this.text = text;
    this.isReadAgain = isReadAgain;
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }
}
