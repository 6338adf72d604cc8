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
  readonly unclosedStrings: number[];
  /** What is written in quotes and heredocs, without line breaks. */
  readonly writing: Span[];
  /** By heredoc terminator: the start of the last line that consists of it. */
  terminators: ReadonlyMap<string, number> | undefined;
  /** No block comment can be closed any more. */
  isLastCommentPassed: boolean;
  readonly patterns: Patterns;
}

/** `code` is the inside of `${…}` and `%{…}`. */
export type Frame =
  | CodeFrame
  | { readonly type: 'string' }
  | { readonly type: 'heredoc'; readonly terminator: string };

export interface CodeFrame {
  readonly type: 'code';
  readonly outerDepth: number;
}

/** Text from one place where a statement begins, or could begin, to the next. */
export interface Segment {
  readonly offset: number;
  /** Open brackets where it begins: a statement only if the brackets before it are never closed. */
  readonly outerDepth: number;
  /** The deepest nesting of brackets and frames in it. */
  deepest: number;
}

/** Every scan has its own: they carry a position. */
interface Patterns {
  readonly code: RegExp;
  readonly string: RegExp;
  readonly heredoc: RegExp;
  readonly heredocStart: RegExp;
  readonly indentedName: RegExp;
  readonly header: RegExp;
}

export function startScan(text: string): Scan {
  return {
    text,
    at: 0,
    depth: 0,
    frames: [],
    segments: [],
    comments: [],
    unclosedStrings: [],
    writing: [],
    terminators: undefined,
    isLastCommentPassed: false,
    patterns: {
      code: /["#/<{}()[\]\n]/g,
      string: /["\\$%\n]/g,
      heredoc: /[$%\n]/g,
      heredocStart: /<<-?([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy,
      indentedName: /[ \t]*[\p{L}_]/uy,
      header: /[\p{L}_][\p{L}\p{N}_-]*(?:[ \t]+(?:"[^"\n]*"|[\p{L}\p{N}_-]+))*[ \t]*\{/uy,
    },
  };
}

/** Moves to the next match and gives it; at the end of the text, nothing. */
export function skipTo(pattern: RegExp, scan: Scan): string {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.text);
  scan.at = match ? match.index : scan.text.length;
  return match ? match[0] : '';
}

/** The match of a sticky pattern at the position, which stays. */
export function matchAt(pattern: RegExp, scan: Scan): RegExpExecArray | null {
  pattern.lastIndex = scan.at;
  return pattern.exec(scan.text);
}

export function openFrame(scan: Scan, frame: Frame): void {
  scan.frames.push(frame);
  noteDepth(scan);
}

export function openBracket(scan: Scan): void {
  scan.at++;
  scan.depth++;
  noteDepth(scan);
}

function noteDepth(scan: Scan): void {
  const segment = scan.segments.at(-1);
  if (segment) segment.deepest = Math.max(segment.deepest, scan.depth + scan.frames.length);
}

/** Notes that what lies between `start` and the position is written text. */
export function addWriting(scan: Scan, start: number): void {
  const end = Math.min(scan.at, scan.text.length);
  if (end > start) scan.writing.push(span(start, end));
}
