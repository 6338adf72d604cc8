import { type Span, span } from '../../text/span.ts';

/** A walk over an HCL text that only tells code, quotes, heredocs and comments apart. */
export interface Scan {
  readonly text: string;
  at: number;
  /** Open brackets. */
  depth: number;
  /** What the position stands in, besides brackets. */
  readonly frames: Frame[];
  readonly segments: Segment[];
  readonly comments: Span[];
  /** What is written in quotes and heredocs, without line breaks, where somebody wants to know. */
  readonly writing: Span[] | undefined;
  /** By heredoc terminator: the start of the last line that consists of it. */
  terminators: ReadonlyMap<string, number> | undefined;
  /** No block comment can be closed any more. */
  isLastCommentPassed: boolean;
}

/** `code` is the inside of `${…}` and `%{…}`. */
type Frame =
  | CodeFrame
  | { readonly type: 'string' }
  | { readonly type: 'heredoc'; readonly terminator: string };

export interface CodeFrame {
  readonly type: 'code';
  readonly outerDepth: number;
}

/** A place where a statement begins, or could begin. */
interface Segment {
  readonly offset: number;
  /** Open brackets where it begins: a statement only if the brackets before it are never closed. */
  readonly outerDepth: number;
}

/** Notes that what lies between `start` and the position is written text. */
export function addWriting(scan: Scan, start: number): void {
  const end = Math.min(scan.at, scan.text.length);
  if (scan.writing && end > start) scan.writing.push(span(start, end));
}
