import { CARRIAGE_RETURN, endOfName, isBlank, LESS, LINE_FEED, MINUS, SPACE, TAB } from './characters.ts';

/** The beginning of a heredoc (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions). */
export interface HeredocStart {
  readonly terminator: string;
  /** Where its first line begins. */
  readonly contents: number;
}

/** The heredoc whose `<<` or `<<-` is at a position. */
export function heredocAt(text: string, start: number, end: number): HeredocStart | undefined {
  if (text.charCodeAt(start + 1) !== LESS) return undefined;
  const name = text.charCodeAt(start + 2) === MINUS ? start + 3 : start + 2;
  const nameEnd = endOfName(text, name, end);
  if (nameEnd === name) return undefined;
  let at = nameEnd;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  if (at >= end || text.charCodeAt(at) !== LINE_FEED) return undefined;
  return { terminator: text.slice(name, nameEnd), contents: at + 1 };
}

/** Where the terminator ends if the line that begins at a position consists of it; otherwise -1. */
export function endOfTerminator(text: string, line: number, end: number, terminator: string): number {
  let start = line;
  for (let code = text.charCodeAt(start); code === SPACE || code === TAB; code = text.charCodeAt(start))
    start++;
  if (!text.startsWith(terminator, start)) return -1;
  const found = start + terminator.length;
  let at = found;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  const isWholeLine = at >= end || text.charCodeAt(at) === LINE_FEED;
  return found <= end && isWholeLine ? found : -1;
}

/** Where the text of a line ends whose line feed is at a position. */
export function withoutCarriageReturn(text: string, lineFeed: number): number {
  return text.charCodeAt(lineFeed - 1) === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed;
}
