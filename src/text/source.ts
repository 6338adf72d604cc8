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
  let lines: LineIndex | undefined;
  return {
    path,
    text,
    get lines() {
      lines ??= new LineIndex(text);
      return lines;
    },
  };
}
