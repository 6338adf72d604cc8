import { type CollectionItem, type Expression, UNKNOWN_PART } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOT,
  endOfName,
  isBlank,
  isDigit,
  LINE_FEED,
  marks,
  QUOTE,
  skipTo,
} from './characters.ts';
import { anyElement } from './elements.ts';
import { readFor } from './loop.ts';
import {
  enter,
  leave,
  noteEndMissing,
  noteMistake,
  peek,
  placeFrom,
  type Reading,
  skipBlankLines,
  skipBlanks,
  unreadable,
} from './reading.ts';
import { isCloser, isFirstOnLine, isStatementLine, returnToLineBreak, skipItem } from './recovery.ts';
import { beginsBlock, isAssignment } from './statement-start.ts';

/** The position is at `[`: a list, or a loop that makes one. */
export function readBrackets(reading: Reading): Expression {
  const start = reading.at;
  if (beginsLoop(reading)) return readFor(reading, CLOSE_BRACKET);
  const items = readElements(reading, CLOSE_BRACKET).map((value): CollectionItem => ({ value }));
  return { type: 'collection', items, span: placeFrom(reading, start) };
}

/** The position is at `{`: an object, or a loop that makes one. */
export function readBraces(reading: Reading): Expression {
  const open = reading.at;
  if (beginsLoop(reading)) return readFor(reading, CLOSE_BRACE);
  const items: CollectionItem[] = [];
  const outer = reading.spansLines;
  reading.at++;
  reading.spansLines = false;
  enter(reading);
  readItems(reading, open, items);
  leave(reading);
  reading.spansLines = outer;
  return { type: 'collection', items, span: placeFrom(reading, open) };
}

/** Is `for` the first word inside the bracket at the position? */
function beginsLoop(reading: Reading): boolean {
  const { text, at: open, end } = reading;
  reading.at++;
  skipBlankLines(reading);
  const { at } = reading;
  reading.at = open;
  if (!text.startsWith('for', at) || endOfName(text, at, end) !== at + 3) return false;
  const next = text.charCodeAt(at + 3);
  return isBlank(next) || next === LINE_FEED;
}

/**
 * Values in brackets with commas between them; the position is at the opening bracket. A value with `...` behind it is
 * a list: any of its elements is meant.
 */
export function readElements(reading: Reading, closer: number): Expression[] {
  const elements: Expression[] = [];
  const open = reading.at++;
  const outer = reading.spansLines;
  reading.spansLines = true;
  enter(reading);
  while (readElement(reading, closer, open, elements));
  leave(reading);
  reading.spansLines = outer;
  return elements;
}

/** Reads up to and with a comma; `false` when there is nothing more to come. */
function readElement(reading: Reading, closer: number, open: number, elements: Expression[]): boolean {
  skipBlanks(reading);
  const code = peek(reading);
  if (code === closer) {
    reading.at++;
    return false;
  }
  const start = reading.at;
  const element = code < 0 || isCloser(code) ? undefined : reading.readExpression(reading);
  if (!element) return skipNothing(reading, open);
  skipBlanks(reading);
  if (peek(reading) === DOT && reading.text.startsWith('...', reading.at)) {
    reading.at += 3;
    elements.push(anyElement(element));
    skipBlanks(reading);
  } else if (peek(reading) !== COMMA && peek(reading) !== closer && isStatementLine(reading, start)) {
    returnToLineBreak(reading, start);
    noteEndMissing(reading, open);
    return false;
  } else elements.push(element);
  const next = peek(reading);
  if (next === COMMA) reading.at++;
  else if (next >= 0 && !isCloser(next)) noteMistake(reading, reading.at);
  return true;
}

/** The position is where an element should be. */
function skipNothing(reading: Reading, open: number): boolean {
  const code = peek(reading);
  if (code < 0 || isCloser(code)) {
    noteEndMissing(reading, open);
    return false;
  }
  noteMistake(reading, reading.at);
  if (code !== COMMA) skipItem(reading);
  if (peek(reading) === COMMA) reading.at++;
  return true;
}

/** `key = value` or `key : value`, with commas or line breaks between them. */
function readItems(reading: Reading, open: number, items: CollectionItem[]): void {
  for (;;) {
    skipBlankLines(reading);
    const code = peek(reading);
    const start = reading.at;
    if (code === CLOSE_BRACE) {
      reading.at++;
      return;
    }
    if (code < 0 || isCloser(code) || isBlockLine(reading)) {
      noteEndMissing(reading, open);
      return;
    }
    const item = readItem(reading);
    if (item) items.push(item);
    else noteMistake(reading, start);
    skipBlanks(reading);
    if (!isAtEndOfItem(reading)) {
      noteMistake(reading, reading.at);
      skipItem(reading);
    }
    if (peek(reading) === COMMA) reading.at++;
  }
}

/** Does a line begin here like a block? Then the object before is not closed. */
function isBlockLine(reading: Reading): boolean {
  const { text, at, end } = reading;
  return isFirstOnLine(reading, at) && beginsBlock(text, at, end);
}

function isAtEndOfItem(reading: Reading): boolean {
  const code = peek(reading);
  return code === COMMA || code === LINE_FEED || code === CLOSE_BRACE || code < 0;
}

function readItem(reading: Reading): CollectionItem | undefined {
  const key = readKey(reading);
  if (!key) return undefined;
  skipBlanks(reading);
  if (!isKeyEnd(reading.text, reading.at, reading.end)) return undefined;
  reading.at++;
  skipBlanks(reading);
  const value = reading.readExpression(reading);
  if (value) return { value, ...key };
  noteMistake(reading, key.keySpan.start);
  return { value: unreadable(placeFrom(reading, key.keySpan.start)), ...key };
}

interface Key {
  readonly key: string;
  readonly keySpan: Span;
}

/** A key is the name or string itself; anything else is computed, and could be any key. */
function readKey(reading: Reading): Key | undefined {
  const start = reading.at;
  const simple = readSimpleKey(reading);
  if (simple) return simple;
  const computed = reading.readExpression(reading);
  return computed && { key: UNKNOWN_PART, keySpan: placeFrom(reading, start) };
}

function readSimpleKey(reading: Reading): Key | undefined {
  const { text, at, end } = reading;
  const isQuoted = peek(reading) === QUOTE;
  const start = isQuoted ? at + 1 : at;
  const keyEnd = isQuoted ? skipTo(STRING_MARKS, text, start, end) : endOfKey(text, start, end);
  if (isQuoted ? text.charCodeAt(keyEnd) !== QUOTE : keyEnd === start) return undefined;
  let next = isQuoted ? keyEnd + 1 : keyEnd;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  if (!isKeyEnd(text, next, end)) return undefined;
  reading.at = next;
  return { key: text.slice(start, keyEnd), keySpan: span(start, keyEnd) };
}

const STRING_MARKS = marks('"\\$%\n');

/** Where a name or a number ends. */
function endOfKey(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at > start ? at : endOfName(text, start, end);
}

/** Is there what stands between a key and its value? */
function isKeyEnd(text: string, at: number, end: number): boolean {
  if (at < end && text.charCodeAt(at) === COLON) return text.charCodeAt(at + 1) !== COLON;
  return isAssignment(text, at, end);
}
