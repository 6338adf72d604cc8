import type { TreeCursor } from 'web-tree-sitter';
import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import type { HclLanguage, NodeKind } from './language.ts';
import type { ReadName } from './tree.ts';

/** One walk over a syntax tree: the cursor and what is known on the way. */
export interface Reading {
  readonly cursor: TreeCursor;
  readonly language: HclLanguage;
  /** A part of a file, as it is written. */
  readonly text: string;
  /** Where that part begins in the file. */
  readonly offset: number;
  /** Where in the file a position of the tree is: what was parsed has less white space. */
  readonly toFile: (position: number) => number;
  readonly readName: ReadName;
  /** The loop variables of the `for` expressions around the cursor. */
  bindings: ReadonlyMap<string, Expression>;
  /** Expressions and template directives around the cursor. */
  depth: number;
}

/** Reads the `expression` node on which the cursor stands. */
export type ReadExpression = (reading: Reading) => Expression;

/** Moves the cursor to each child of its node in turn, and back to the node. */
export function visitChildren(reading: Reading, visit: (kind: NodeKind) => void): void {
  const { cursor, language } = reading;
  if (!cursor.gotoFirstChild()) return;
  do visit(language.kindOf(cursor));
  while (cursor.gotoNextSibling());
  cursor.gotoParent();
}

/** What `read` gives one level further in; an unknown value where the nesting has no end. `place` is the node's. */
export function deeper(reading: Reading, place: Span, read: () => Expression): Expression {
  if (reading.depth >= MAX_DEPTH) return { type: 'unknown', reason: 'unsupported-expression', span: place };
  reading.depth++;
  const expression = read();
  reading.depth--;
  return expression;
}

/** Deeper expressions than any person writes; each level costs a few frames of the stack. */
const MAX_DEPTH = 100;

/** The node's place in the file. */
export function nodeSpan({ cursor, toFile }: Reading): Span {
  return span(toFile(cursor.startIndex), toFile(cursor.endIndex));
}

/** The text at a place of the file. */
export function textAt({ text, offset }: Reading, place: Span): string {
  return text.slice(place.start - offset, place.end - offset);
}

/** The node's text. */
export function nodeText(reading: Reading): string {
  return textAt(reading, nodeSpan(reading));
}

/** A place without its first and last character: the quotes. */
export function withoutQuotes(place: Span): Span {
  return span(place.start + 1, Math.max(place.start + 1, place.end - 1));
}
