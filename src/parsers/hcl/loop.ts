import { type Expression, UNKNOWN_PART } from '../../model/expression.ts';
import type { Span } from '../../text/span.ts';
import { COLON, COMMA, EQUALS, endOfName, GREATER } from './characters.ts';
import { anyElement, anyKey, isSmall } from './elements.ts';
import { enter, isNext, leave, noteMistake, peek, placeFrom, type Reading, skipBlanks } from './reading.ts';
import { closeBracket } from './recovery.ts';

/**
 * `[for x in list : …]` and `{for k, v in map : k => …}`, a collection of one element, which stands for all. The
 * position is at the bracket.
 */
export function readFor(reading: Reading, closer: number): Expression {
  const open = reading.at++;
  const { spansLines, bindings } = reading;
  reading.spansLines = true;
  enter(reading);
  skipBlanks(reading);
  reading.bindings = readIntro(reading);
  skipBlanks(reading);
  if (peek(reading) === COLON) reading.at++;
  else noteMistake(reading, reading.at);
  skipBlanks(reading);
  const start = reading.at;
  const value = readResult(reading);
  if (!value) noteMistake(reading, open);
  closeBracket(reading, closer, open, start);
  leave(reading);
  reading.bindings = bindings;
  reading.spansLines = spansLines;
  const items = value ? [{ key: UNKNOWN_PART, value }] : [];
  return { type: 'collection', items, span: placeFrom(reading, open) };
}

/** `value`, `key => value` or `key => value...`, and perhaps `if condition`. */
function readResult(reading: Reading): Expression | undefined {
  let result = reading.readExpression(reading);
  skipBlanks(reading);
  if (peek(reading) === EQUALS && isNext(reading, GREATER)) {
    reading.at += 2;
    skipBlanks(reading);
    result = reading.readExpression(reading) ?? result;
    skipBlanks(reading);
  }
  if (reading.text.startsWith('...', reading.at)) reading.at += 3;
  if (takesWord(reading, 'if')) reading.readExpression(reading);
  return result;
}

/**
 * The beginning of a loop, `for value in collection` or `for key, value in collection`: what its variables stand for,
 * besides those of the loops around it. The position is at `for`.
 */
export function readIntro(reading: Reading): Map<string, Expression> {
  const start = reading.at;
  takesWord(reading, 'for');
  const names: string[] = [];
  for (let name = takeName(reading); name !== ''; name = takeName(reading)) {
    names.push(name);
    skipBlanks(reading);
    if (peek(reading) !== COMMA) break;
    reading.at++;
    skipBlanks(reading);
  }
  if (!takesWord(reading, 'in')) noteMistake(reading, start);
  const collection = reading.readExpression(reading);
  if (!collection) noteMistake(reading, start);
  const bound = collection ? bindingsTo(collection, names.length) : [];
  const bindings = new Map(reading.bindings);
  const place = placeFrom(reading, start);
  for (const [index, name] of names.entries()) bindings.set(name, bound[index] ?? unknown(place));
  return bindings;
}

function takeName(reading: Reading): string {
  const { text, at, end } = reading;
  reading.at = endOfName(text, at, end);
  return text.slice(at, reading.at);
}

/** Moves behind a word, and the blanks around it, if it comes next. */
function takesWord(reading: Reading, word: string): boolean {
  skipBlanks(reading);
  const { text, at, end } = reading;
  if (!text.startsWith(word, at) || endOfName(text, at, end) !== at + word.length) return false;
  reading.at += word.length;
  skipBlanks(reading);
  return true;
}

function bindingsTo(collection: Expression, count: number): Expression[] {
  if (!isSmall(collection)) return [];
  return count === 1 ? [anyElement(collection)] : [anyKey(collection), anyElement(collection)];
}

function unknown(place: Span): Expression {
  return { type: 'unknown', reason: 'unsupported-expression', span: place };
}
