/**
 * How many terminal columns one character (code point) takes: 2 for East Asian wide ones and emoji
 * (https://www.unicode.org/reports/tr11/), 0 for combining marks, else 1. Control characters are not expected.
 */
export function characterWidth(character: string): 0 | 1 | 2 {
  if (character < '\u0300') return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** How many terminal columns `text` takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const COMBINING = /\p{Mn}|\p{Me}/u;
const WIDE =
  /\p{Emoji_Presentation}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
