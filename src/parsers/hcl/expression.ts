import type { Expression } from '../../model/expression.ts';
import { span } from '../../text/span.ts';
import {
  beginsName,
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  EXCLAMATION,
  endOfName,
  isDigit,
  LESS,
  LINE_FEED,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  QUESTION,
  QUOTE,
  SPACE,
} from './characters.ts';
import { readBraces, readBrackets, readElements } from './collection.ts';
import { stepInto } from './elements.ts';
import { readNumber } from './number.ts';
import { readOperations } from './operators.ts';
import {
  enter,
  isNext,
  leave,
  noteMistake,
  peek,
  placeFrom,
  type Reading,
  skipBlanks,
  unreadable,
} from './reading.ts';
import { closeBracket, isCloser } from './recovery.ts';
import { readSteps, readTraversal } from './steps.ts';
import { readHeredoc, readQuoted } from './template.ts';

/**
 * Reads the expression at the position (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions);
 * `undefined` when none begins there: then the position stays.
 */
export function readExpression(reading: Reading): Expression | undefined {
  const start = reading.at;
  const first = readOperand(reading);
  if (!first || isAtEnd(reading)) return first;
  const condition = readOperations(reading, start, first, readOperand);
  return isConditional(reading) ? readConditional(reading, start, condition) : condition;
}

/** As most are: nothing more can belong to the expression. */
function isAtEnd(reading: Reading): boolean {
  const code = peek(reading);
  return code === COMMA || isCloser(code) || code < 0 || (code === LINE_FEED && !reading.spansLines);
}

/** Operands and the operators between them. */
function readCondition(reading: Reading): Expression | undefined {
  const start = reading.at;
  const first = readOperand(reading);
  return first && readOperations(reading, start, first, readOperand);
}

/** Moves to the question mark if there is one. */
function isConditional(reading: Reading): boolean {
  const end = reading.at;
  skipBlanks(reading);
  if (peek(reading) === QUESTION) return true;
  reading.at = end;
  return false;
}

/** What a conditional can be, and what is asked for; `a ? b : c ? d : e` can be three things. */
function readConditional(reading: Reading, start: number, first: Expression): Expression {
  const options: Expression[] = [];
  const conditions = [first];
  let isAsked = true;
  while (isAsked) {
    enter(reading);
    options.push(readOption(reading, readExpression));
    leave(reading);
    const isElse = skipColon(reading);
    const other = isElse ? readOption(reading, readCondition) : unreadable(placeFrom(reading, reading.at));
    isAsked = isElse && isConditional(reading);
    if (isAsked) conditions.push(other);
    else options.push(other);
  }
  return { type: 'choice', options, conditions, span: placeFrom(reading, start) };
}

/** The position is at a question mark or colon, which is taken. */
function readOption(reading: Reading, read: (reading: Reading) => Expression | undefined): Expression {
  const mark = reading.at++;
  skipBlanks(reading);
  const option = read(reading);
  if (option) return option;
  noteMistake(reading, mark);
  reading.at = Math.min(mark + 1, reading.end);
  return unreadable(placeFrom(reading, reading.at));
}

function skipColon(reading: Reading): boolean {
  const end = reading.at;
  skipBlanks(reading);
  if (peek(reading) === COLON) return true;
  noteMistake(reading, end);
  reading.at = end;
  return false;
}

/** A value with its steps, and the signs before it. */
function readOperand(reading: Reading): Expression | undefined {
  const code = peek(reading);
  return code === MINUS || code === EXCLAMATION ? readSigned(reading) : readValue(reading);
}

function readSigned(reading: Reading): Expression | undefined {
  const signs: number[] = [];
  while (peek(reading) === MINUS || peek(reading) === EXCLAMATION) {
    if (signs.length < MAX_SIGNS) signs.push(reading.at);
    reading.at++;
    skipBlanks(reading);
  }
  const position = reading.at;
  let value = readValue(reading);
  if (!value) {
    reading.at = signs[0] ?? position;
    return undefined;
  }
  for (let sign = signs.pop(); sign !== undefined; sign = signs.pop())
    value = signed(reading, sign, position, value);
  return value;
}

/** More signs in a row than anybody needs are as good as these: none of them is ever computed. */
const MAX_SIGNS = 2;

/** A negative number is a literal. */
function signed(reading: Reading, sign: number, position: number, value: Expression): Expression {
  const place = placeFrom(reading, sign);
  const name = reading.text.charAt(sign);
  if (name === '-' && sign === position - 1 && value.type === 'literal' && value.span.start === position)
    return { type: 'literal', value: `-${value.value}`, span: place };
  return { type: 'call', name, arguments: [value], span: place };
}

function readValue(reading: Reading): Expression | undefined {
  const { text, at: start } = reading;
  switch (peek(reading)) {
    case -1:
      return undefined;
    case QUOTE:
      return withSteps(reading, start, readQuoted(reading));
    case OPEN_BRACKET:
      return withSteps(reading, start, readBrackets(reading));
    case OPEN_BRACE:
      return withSteps(reading, start, readBraces(reading));
    case OPEN_PARENTHESIS:
      return readParentheses(reading);
    case LESS:
      return readHeredoc(reading);
    default:
      if (beginsName(text, start)) return readWord(reading);
      return isDigit(text.charCodeAt(start)) ? readNumber(reading) : undefined;
  }
}

function withSteps(reading: Reading, start: number, value: Expression): Expression {
  const steps = readSteps(reading);
  return steps.length === 0 ? value : stepInto(value, steps, placeFrom(reading, start));
}

function readParentheses(reading: Reading): Expression {
  const open = reading.at++;
  const outer = reading.spansLines;
  reading.spansLines = true;
  enter(reading);
  skipBlanks(reading);
  const start = reading.at;
  const value = reading.readExpression(reading) ?? unreadable(span(open, reading.at));
  closeBracket(reading, CLOSE_PARENTHESIS, open, start);
  leave(reading);
  reading.spansLines = outer;
  return withSteps(reading, open, value);
}

/** `true`, `null`, a call, or a name with its steps. */
function readWord(reading: Reading): Expression {
  const { at: start } = reading;
  const name = takeName(reading);
  const end = reading.at;
  while (peek(reading) === SPACE) reading.at++;
  if (peek(reading) === OPEN_PARENTHESIS) return readCall(reading, name, start);
  reading.at = end;
  const place = span(start, end);
  if (name === 'true' || name === 'false') return { type: 'literal', value: name, span: place };
  if (name === 'null') return { type: 'choice', options: [], span: place };
  return readTraversal(reading, name, start);
}

/** A name, with `::` between its parts when it is that of a function. */
function takeName(reading: Reading): string {
  const { text, at: start, end } = reading;
  reading.at = endOfName(text, start, end);
  while (peek(reading) === COLON && isNext(reading, COLON)) {
    const next = endOfName(text, reading.at + 2, end);
    if (next === reading.at + 2) break;
    reading.at = next;
  }
  return text.slice(start, reading.at);
}

/** The position is at the parenthesis. */
function readCall(reading: Reading, name: string, start: number): Expression {
  const inputs = readElements(reading, CLOSE_PARENTHESIS);
  const call: Expression = { type: 'call', name, arguments: inputs, span: placeFrom(reading, start) };
  return withSteps(reading, start, call);
}
