import { type Span, span } from '../../text/span.ts';
import { type PlacedText, PlacedTextBuilder, placedSlice, slicePlaced } from '../placed-text.ts';

/** Appends the text that `place` covers with its references decoded (https://www.w3.org/TR/xml/#sec-references). */
export function appendDecoded(builder: PlacedTextBuilder, text: string, place: Span): void {
  const raw = text.slice(place.start, place.end);
  let position = 0;
  for (let ampersand = raw.indexOf('&'); ampersand >= 0; ) {
    const reference = referenceAt(raw, ampersand);
    if (reference) {
      append(builder, raw, place, position, ampersand);
      builder.append(reference.decoded, span(place.start + ampersand, place.start + reference.end));
      position = reference.end;
    }
    ampersand = raw.indexOf('&', reference?.end ?? ampersand + 1);
  }
  append(builder, raw, place, position, raw.length);
}

function append(builder: PlacedTextBuilder, raw: string, place: Span, start: number, end: number): void {
  builder.append(raw.slice(start, end), span(place.start + start, place.start + end));
}

/** An attribute's value. */
export function decodedText(text: string, place: Span): PlacedText {
  const plain = placedSlice(text, place);
  if (!plain.text.includes('&')) return plain;
  const builder = new PlacedTextBuilder();
  appendDecoded(builder, text, place);
  return builder.build(place);
}

/** The text without white space at either end. */
export function trimmed(value: PlacedText): PlacedText {
  const start = value.text.length - value.text.trimStart().length;
  const end = value.text.trimEnd().length;
  return end <= start ? slicePlaced(value, 0, 0) : slicePlaced(value, start, end);
}

/** The longest reference that means something: `&#x10FFFF;`. */
const LONGEST_REFERENCE = 10;

function referenceAt(
  raw: string,
  ampersand: number,
): { readonly decoded: string; readonly end: number } | undefined {
  const written = raw.slice(ampersand, ampersand + LONGEST_REFERENCE);
  const match = /^&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/i.exec(written);
  if (!match) return undefined;
  const decoded =
    match[1] === undefined ? characterOf(match[2], match[3]) : NAMED.get(match[1].toLowerCase());
  return decoded === undefined ? undefined : { decoded, end: ampersand + match[0].length };
}

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function characterOf(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
