import {
  EQUALS,
  endOfName,
  GREATER,
  isBlank,
  isDigit,
  LINE_FEED,
  MINUS,
  OPEN_BRACE,
  QUOTE,
} from './characters.ts';

/** Is there `name = …` or the beginning of a block at a position? */
export function beginsStatement(text: string, start: number, end: number): boolean {
  const name = endOfName(text, start, end);
  if (name === start) return false;
  return isAssignment(text, skipBlanks(text, name, end), end) || beginsBlock(text, start, end);
}

/** Is there `=` at a position, and not `==` or `=>`? */
export function isAssignment(text: string, at: number, end: number): boolean {
  if (at >= end || text.charCodeAt(at) !== EQUALS) return false;
  const next = text.charCodeAt(at + 1);
  return at + 1 >= end || (next !== EQUALS && next !== GREATER);
}

/** Is there a block's type, its labels and `{` at a position, all on one line? */
export function beginsBlock(text: string, start: number, end: number): boolean {
  let at = endOfName(text, start, end);
  if (at === start) return false;
  for (;;) {
    const label = skipBlanks(text, at, end);
    if (label >= end) return false;
    if (text.charCodeAt(label) === OPEN_BRACE) return true;
    if (label === at) return false;
    at = endOfLabel(text, label, end);
    if (at === label) return false;
  }
}

/** Where a label ends, with quotes or without; the position itself when it is none. */
function endOfLabel(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== QUOTE) return endOfBareLabel(text, start, end);
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === LINE_FEED) break;
  }
  return start;
}

function endOfBareLabel(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === MINUS)) at++;
  return Math.max(at, endOfName(text, at, end));
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
