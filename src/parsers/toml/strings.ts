import { span } from '../../text/span.ts';
import { type PlacedText, PlacedTextBuilder, placedSlice } from '../placed-text.ts';

/** A string of a TOML text and where the text goes on. */
export interface ReadString {
  /** Decoded, with the place of what is between the quotes. */
  readonly value: PlacedText;
  /** The offset after the closing quotes; of a string without them, where its line or the text ends. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** Reads the string that begins with a quote at `start` (https://toml.io/en/v1.0.0#string). */
export function readTomlString(text: string, start: number): ReadString {
  const quote = text.charAt(start);
  const isMultiLine = text.startsWith(quote.repeat(3), start);
  return isMultiLine ? readMultiLine(text, start, quote) : readOneLine(text, start, quote);
}

function readOneLine(text: string, start: number, quote: string): ReadString {
  let end = start + 1;
  for (; end < text.length; end++) {
    const character = text[end];
    if (character === quote) return finished(text, start + 1, end, end + 1, quote, true);
    if (character === '\n' || character === '\r') break;
    if (character === '\\' && quote === '"' && !isLineEnd(text, end + 1)) end++;
  }
  return finished(text, start + 1, Math.min(end, text.length), Math.min(end, text.length), quote, false);
}

/** The first line break is not part of the string; up to two quotes may stand before the closing ones. */
function readMultiLine(text: string, start: number, quote: string): ReadString {
  const contents = start + 3 + (/\r?\n/y.exec(text.slice(start + 3, start + 5))?.[0].length ?? 0);
  let end = contents;
  for (; end < text.length; end++) {
    if (text[end] === '\\' && quote === '"') end++;
    else if (text[end] === quote && text.startsWith(quote.repeat(3), end)) {
      while (text[end + 3] === quote && end < text.length) end++;
      return finished(text, contents, end, end + 3, quote, true);
    }
  }
  return finished(text, contents, text.length, text.length, quote, false);
}

function isLineEnd(text: string, offset: number): boolean {
  return offset >= text.length || text[offset] === '\n' || text[offset] === '\r';
}

function finished(
  text: string,
  start: number,
  end: number,
  next: number,
  quote: string,
  isClosed: boolean,
): ReadString {
  const slice = placedSlice(text, span(start, end));
  const hasEscapes = quote === '"' && slice.text.includes('\\');
  return { value: hasEscapes ? decoded(slice) : slice, end: next, isClosed };
}

/** An escape that does not exist stands for its own letters, so that a Windows path typed by hand stays readable. */
function decoded({ text, span: place }: PlacedText): PlacedText {
  const builder = new PlacedTextBuilder();
  let position = 0;
  for (const match of text.matchAll(ESCAPE)) {
    const character = characterOf(match[0]);
    if (character === undefined) continue;
    const end = match.index + match[0].length;
    builder.append(
      text.slice(position, match.index),
      span(place.start + position, place.start + match.index),
    );
    builder.append(character, span(place.start + match.index, place.start + end));
    position = end;
  }
  builder.append(text.slice(position), span(place.start + position, place.end));
  return builder.build(place);
}

/** Also the backslash that joins a line to the next one. */
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[ \t]*\r?\n[ \t\r\n]*|[^\r\n])/g;

function characterOf(written: string): string | undefined {
  const letter = written.charAt(1);
  const known = CHARACTERS[letter];
  if (known !== undefined) return known;
  if (/\s/.test(letter)) return /[\r\n]/.test(written) ? '' : undefined;
  if (!/[uUx]/.test(letter) || written.length < 4) return undefined;
  const code = Number.parseInt(written.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const CHARACTERS: Readonly<Partial<Record<string, string>>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
};
