/**
 * Whether a text has a key where YAML and JSON write keys: first in a line or an item of a list, or behind a brace or a
 * comma, in quotes or without. Most texts do not have the word at all: that is looked for first, as an expression for
 * lines stops at each of them.
 */
export function hasKey(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    if (isFirst(text, at) && isFollowedByColon(text, at + key.length)) return true;
  }
  return false;
}

function isFirst(text: string, at: number): boolean {
  const isQuoted = '"\''.includes(text.charAt(at - 1) || ' ');
  let end = skipBlanksBefore(text, isQuoted ? at - 1 : at);
  if (text.charAt(end - 1) === '-' && end < at) end = skipBlanksBefore(text, end - 1);
  return end === 0 || '\r\n{,'.includes(text.charAt(end - 1));
}

function skipBlanksBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && ' \t'.includes(text.charAt(at - 1))) at--;
  return at;
}

function isFollowedByColon(text: string, end: number): boolean {
  COLON.lastIndex = end;
  return COLON.test(text);
}

const COLON = /["']?\s*:/y;
