import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COMMA,
  HASH,
  isBlank,
  LESS,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  QUOTE,
  SLASH,
} from './characters.ts';
import { endOfTerminator, heredocAt, lastTerminators } from './heredoc.ts';
import { noteEndMissing, noteMistake, peek, type Reading, skipBlanks } from './reading.ts';
import { beginsStatement } from './statement-start.ts';

/**
 * Half-typed text: what could not be read is left out up to where reading can go on. Each function moves forward or
 * says that it did not, so that reading a part of a text takes linear time.
 */

/** Moves to a line that begins like a statement, or to the brace that closes the block. */
export function skipToStatement(reading: Reading): void {
  let depth = 0;
  let firstInside = -1;
  while (reading.at < reading.end) {
    const code = peek(reading);
    if (code === CLOSE_BRACE && depth === 0) return;
    depth += depthOf(code);
    if (depth < 0) depth = 0;
    skipToken(reading, code);
    if (code !== LINE_FEED || !isAtStatement(reading)) continue;
    if (depth === 0 || reading.isUnbalanced) return;
    if (firstInside < 0) firstInside = reading.at;
  }
  if (depth === 0 || firstInside < 0) return;
  reading.isUnbalanced = true;
  reading.at = firstInside;
}

/** 1 for a bracket that opens, -1 for one that closes. */
function depthOf(code: number): number {
  if (code === OPEN_BRACE || code === OPEN_BRACKET || code === OPEN_PARENTHESIS) return 1;
  return isCloser(code) ? -1 : 0;
}

export function isCloser(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET || code === CLOSE_PARENTHESIS;
}

/** Passes over a comment, a string, a heredoc, or one character. */
function skipToken(reading: Reading, code: number): void {
  const before = reading.at;
  if (code === HASH || code === SLASH) skipBlanks(reading);
  else if (code === QUOTE) reading.at = endOfString(reading);
  else if (code === LESS) skipHeredoc(reading);
  if (reading.at === before) reading.at++;
}

/** Where the string ends that begins at the position, at the latest with its line; templates in it are not looked into. */
function endOfString({ text, at: start, end }: Reading): number {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) return at;
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH && text.charCodeAt(at + 1) !== LINE_FEED) at++;
  }
  return end;
}

function skipHeredoc(reading: Reading): void {
  const { text, at, end } = reading;
  const start = heredocAt(text, at, end);
  if (!start) return;
  reading.terminators ??= lastTerminators(text, at, end);
  if ((reading.terminators.get(start.terminator) ?? -1) < start.contents) return;
  let line = start.contents;
  while (line < end) {
    const found = endOfTerminator(text, line, end, start.terminator);
    if (found >= 0) {
      reading.at = found;
      return;
    }
    const lineBreak = text.indexOf('\n', line);
    line = lineBreak < 0 ? end : lineBreak + 1;
  }
}

/** Is the position before, or at, the first word of a line that begins like a statement? */
function isAtStatement({ text, at, end }: Reading): boolean {
  let start = at;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return beginsStatement(text, start, end);
}

/** Does the line of a position, which is its first word, begin like a statement? Then a bracket before is not closed. */
export function isStatementLine(reading: Reading, position: number): boolean {
  return isFirstOnLine(reading, position) && beginsStatement(reading.text, position, reading.end);
}

/** Is there nothing before a position on its line? */
export function isFirstOnLine({ text }: Reading, position: number): boolean {
  let before = position - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || text.charCodeAt(before) === LINE_FEED;
}

/** Moves back to the line break before a position that is the first on its line. */
export function returnToLineBreak(reading: Reading, position: number): void {
  reading.at = Math.max(0, reading.text.lastIndexOf('\n', position));
}

/** Moves to the comma, the line break or the bracket behind what could not be read. */
export function skipItem(reading: Reading): void {
  let depth = 0;
  while (reading.at < reading.end) {
    const code = peek(reading);
    if (code === LINE_FEED || (depth === 0 && (code === COMMA || isCloser(code)))) return;
    depth += depthOf(code);
    skipToken(reading, code);
  }
}

/**
 * Takes the bracket that closes what began at `open`. If there is something else, it is left out up to that bracket
 * on the same line; if there is none either, the position stays.
 * @param last where the last expression before it begins
 */
export function closeBracket(reading: Reading, closer: number, open: number, last: number): void {
  const before = reading.at;
  skipBlanks(reading);
  const code = peek(reading);
  if (code === closer) {
    reading.at++;
    return;
  }
  if (isStatementLine(reading, last)) {
    returnToLineBreak(reading, last);
    noteEndMissing(reading, open);
    return;
  }
  if (code < 0 || isCloser(code)) {
    noteEndMissing(reading, open);
    if (code >= 0) reading.at = before;
    return;
  }
  noteMistake(reading, code === LINE_FEED ? before : reading.at);
  reading.at = closerOnLine(reading, closer, before);
}

/** Where the line of a position has the bracket, behind it; the position when there is none. */
function closerOnLine(reading: Reading, closer: number, position: number): number {
  if (position < reading.searchedUpTo) return position;
  let depth = 0;
  reading.at = position;
  while (reading.at < reading.end) {
    const code = peek(reading);
    if (code === closer && depth === 0) return reading.at + 1;
    depth += depthOf(code);
    if (code === LINE_FEED || depth < 0) break;
    // A heredoc would go on behind the line.
    if (code === LESS) reading.at++;
    else skipToken(reading, code);
  }
  reading.searchedUpTo = reading.at;
  return position;
}
