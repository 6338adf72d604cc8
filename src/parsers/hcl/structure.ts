import { type Span, span } from '../../text/span.ts';
import {
  ASTERISK,
  beginsName,
  CLOSE_BRACE,
  HASH,
  isBlank,
  LESS,
  LINE_FEED,
  marks,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  QUOTE,
  SLASH,
  skipTo,
} from './characters.ts';
import type { CodeFrame, Scan } from './scan.ts';
import { scanHeredoc, scanHeredocStart, scanString } from './scan-text.ts';
import { beginsBlock } from './statement-start.ts';

/** The outline of an HCL text: where its top-level statements are, without a look at their insides. */
export interface Structure {
  /** In order, each with the blank lines and comments up to the next one; together they cover the text. */
  readonly statements: readonly Span[];
  /** Comments with their delimiters. */
  readonly comments: readonly Span[];
}

/**
 * Finds top-level statements in linear time. In a text that is valid HCL they are exact. In a text whose brackets
 * do not balance, the statement that is not closed ends where a line begins, without indentation, like a block:
 * one half-typed block does not swallow those below it.
 */
export function scanStructure(text: string): Structure {
  const scan = scanAll(text, undefined);
  return { statements: toStatements(scan), comments: scan.comments };
}

/** The text with blanks for comments and for what is written in quotes and heredocs: names in it are names. */
export function codeOf(text: string): string {
  const writing: Span[] = [];
  const { comments } = scanAll(text, writing);
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of [...comments, ...writing].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(position, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    position = end;
  }
  return pieces.join('') + text.slice(position);
}

function scanAll(text: string, writing: Span[] | undefined): Scan {
  const scan: Scan = {
    text,
    at: 0,
    depth: 0,
    frames: [],
    segments: [],
    comments: [],
    writing,
    terminators: undefined,
    isLastCommentPassed: false,
  };
  beginLine(scan);
  if (scan.segments.length === 0) scan.segments.push({ offset: 0, outerDepth: 0 });
  while (scan.at < text.length) {
    const frame = scan.frames.at(-1);
    if (!frame || frame.type === 'code') scanCode(scan, frame);
    else if (frame.type === 'string') scanString(scan);
    else scanHeredoc(scan, frame.terminator);
  }
  return scan;
}

/** Called where a line begins: does a statement, or inside brackets what looks like a block? */
function beginLine(scan: Scan): void {
  if (scan.frames.length > 0) return;
  const { text, at, depth } = scan;
  let start = at;
  if (depth === 0) while (isBlank(text.charCodeAt(start))) start++;
  if (!beginsName(text, start) || (depth > 0 && !beginsBlock(text, start, text.length))) return;
  scan.segments.push({ offset: at, outerDepth: depth });
}

function scanCode(scan: Scan, frame: CodeFrame | undefined): void {
  const { text } = scan;
  scan.at = skipTo(CODE_MARKS, text, scan.at, text.length);
  switch (text.charCodeAt(scan.at)) {
    case LINE_FEED:
      scan.at++;
      beginLine(scan);
      break;
    case QUOTE:
      scan.at++;
      scan.frames.push(STRING);
      scanString(scan);
      break;
    case HASH:
      skipComment(scan, '\n');
      break;
    case SLASH:
      scanSlash(scan);
      break;
    case LESS:
      scanHeredocStart(scan);
      break;
    case OPEN_BRACE:
    case OPEN_PARENTHESIS:
    case OPEN_BRACKET:
      scan.at++;
      scan.depth++;
      break;
    case CLOSE_BRACE:
      scan.at++;
      if (frame && scan.depth === frame.outerDepth) scan.frames.pop();
      else closeBracket(scan, frame);
      break;
    default:
      if (scan.at === text.length) return;
      scan.at++;
      closeBracket(scan, frame);
  }
}

const CODE_MARKS = marks('"#/<{}()[]\n');
const STRING = { type: 'string' } as const;

function scanSlash(scan: Scan): void {
  const next = scan.text.charCodeAt(scan.at + 1);
  if (next === SLASH) skipComment(scan, '\n');
  else if (next === ASTERISK && isCommentClosed(scan)) skipComment(scan, '*/');
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

/** A statement has the segments inside it, unless its brackets are never closed: then they are statements. */
function toStatements({ text, segments, depth, frames }: Scan): Span[] {
  const isUnclosed = depth > 0 || frames.length > 0;
  const last = segments.findLastIndex(segment => segment.outerDepth === 0);
  const starts = segments.filter(
    (segment, index) => segment.outerDepth === 0 || (isUnclosed && index > last),
  );
  return starts.map(({ offset }, index) => span(offset, starts[index + 1]?.offset ?? text.length));
}
