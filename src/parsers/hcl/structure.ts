import { type Span, span } from '../../text/span.ts';
import {
  type CodeFrame,
  matchAt,
  openBracket,
  openFrame,
  type Scan,
  type Segment,
  skipTo,
  startScan,
} from './scan.ts';
import { scanHeredoc, scanHeredocStart, scanString } from './scan-text.ts';

/** The outline of an HCL text: where its top-level statements are, without a look at their insides. */
export interface Structure {
  /** In order; together they cover the text. */
  readonly statements: readonly Statement[];
  /** Comments with their delimiters. */
  readonly comments: readonly Span[];
  /** Offsets of line breaks before which a quoted string was not closed. */
  readonly unclosedStrings: readonly number[];
  /**
   * The text with blanks for what is written in quotes and heredocs: what is between `${` and `}` stays. The grammar
   * makes a token of every character there, and values are taken from the text itself.
   */
  readonly skeleton: string;
}

/** A top-level statement, with the blank lines and comments up to the next one. */
export interface Statement {
  readonly span: Span;
  /** `name = value` rather than a block. */
  readonly isAttribute: boolean;
  /** The deepest nesting of brackets and templates in it. */
  readonly depth: number;
}

/**
 * Finds top-level statements in linear time. In a text that is valid HCL they are exact. In a text whose brackets
 * do not balance, the statement that is not closed ends where a line begins, without indentation, like a block:
 * one half-typed block does not swallow those below it.
 */
export function scanStructure(text: string): Structure {
  const scan = startScan(text);
  beginLine(scan);
  if (scan.segments.length === 0) scan.segments.push({ offset: 0, outerDepth: 0, deepest: 0 });
  while (scan.at < text.length) {
    const frame = scan.frames.at(-1);
    if (!frame || frame.type === 'code') scanCode(scan, frame);
    else if (frame.type === 'string') scanString(scan);
    else scanHeredoc(scan, frame.terminator);
  }
  return {
    statements: toStatements(scan),
    comments: scan.comments,
    unclosedStrings: scan.unclosedStrings,
    skeleton: toSkeleton(scan),
  };
}

/** Called where a line begins: does a statement, or inside brackets what looks like a block? */
function beginLine(scan: Scan): void {
  if (scan.frames.length > 0) return;
  const pattern = scan.depth > 0 ? scan.patterns.header : scan.patterns.indentedName;
  if (!matchAt(pattern, scan)) return;
  scan.segments.push({ offset: scan.at, outerDepth: scan.depth, deepest: scan.depth });
}

function scanCode(scan: Scan, frame: CodeFrame | undefined): void {
  const character = skipTo(scan.patterns.code, scan);
  switch (character) {
    case '\n':
      scan.at++;
      beginLine(scan);
      break;
    case '"':
      scan.at++;
      openFrame(scan, { type: 'string' });
      break;
    case '#':
      skipComment(scan, '\n');
      break;
    case '/':
      scanSlash(scan);
      break;
    case '<':
      scanHeredocStart(scan);
      break;
    case '{':
    case '(':
    case '[':
      openBracket(scan);
      break;
    case '}':
      scan.at++;
      if (frame && scan.depth === frame.outerDepth) scan.frames.pop();
      else closeBracket(scan, frame);
      break;
    case ')':
    case ']':
      scan.at++;
      closeBracket(scan, frame);
      break;
  }
}

function scanSlash(scan: Scan): void {
  const next = scan.text[scan.at + 1];
  if (next === '/') skipComment(scan, '\n');
  else if (next === '*' && isCommentClosed(scan)) skipComment(scan, '*/');
  else scan.at++;
}

function isCommentClosed(scan: Scan): boolean {
  if (!scan.isLastCommentPassed) scan.isLastCommentPassed = !scan.text.includes('*/', scan.at + 2);
  return !scan.isLastCommentPassed;
}

/** A line comment leaves its line break, a block comment takes in its end. */
function skipComment(scan: Scan, end: '\n' | '*/'): void {
  const start = scan.at;
  const found = scan.text.indexOf(end, end === '\n' ? start + 1 : start + 2);
  scan.at = found < 0 ? scan.text.length : end === '\n' ? found : found + 2;
  scan.comments.push(span(start, scan.at));
}

/** A closing bracket too many closes nothing. */
function closeBracket(scan: Scan, frame: CodeFrame | undefined): void {
  if (scan.depth > (frame?.outerDepth ?? 0)) scan.depth--;
}

function toStatements(scan: Scan): Statement[] {
  const groups = groupSegments(scan);
  return groups.map((group, index) => {
    const [first] = group;
    const start = first?.offset ?? 0;
    const end = groups[index + 1]?.[0]?.offset ?? scan.text.length;
    const deepest = group.reduce((depth, segment) => Math.max(depth, segment.deepest), 0);
    const depth = deepest - (first?.outerDepth ?? 0);
    return { span: span(start, end), isAttribute: !beginsBlock(scan, start), depth };
  });
}

/** A statement has the segments inside it, unless its brackets are never closed: then they are statements. */
function groupSegments({ segments, depth, frames }: Scan): Segment[][] {
  const isUnclosed = depth > 0 || frames.length > 0;
  const last = segments.findLastIndex(segment => segment.outerDepth === 0);
  const groups: Segment[][] = [];
  for (const [index, segment] of segments.entries()) {
    const isInside = segment.outerDepth > 0 && !(isUnclosed && index > last);
    if (isInside) groups.at(-1)?.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

function beginsBlock(scan: Scan, offset: number): boolean {
  scan.patterns.header.lastIndex = offset;
  return scan.patterns.header.test(scan.text);
}

function toSkeleton({ text, writing }: Scan): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of writing) {
    pieces.push(text.slice(position, start), ' '.repeat(end - start));
    position = end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}
