import { type Span, span } from '../../text/span.ts';

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
  if (scan.starts.length === 0) scan.starts.push({ offset: 0, deepest: 0 });
  while (scan.at < text.length) {
    const frame = scan.frames.at(-1);
    if (!frame || frame.type === 'code') scanCode(scan, frame);
    else if (frame.type === 'string') scanString(scan);
    else scanHeredoc(scan, frame.terminator);
  }
  if (scan.depth > 0 || scan.frames.length > 0) splitUnclosed(scan);
  return {
    statements: toStatements(scan),
    comments: scan.comments,
    unclosedStrings: scan.unclosedStrings,
    skeleton: toSkeleton(scan),
  };
}

/** What the position stands in, besides brackets. `code` is the inside of `${…}` and `%{…}`. */
type Frame =
  | { readonly type: 'code'; readonly outerDepth: number }
  | { readonly type: 'string' }
  | { readonly type: 'heredoc'; readonly terminator: string };

interface Scan {
  readonly text: string;
  at: number;
  /** Open brackets. */
  depth: number;
  readonly frames: Frame[];
  readonly starts: StatementStart[];
  /** Line starts that look like a block although brackets are open; only of the last statement. */
  headersInside: number[];
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

interface StatementStart {
  readonly offset: number;
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

function startScan(text: string): Scan {
  return {
    text,
    at: 0,
    depth: 0,
    frames: [],
    starts: [],
    headersInside: [],
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

/** Called where a line begins outside strings. */
function beginLine(scan: Scan): void {
  if (scan.frames.length > 0) return;
  if (scan.depth > 0) {
    if (matchAt(scan.patterns.header, scan)) scan.headersInside.push(scan.at);
  } else if (matchAt(scan.patterns.indentedName, scan)) {
    scan.starts.push({ offset: scan.at, deepest: 0 });
    scan.headersInside = [];
  }
}

function scanCode(scan: Scan, frame: (Frame & { type: 'code' }) | undefined): void {
  const character = skipTo(scan.patterns.code, scan);
  switch (character) {
    case '\n':
      scan.at++;
      beginLine(scan);
      break;
    case '"':
      scan.at++;
      open(scan, { type: 'string' });
      break;
    case '#':
      skipComment(scan, '\n');
      break;
    case '/':
      scanSlash(scan);
      break;
    case '<':
      scanLess(scan);
      break;
    case '{':
    case '(':
    case '[':
      scan.at++;
      scan.depth++;
      noteDepth(scan);
      break;
    case '}':
      scan.at++;
      if (frame && scan.depth === frame.outerDepth) scan.frames.pop();
      else close(scan, frame);
      break;
    case ')':
    case ']':
      scan.at++;
      close(scan, frame);
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
  const found = scan.text.indexOf(end, scan.at + 2);
  const start = scan.at;
  scan.at = found < 0 ? scan.text.length : end === '\n' ? found : found + 2;
  scan.comments.push(span(start, scan.at));
}

function scanLess(scan: Scan): void {
  const match = matchAt(scan.patterns.heredocStart, scan);
  const terminator = match?.[1];
  if (!match || terminator === undefined || !isTerminated(scan, terminator)) {
    scan.at++;
    return;
  }
  scan.at += match[0].length;
  open(scan, { type: 'heredoc', terminator });
  if (endsHeredoc(scan, terminator)) scan.frames.pop();
}

/** A heredoc that never ends is half-typed: its first line is read as code, so that it does not swallow the rest. */
function isTerminated(scan: Scan, terminator: string): boolean {
  scan.terminators ??= findTerminators(scan.text);
  return (scan.terminators.get(terminator) ?? -1) > scan.at;
}

function findTerminators(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const match of text.matchAll(/^[ \t]*([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?$/gmu)) {
    if (match[1] !== undefined) lines.set(match[1], match.index);
  }
  return lines;
}

function scanString(scan: Scan): void {
  const start = scan.at;
  const character = skipTo(scan.patterns.string, scan);
  switch (character) {
    case '"':
      addWriting(scan, start);
      scan.at++;
      scan.frames.pop();
      break;
    case '\n':
      addWriting(scan, start);
      scan.unclosedStrings.push(scan.at);
      scan.frames.pop();
      break;
    case '\\':
      // A line break cannot be escaped.
      scan.at += scan.text[scan.at + 1] === '\n' ? 1 : 2;
      addWriting(scan, start);
      break;
    default:
      scanTemplateMark(scan, start, character);
  }
}

function scanHeredoc(scan: Scan, terminator: string): void {
  const start = scan.at;
  const character = skipTo(scan.patterns.heredoc, scan);
  if (character !== '\n') {
    scanTemplateMark(scan, start, character);
    return;
  }
  addWriting(scan, start);
  scan.at++;
  if (endsHeredoc(scan, terminator)) scan.frames.pop();
}

/** `scan.at` is the start of a line; when it is the terminator's, moves behind the terminator. */
function endsHeredoc(scan: Scan, terminator: string): boolean {
  let start = scan.at;
  while (scan.text[start] === ' ' || scan.text[start] === '\t') start++;
  if (!scan.text.startsWith(terminator, start)) return false;
  let end = start + terminator.length;
  while (scan.text[end] === ' ' || scan.text[end] === '\t' || scan.text[end] === '\r') end++;
  if (end < scan.text.length && scan.text[end] !== '\n') return false;
  scan.at = start + terminator.length;
  return true;
}

/**
 * `${` and `%{` open code, `$${` and `%%{` are written text.
 * @param start where the text before the mark begins
 * @param mark `$`, `%` or, at the end of the file, nothing
 */
function scanTemplateMark(scan: Scan, start: number, mark: string): void {
  const opensCode = mark !== '' && scan.text[scan.at + 1] === '{';
  if (opensCode) {
    addWriting(scan, start);
    scan.at += 2;
    open(scan, { type: 'code', outerDepth: scan.depth });
    return;
  }
  const isEscape = mark !== '' && scan.text.startsWith(`${mark}{`, scan.at + 1);
  scan.at += isEscape ? 3 : mark.length;
  addWriting(scan, start);
}

function addWriting(scan: Scan, start: number): void {
  const end = Math.min(scan.at, scan.text.length);
  if (end > start) scan.writing.push(span(start, end));
}

function open(scan: Scan, frame: Frame): void {
  scan.frames.push(frame);
  noteDepth(scan);
}

/** A closing bracket too many closes nothing. */
function close(scan: Scan, frame: (Frame & { type: 'code' }) | undefined): void {
  if (scan.depth > (frame?.outerDepth ?? 0)) scan.depth--;
}

function noteDepth(scan: Scan): void {
  const start = scan.starts.at(-1);
  if (start) start.deepest = Math.max(start.deepest, scan.depth + scan.frames.length);
}

function skipTo(pattern: RegExp, scan: Scan): string {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.text);
  scan.at = match ? match.index : scan.text.length;
  return match ? match[0] : '';
}

function matchAt(pattern: RegExp, scan: Scan): RegExpExecArray | null {
  pattern.lastIndex = scan.at;
  return pattern.exec(scan.text);
}

function splitUnclosed(scan: Scan): void {
  const deepest = scan.starts.at(-1)?.deepest ?? 0;
  for (const offset of scan.headersInside) scan.starts.push({ offset, deepest });
}

/** What comes before the first statement belongs to it. */
function toStatements(scan: Scan): Statement[] {
  return scan.starts.map(({ offset, deepest }, index) => {
    const start = index === 0 ? 0 : offset;
    const end = scan.starts[index + 1]?.offset ?? scan.text.length;
    return { span: span(start, end), isAttribute: !beginsBlock(scan, offset), depth: deepest };
  });
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
