import { type Span, span } from '../../text/span.ts';
import type { TextPiece } from '../tree.ts';

/** Which escapes a text has: between quotes all of HCL's and JSON's, in a heredoc only `$${` and `%%{`. */
export type EscapeStyle = 'quoted' | 'heredoc';

/** What the text of a literal stands for; an escape that does not exist stands for itself. */
export function decodeText(raw: string, style: EscapeStyle): string {
  if (!MARKS[style].test(raw)) return raw;
  return raw.replace(ESCAPES[style], sequence => decodeEscape(sequence));
}

/**
 * Where each part of a literal's value stands in `text`, when the value is not letter for letter what the file has;
 * `undefined` when it is. `place` is the literal's own span, without quotes.
 */
export function piecesOfLiteral(text: string, value: string, place: Span): TextPiece[] | undefined {
  if (place.end - place.start === value.length) return undefined;
  const raw = text.slice(place.start, place.end);
  for (const style of ['quoted', 'heredoc'] as const) {
    if (decodeText(raw, style) === value) return piecesOf(raw, style, place.start);
  }
  return [{ decodedStart: 0, decodedLength: value.length, source: place }];
}

const MARKS = { quoted: /[\\$%]/, heredoc: /[$%]/ } as const;

/** `String.replace` and `matchAll` start at the beginning whatever `lastIndex` is. */
const ESCAPES = {
  quoted: /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^uU\n])|\$\$\{|%%\{/g,
  heredoc: /\$\$\{|%%\{/g,
} as const;

function decodeEscape(sequence: string): string {
  if (!sequence.startsWith('\\')) return sequence.slice(1);
  const kind = sequence.charAt(1);
  if (kind !== 'u' && kind !== 'U') return SHORT_ESCAPES.get(kind) ?? sequence;
  const codePoint = Number.parseInt(sequence.slice(2), 16);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : sequence;
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
]);

function piecesOf(raw: string, style: EscapeStyle, start: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let decoded = 0;
  let position = 0;
  const add = (decodedLength: number, end: number): void => {
    const source = span(start + position, start + end);
    if (decodedLength > 0) pieces.push({ decodedStart: decoded, decodedLength, source });
    decoded += decodedLength;
    position = end;
  };
  for (const match of raw.matchAll(ESCAPES[style])) {
    add(match.index - position, match.index);
    add(decodeEscape(match[0]).length, match.index + match[0].length);
  }
  add(raw.length - position, raw.length);
  return pieces;
}
