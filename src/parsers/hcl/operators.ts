import type { Expression } from '../../model/expression.ts';
import { span } from '../../text/span.ts';
import {
  AMPERSAND,
  ASTERISK,
  BAR,
  EQUALS,
  EXCLAMATION,
  GREATER,
  LESS,
  MINUS,
  PERCENT,
  PLUS,
  SLASH,
} from './characters.ts';
import { isNext, noteMistake, peek, type Reading, skipBlanks } from './reading.ts';

/** https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#operations */
interface Operator {
  readonly name: string;
  /** The greater, the closer it binds. */
  readonly precedence: number;
}

const OR: Operator = { name: '||', precedence: 1 };
const AND: Operator = { name: '&&', precedence: 2 };
const EQUAL: Operator = { name: '==', precedence: 3 };
const NOT_EQUAL: Operator = { name: '!=', precedence: 3 };
const BELOW: Operator = { name: '<', precedence: 4 };
const ABOVE: Operator = { name: '>', precedence: 4 };
const AT_MOST: Operator = { name: '<=', precedence: 4 };
const AT_LEAST: Operator = { name: '>=', precedence: 4 };
const SUM: Operator = { name: '+', precedence: 5 };
const DIFFERENCE: Operator = { name: '-', precedence: 5 };
const PRODUCT: Operator = { name: '*', precedence: 6 };
const QUOTIENT: Operator = { name: '/', precedence: 6 };
const REMAINDER: Operator = { name: '%', precedence: 6 };

/** The operator between two operands at the position. */
function operatorAt(reading: Reading): Operator | undefined {
  switch (peek(reading)) {
    case EQUALS:
      return isNext(reading, EQUALS) ? EQUAL : undefined;
    case EXCLAMATION:
      return isNext(reading, EQUALS) ? NOT_EQUAL : undefined;
    case AMPERSAND:
      return isNext(reading, AMPERSAND) ? AND : undefined;
    case BAR:
      return isNext(reading, BAR) ? OR : undefined;
    case LESS:
      if (isNext(reading, LESS)) return undefined;
      return isNext(reading, EQUALS) ? AT_MOST : BELOW;
    case GREATER:
      return isNext(reading, EQUALS) ? AT_LEAST : ABOVE;
    case PLUS:
      return SUM;
    case MINUS:
      return DIFFERENCE;
    case ASTERISK:
      return PRODUCT;
    case SLASH:
      return QUOTIENT;
    case PERCENT:
      return REMAINDER;
    default:
      return undefined;
  }
}

/** Reads one operand, whatever operators stand before it. */
type ReadOperand = (reading: Reading) => Expression | undefined;

/**
 * Reads what follows an operand: operators that bind at least as closely as `precedence`, and their operands.
 * Operators of the same precedence in a row are one call of all operands, named after the first: a long sum is no
 * deep expression, and none of them is ever computed.
 * @param start where `first`, the operand, begins
 */
export function readOperations(
  reading: Reading,
  start: number,
  first: Expression,
  readOperand: ReadOperand,
  precedence = 1,
): Expression {
  let left = first;
  let operands: Expression[] = [];
  let row = 0;
  let name = '';
  for (;;) {
    const end = reading.at;
    skipBlanks(reading);
    const operator = operatorAt(reading);
    if (!operator || operator.precedence < precedence) {
      reading.at = end;
      return left;
    }
    const position = reading.at;
    reading.at += operator.name.length;
    skipBlanks(reading);
    const operandStart = reading.at;
    const operand = readOperand(reading);
    if (!operand) {
      noteMistake(reading, position);
      reading.at = position + operator.name.length;
      return left;
    }
    const right = readOperations(reading, operandStart, operand, readOperand, operator.precedence + 1);
    if (operator.precedence === row) operands.push(right);
    else {
      operands = [left, right];
      name = operator.name;
      row = operator.precedence;
    }
    left = { type: 'call', name, arguments: operands, span: span(start, reading.at) };
  }
}
