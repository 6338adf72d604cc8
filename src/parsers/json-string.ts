import { type Span, span } from '../text/span.ts';
import type { TextPiece } from './tree.ts';

/**
 * Where each decoded part of a JSON string stands. `contents` is the span between the quotes. Follows RFC 8259,
 * section 7; an escape that the section does not know decodes to nothing, as jsonc-parser has it.
 */
export function piecesOfJsonString(text: string, contents: Span): TextPiece[] {
  const pieces: TextPiece[] = [];
  let decoded = 0;
  let position = contents.start;
  const add = (decodedLength: number, end: number): void => {
    if (decodedLength > 0) pieces.push({ decodedStart: decoded, decodedLength, source: span(position, end) });
    decoded += decodedLength;
    position = end;
  };
  while (position < contents.end) {
    const backslash = nextBackslash(text, position, contents.end);
    add(backslash - position, backslash);
    if (backslash === contents.end) break;
    const end = Math.min(endOfEscape(text, backslash), contents.end);
    add(isEscape(text.slice(backslash, end)) ? 1 : 0, end);
  }
  return pieces;
}

/** Looks no further than `end`: the next backslash of the file may be far away. */
function nextBackslash(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && text[position] !== '\\') position++;
  return position;
}

function endOfEscape(text: string, backslash: number): number {
  if (text[backslash + 1] !== 'u') return backslash + 2;
  let end = backslash + 2;
  while (end < backslash + 6 && /^[0-9a-f]$/i.test(text.charAt(end))) end++;
  return end;
}

function isEscape(text: string): boolean {
  return /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})$/.test(text);
}
