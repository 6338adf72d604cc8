/** The part of a writable stream that the command line uses: `process.stdout` is one. */
export interface OutputStream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  /** The terminal's width. */
  readonly columns?: number;
}

/** How wide a terminal is; `undefined` for what is none and for one that does not know, which says 0. */
export function widthOf({ isTTY, columns }: OutputStream): number | undefined {
  return isTTY && columns !== 0 ? columns : undefined;
}

export interface Streams {
  /** The report and nothing else. */
  readonly stdout: OutputStream;
  /** Progress and messages. */
  readonly stderr: OutputStream;
}
