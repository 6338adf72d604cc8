import { type Span, sliceSpan, span } from '../../text/span.ts';
import { PlacedTextBuilder } from '../placed-text.ts';
import type { TreeScalar } from '../tree.ts';

/** How a scalar is written (https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions and chapter 8). */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block';

/**
 * A scalar with exact places.
 * @param token the whole token: with its quotes, or from the block scalar's header on.
 * @param decoded what the library decoded it to.
 */
export function makeScalar(text: string, token: Span, style: ScalarStyle, decoded: string): TreeScalar {
  const contents = contentsOf(text, token, style);
  if (isOpen(text, token, style)) return openScalar(text, contents);
  const type = typeOf(style, decoded);
  if (contents.end - contents.start === decoded.length && text.startsWith(decoded, contents.start)) {
    return { kind: 'scalar', type, text: decoded, span: contents };
  }
  const scalar = { kind: 'scalar', type, text: decoded } as const;
  const builder = new PlacedTextBuilder();
  const isAligned =
    style === 'block'
      ? appendLines(builder, text, contents, decoded)
      : appendFlow(builder, text, contents, style);
  if (!isAligned || builder.length !== decoded.length) {
    // The whole is one escape: nothing inside it can be told apart.
    return {
      ...scalar,
      span: contents,
      pieces: [{ decodedStart: 0, decodedLength: decoded.length, source: contents }],
    };
  }
  const { pieces } = builder.build(contents);
  return pieces ? { ...scalar, span: contents, pieces } : { ...scalar, span: contents };
}

/** The core schema's types (https://yaml.org/spec/1.2.2/#103-core-schema); only plain scalars are resolved. */
function typeOf(style: ScalarStyle, decoded: string): TreeScalar['type'] {
  if (style !== 'plain' || ONLY_TEXT.test(decoded)) return 'string';
  if (decoded === '' || NULL.test(decoded)) return 'null';
  if (BOOLEAN.test(decoded)) return 'boolean';
  return NUMBER.test(decoded) ? 'number' : 'string';
}

/** Most scalars begin with a letter that no other type begins with. */
const ONLY_TEXT = /^[A-EG-MO-SU-Za-eg-mo-su-z/]/;
const NULL = /^(?:~|null|Null|NULL)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NUMBER =
  /^(?:[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The span without quotes; of a block scalar from its first to its last character that is no white space. */
function contentsOf(text: string, token: Span, style: ScalarStyle): Span {
  if (style === 'plain') return token;
  if (style === 'block') return withoutHeader(text, token);
  const start = Math.min(token.start + 1, token.end);
  return isOpen(text, token, style) ? trimmed(text, start, token.end) : span(start, token.end - 1);
}

/** Half-typed: the opening quote has no closing one, and the library takes the last character for it. */
function isOpen(text: string, token: Span, style: ScalarStyle): boolean {
  if (style !== 'single-quoted' && style !== 'double-quoted') return false;
  const quote = style === 'single-quoted' ? "'" : '"';
  return token.end - token.start < 2 || text[token.end - 1] !== quote;
}

function openScalar(text: string, contents: Span): TreeScalar {
  return { kind: 'scalar', type: 'string', text: sliceSpan(text, contents), span: contents };
}

function withoutHeader(text: string, token: Span): Span {
  const lineEnd = text.indexOf('\n', token.start);
  return lineEnd < 0 || lineEnd >= token.end
    ? span(token.end, token.end)
    : trimmed(text, lineEnd + 1, token.end);
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isWhiteSpace(text, start)) start++;
  while (end > start && isWhiteSpace(text, end - 1)) end--;
  return span(start, end);
}

function isWhiteSpace(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === SPACE || code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;

/**
 * Block scalars: each line's text is in the decoded text as it is, and only the white space between lines differs.
 * @returns whether the two could be aligned.
 */
function appendLines(builder: PlacedTextBuilder, text: string, contents: Span, decoded: string): boolean {
  let position = contents.start;
  let decodedPosition = 0;
  while (position < contents.end) {
    const line = nextLine(text, position, contents.end);
    let start = decodedPosition;
    while (isWhiteSpace(decoded, start)) start++;
    if (!text.startsWith(decoded.slice(start, start + line.end - line.start), line.start)) return false;
    builder.append(decoded.slice(decodedPosition, start), span(position, line.start));
    decodedPosition = start + line.end - line.start;
    builder.append(decoded.slice(start, decodedPosition), line);
    position = line.end;
  }
  builder.append(decoded.slice(decodedPosition), span(contents.end, contents.end));
  return true;
}

/** The next run of text that has no line break, without the white space around it. */
function nextLine(text: string, from: number, to: number): Span {
  let start = from;
  while (start < to && isWhiteSpace(text, start)) start++;
  let end = start;
  for (let position = start; position < to; position++) {
    const code = text.charCodeAt(position);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    if (code !== SPACE && code !== TAB) end = position + 1;
  }
  return span(start, end);
}

/** Quoted and plain scalars: escapes, and line breaks that are folded (https://yaml.org/spec/1.2.2/#65-line-folding). */
function appendFlow(builder: PlacedTextBuilder, text: string, contents: Span, style: ScalarStyle): boolean {
  let position = contents.start;
  while (position < contents.end) {
    const special = escapeAt(text, position, contents.end, style) ?? foldAt(text, position, contents.end);
    const end = special ? special.end : endOfRun(text, position, contents.end, style);
    builder.append(special ? special.decoded : text.slice(position, end), span(position, end));
    position = end;
  }
  return true;
}

interface Escape {
  readonly decoded: string;
  readonly end: number;
}

function escapeAt(text: string, position: number, limit: number, style: ScalarStyle): Escape | undefined {
  const character = text[position];
  if (style === 'single-quoted' && character === "'")
    return { decoded: "'", end: Math.min(position + 2, limit) };
  if (style !== 'double-quoted' || character !== '\\') return undefined;
  const next = text.charCodeAt(position + 1);
  const fold = next === LINE_FEED || next === CARRIAGE_RETURN ? foldAt(text, position + 1, limit) : undefined;
  if (fold) return { decoded: fold.decoded === ' ' ? '' : fold.decoded, end: fold.end };
  const digits = HEX_DIGITS[text[position + 1] ?? ''] ?? 0;
  // Only the length matters here: a character beyond the basic plane takes two units.
  const isLong = digits > 0 && Number.parseInt(text.slice(position + 2, position + 2 + digits), 16) > 0xffff;
  return { decoded: isLong ? '??' : '?', end: Math.min(position + 2 + digits, limit) };
}

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** White space around at least one line break: one becomes a space, each further one a line feed. */
function foldAt(text: string, position: number, limit: number): Escape | undefined {
  let end = position;
  let lineBreaks = 0;
  while (end < limit && isWhiteSpace(text, end)) {
    if (text.charCodeAt(end) === LINE_FEED) lineBreaks++;
    end++;
  }
  if (lineBreaks === 0) return undefined;
  return { decoded: lineBreaks === 1 ? ' ' : '\n'.repeat(lineBreaks - 1), end };
}

/** As far as the text is taken as it is: to a backslash, to a quote, or to white space before a line break. */
function endOfRun(text: string, position: number, limit: number, style: ScalarStyle): number {
  let end = position;
  let whiteSpaceStart = position;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return Math.max(whiteSpaceStart, position + 1);
    if (style === 'double-quoted' && code === BACKSLASH) return Math.max(end, position + 1);
    if (style === 'single-quoted' && code === QUOTE) return Math.max(end, position + 1);
    end++;
    if (code !== SPACE && code !== TAB) whiteSpaceStart = end;
  }
  return limit;
}

const QUOTE = 0x27;
const BACKSLASH = 0x5c;
