/**
 * Makes text of a repository safe to show in a terminal or a page: every control character (line breaks and
 * tabs too), bidirectional and other invisible format character, lone surrogate and noncharacter is replaced by a visible
 * sign, so that it can neither move the cursor, nor colour, reorder or hide anything, nor end a document: XML has no
 * noncharacters at the end of a plane (https://www.w3.org/TR/xml/#charsets).
 */
export function neutralise(text: string): string {
  return text.replace(UNSAFE, visibleSign);
}

/** Categories Control, Format, Line and Paragraph Separator, Surrogate (https://www.unicode.org/reports/tr44/#General_Category_Values). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** The sign of the Unicode block Control Pictures where there is one, else the code point in brackets. */
function visibleSign(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
