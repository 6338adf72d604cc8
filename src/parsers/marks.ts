/** Stands for template syntax in a masked text: the first character, then as many others as the syntax is long. */
export const MARK = /\uE000\uE001*/g;
const MARK_START = '\uE000';
const MARK_REST = '\uE001';

/** Does a masked text have marks? */
export function hasMark(text: string): boolean {
  return text.includes(MARK_START);
}

/** @param length of what the mark stands for. */
export function markOf(length: number): string {
  return MARK_START + MARK_REST.repeat(length - 1);
}

/** The two characters are nobody's (https://www.unicode.org/faq/private_use.html); what has them all the same loses them. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '?');
}

/** Line breaks stay, so that lines are the same. */
export function blank(written: string): string {
  return written.replace(/[^\r\n]/g, ' ');
}

/** In YAML no blank line above a block's first line of content may be longer than that is indented. */
export function withEmptyBlockStarts(masked: string): string {
  return masked.replace(
    BLANK_START_OF_BLOCK,
    (_all, header: string, lines: string) => header + lines.replace(/[ \t\r]/g, '\n'),
  );
}

const BLANK_START_OF_BLOCK = /([|>][-+\d]{0,2}[ \t]*\n)((?:[ \t]*\r?\n)+)/g;
