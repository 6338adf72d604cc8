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
  const at = skipBlanks(text, nameEnd, end);
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
  const at = skipBlanks(text, found, end);
  const isWholeLine = at >= end || text.charCodeAt(at) === LINE_FEED;
  return found <= end && isWholeLine ? found : -1;
}

/** By word: the start of the last line in a part of a text that consists of it, and so can end a heredoc. */
export function lastTerminators(text: string, from: number, end: number): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (let line = from; line < end; ) {
    const start = skipBlanks(text, line, end);
    const wordEnd = endOfName(text, start, end);
    const next = skipBlanks(text, wordEnd, end);
    const isWholeLine = next >= end || text.charCodeAt(next) === LINE_FEED;
    if (wordEnd > start && isWholeLine) lines.set(text.slice(start, wordEnd), line);
    const lineBreak = text.indexOf('\n', wordEnd);
    line = lineBreak < 0 ? end : lineBreak + 1;
  }
  return lines;
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the text of a line ends whose line feed is at a position. */
export function withoutCarriageReturn(text: string, lineFeed: number): number {
  return text.charCodeAt(lineFeed - 1) === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed;
}
