import type { Expression } from '../../model/expression.ts';
import { DOT, isDigit, MINUS, PLUS } from './characters.ts';
import { placeFrom, type Reading } from './reading.ts';

/**
 * The position is at a digit (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#numeric-literals).
 * Hexadecimal numbers are none of HCL's, but some tools take them.
 */
export function readNumber(reading: Reading): Expression {
  const { text, at: start, end } = reading;
  let at = endOfDigits(text, start, end);
  const hexadecimal = text.charCodeAt(start) === ZERO && isX(text.charCodeAt(start + 1)) ? start + 2 : -1;
  const hexadecimalEnd = hexadecimal < 0 ? -1 : endOfHexadecimal(text, hexadecimal, end);
  if (hexadecimalEnd > hexadecimal) at = hexadecimalEnd;
  else {
    if (text.charCodeAt(at) === DOT) at = Math.max(at, endOfFraction(text, at + 1, end));
    if (isE(text.charCodeAt(at))) at = Math.max(at, endOfExponent(text, at + 1, end));
  }
  reading.at = at;
  return { type: 'literal', value: text.slice(start, at), span: placeFrom(reading, start) };
}

const ZERO = 0x30;

function isX(code: number): boolean {
  return code === 0x78 || code === 0x58;
}

function isE(code: number): boolean {
  return code === 0x65 || code === 0x45;
}

function endOfDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** -1 when no digit follows: then the dot is not the number's. */
function endOfFraction(text: string, start: number, end: number): number {
  const found = endOfDigits(text, start, end);
  return found > start ? found : -1;
}

function endOfExponent(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  return endOfFraction(text, code === PLUS || code === MINUS ? start + 1 : start, end);
}

function endOfHexadecimal(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isHexadecimalDigit(text.charCodeAt(at))) at++;
  return at;
}

function isHexadecimalDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}
