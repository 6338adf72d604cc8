/** UTF-16 code units that mean something in HCL. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const EXCLAMATION = 0x21;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const PERCENT = 0x25;
export const AMPERSAND = 0x26;
export const OPEN_PARENTHESIS = 0x28;
export const CLOSE_PARENTHESIS = 0x29;
export const ASTERISK = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const BAR = 0x7c;
export const CLOSE_BRACE = 0x7d;
export const TILDE = 0x7e;

/** By code unit below 128: 1 for what a name can begin with, 2 for what can only follow. */
const NAME_CHARACTERS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) NAME_CHARACTERS[code] = 1;
  else if (/[0-9-]/.test(character)) NAME_CHARACTERS[code] = 2;
}

/** Can a name begin at a position of the text? (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#identifiers) */
export function beginsName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? NAME_CHARACTERS[code] === 1 : isForeignLetter(code);
}

/** Where the name ends that begins at a position, at the latest at `end`; the position itself when none does. */
export function endOfName(text: string, start: number, end: number): number {
  if (start >= end || !beginsName(text, start)) return start;
  let at = start + 1;
  while (at < end && isNameCharacter(text.charCodeAt(at))) at++;
  return at;
}

function isNameCharacter(code: number): boolean {
  return code < 128 ? NAME_CHARACTERS[code] !== 0 : isForeignLetter(code);
}

/**
 * Outside of ASCII everything but white space, punctuation and signs counts as a letter, halves of surrogate pairs too:
 * the tables of Unicode cost more time than most files, and a name with a character too many is still a name.
 */
function isForeignLetter(code: number): boolean {
  return !(
    code < 0xaa ||
    (code < 0xc0 && code !== 0xaa && code !== 0xb5 && code !== 0xba) ||
    (code >= 0x2000 && code < 0x2c00) ||
    (code >= 0x3000 && code < 0x3021) ||
    (code >= 0xfe00 && code < 0xff21)
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** White space within a line. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === CARRIAGE_RETURN;
}

/** Characters to stop at: a table for `skipTo`. */
export function marks(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Where the first of the characters in a table of `marks` is, from `start` on; `end` when there is none before it. */
export function skipTo(table: Uint8Array, text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code < 128 && table[code] === 1) return at;
    at++;
  }
  return end;
}
