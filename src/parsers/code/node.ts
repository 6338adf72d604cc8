import type { Span } from '../../text/span.ts';
import type { InterpolatedText } from '../interpolation.ts';

/** A token, or what stands between two brackets. Comments are not among them. */
export type CodeNode = CodeWord | CodeString | CodeMark | CodeBreak | CodeGroup;

/** A name, keyword or number. */
export interface CodeWord {
  readonly kind: 'word';
  readonly text: string;
  readonly span: Span;
}

export interface CodeString {
  readonly kind: 'string';
  /** Without quotes; variables have the name that they are written with: `project.version`. */
  readonly text: InterpolatedText;
  /** With quotes. */
  readonly span: Span;
}

/** One character of punctuation. */
interface CodeMark {
  readonly kind: 'mark';
  readonly text: string;
  readonly span: Span;
}

/** A line's end or a semicolon. */
interface CodeBreak {
  readonly kind: 'break';
  readonly span: Span;
}

export interface CodeGroup {
  readonly kind: 'group';
  readonly open: '(' | '[' | '{';
  readonly nodes: readonly CodeNode[];
  /** With the brackets. */
  readonly span: Span;
}

export function isMark(node: CodeNode | undefined, ...texts: readonly string[]): boolean {
  return node?.kind === 'mark' && texts.includes(node.text);
}
