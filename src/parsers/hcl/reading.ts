import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import {
  ASTERISK,
  BAR,
  EQUALS,
  GREATER,
  HASH,
  isBlank,
  LESS,
  LINE_FEED,
  marks,
  SLASH,
} from './characters.ts';
import type { ReadName } from './tree.ts';

/** One walk over a part of an HCL text. */
export interface Reading {
  readonly text: string;
  at: number;
  /** Where the part ends. */
  readonly end: number;
  readonly readName: ReadName;
  /** The expression at the position, which moves behind it; `undefined` when none begins there. */
  readonly readExpression: (reading: Reading) => Expression | undefined;
  /** The loop variables of the `for` expressions around the position. */
  bindings: ReadonlyMap<string, Expression>;
  /** Inside brackets a line break is a blank; elsewhere it ends what is read. */
  spansLines: boolean;
  /** Brackets, templates and blocks around the position. */
  depth: number;
  isTooDeep: boolean;
  /** Where the first thing is that is not valid; -1 when there is none. */
  mistake: number;
  /** The mistake is that the end of something is missing; what is around it has no end either. */
  isEndMissing: boolean;
  /** A bracket was found that nothing closes. */
  isUnbalanced: boolean;
  /** The rest of the line up to here was looked through for a bracket in vain. */
  searchedUpTo: number;
  /** No block comment can be closed any more. */
  isLastCommentPassed: boolean;
  /** By heredoc terminator: the start of the last line that consists of it. Made when something is left out. */
  terminators: ReadonlyMap<string, number> | undefined;
}

/** Deeper than any file that people or tools write. */
export const MAX_NESTING = 100;

/** The code unit at the position; -1 at the end. */
export function peek(reading: Reading): number {
  return reading.at < reading.end ? reading.text.charCodeAt(reading.at) : -1;
}

/** Is the code unit behind that at the position this one? */
export function isNext(reading: Reading, code: number): boolean {
  return reading.at + 1 < reading.end && reading.text.charCodeAt(reading.at + 1) === code;
}

/** Takes one level of nesting; where there are too many, gives up the whole part. Left by `leave`. */
export function enter(reading: Reading): void {
  if (++reading.depth <= MAX_NESTING) return;
  reading.isTooDeep = true;
  reading.at = reading.end;
}

export function leave(reading: Reading): void {
  reading.depth--;
}

/** Only the first mistake is kept. */
export function noteMistake(reading: Reading, position: number): void {
  if (reading.mistake < 0) reading.mistake = position;
}

/** Notes that what begins at `start` has no end: of several, one in the other, the outermost is the mistake. */
export function noteEndMissing(reading: Reading, start: number): void {
  if (reading.mistake >= 0 && !reading.isEndMissing) return;
  reading.mistake = start;
  reading.isEndMissing = true;
}

/** Passes over blanks and comments, and over line breaks where they are blanks. */
export function skipBlanks(reading: Reading): void {
  const { text, end, spansLines } = reading;
  do {
    let { at } = reading;
    while (at < end && (isBlank(text.charCodeAt(at)) || (spansLines && text.charCodeAt(at) === LINE_FEED)))
      at++;
    reading.at = at;
  } while (reading.at < end && isUnusual(text.charCodeAt(reading.at)) && skipUnusual(reading));
}

/** Could a comment begin with a code unit, or something else that is passed over? */
function isUnusual(code: number): boolean {
  return code >= 0x80 || UNUSUAL[code] === 1;
}

const UNUSUAL = marks('#/<=>|\v\f');

function skipUnusual(reading: Reading): boolean {
  switch (peek(reading)) {
    case HASH:
      skipLine(reading);
      return true;
    case SLASH:
      return skipComment(reading);
    default:
      return skipOddity(reading);
  }
}

/** Passes over blanks, comments and line breaks. */
export function skipBlankLines(reading: Reading): void {
  const outer = reading.spansLines;
  reading.spansLines = true;
  skipBlanks(reading);
  reading.spansLines = outer;
}

/** Moves to the end of the line. */
function skipLine(reading: Reading): void {
  const found = reading.text.indexOf('\n', reading.at);
  reading.at = found < 0 || found > reading.end ? reading.end : found;
}

/** The position is at `/`; when it is a comment, moves behind it. */
function skipComment(reading: Reading): boolean {
  const { text, at, end } = reading;
  if (isNext(reading, SLASH)) {
    skipLine(reading);
    return true;
  }
  if (!isNext(reading, ASTERISK) || reading.isLastCommentPassed) return false;
  const length = text.slice(at, end).indexOf('*/', 2);
  reading.isLastCommentPassed = length < 0;
  if (length < 0) return false;
  reading.at = at + length + 2;
  return true;
}

/** What does not belong into HCL, but is about as good as a blank: other white space, the marks of a merge conflict. */
function skipOddity(reading: Reading): boolean {
  const code = peek(reading);
  if (code === LESS || code === EQUALS || code === GREATER || code === BAR) {
    if (!isConflictMarker(reading, code)) return false;
    noteMistake(reading, reading.at);
    skipLine(reading);
    return true;
  }
  if (!/^\s/.test(reading.text.charAt(reading.at))) return false;
  noteMistake(reading, reading.at);
  reading.at++;
  return true;
}

/** https://git-scm.com/docs/git-merge#_how_conflicts_are_presented */
function isConflictMarker({ text, at }: Reading, code: number): boolean {
  if (at > 0 && text.charCodeAt(at - 1) !== LINE_FEED) return false;
  for (let index = at; index < at + CONFLICT_MARKER_LENGTH; index++)
    if (text.charCodeAt(index) !== code) return false;
  return text.charCodeAt(at + CONFLICT_MARKER_LENGTH) !== code;
}

const CONFLICT_MARKER_LENGTH = 7;

/** From `start` to the position. */
export function placeFrom(reading: Reading, start: number): Span {
  return span(start, reading.at);
}

/** A value that could not be read. */
export function unreadable(place: Span): Expression {
  return { type: 'unknown', reason: 'syntax-error', span: place };
}
