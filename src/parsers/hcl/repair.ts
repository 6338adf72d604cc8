/** Texts of the same length that the grammar reads better; values are always taken from the original. */

/**
 * Valid HCL that the grammar does not know: an object's key in parentheses on a line of its own looks to it like
 * the arguments of a call, unless a comma comes before; a number with an exponent needs a fraction.
 */
export function adaptToGrammar(text: string): string {
  return text
    .replace(EXPONENT, digits => '0'.repeat(digits.length))
    .replace(KEY_IN_PARENTHESES, (blank: string, offset: number) =>
      followsElement(text, offset) ? `${blank.slice(0, -1)},` : blank,
    );
}

const EXPONENT = /\b\d+[eE][-+]?\d+\b/g;

const KEY_IN_PARENTHESES = /^[ \t]+(?=\([^()\n]*\)[ \t]*=(?![=>]))/gm;

function followsElement(text: string, offset: number): boolean {
  let last = offset - 1;
  while (last >= 0 && BLANK.test(text.charAt(last))) last--;
  return !BEGINS_ELEMENT.test(text.charAt(last));
}

const BLANK = /\s/;
const BEGINS_ELEMENT = /[{,]/;

/**
 * Half-typed lines made whole, so that they do not take the following lines with them: a string is closed where
 * its line ends; `name =` without a value, a dot without a name and the marks of a merge conflict are left out.
 * @param unclosedStrings offsets in `text` of the line breaks before which a string was not closed
 */
export function completeHalfTyped(text: string, unclosedStrings: readonly number[]): string {
  return closeStrings(text, unclosedStrings)
    .replace(CONFLICT_MARKER, blanks)
    .replace(/^[ \t]*[\w-]+[ \t]*=[ \t]*(?=\r?$)/gm, blanks)
    .replace(/\.(?=[ \t]*\r?$)/gm, ' ');
}

/** https://git-scm.com/docs/git-merge#_how_conflicts_are_presented */
const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?![<|=>]).*$/gm;

function closeStrings(text: string, lineBreaks: readonly number[]): string {
  let result = '';
  let position = 0;
  for (const lineBreak of lineBreaks) {
    result += `${text.slice(position, lineBreak)}"`;
    position = lineBreak + 1;
  }
  return result + text.slice(position);
}

function blanks(text: string): string {
  return ' '.repeat(text.length);
}
