import { type Span, span } from '../text/span.ts';
import { type InterpolatedText, withoutVariables } from './interpolation.ts';
import { type PlacedText, PlacedTextBuilder, placedSlice } from './placed-text.ts';
import { interpolate } from './variable.ts';

/** One `NAME=value` of an environment file. */
export interface DotenvEntry {
  readonly name: PlacedText;
  /** Absent for a name alone, whose value comes from the environment. */
  readonly value?: InterpolatedText;
}

export interface DotenvFile {
  readonly entries: readonly DotenvEntry[];
  /** Comments on lines of their own, from `#` to the line's end. */
  readonly comments: readonly Span[];
}

/**
 * Reads an environment file: `NAME=value`, `export NAME=value`, `NAME: value`; double quotes with escapes and
 * variables, single quotes without, both over several lines; comments. What is none of these is left out: there is no
 * common grammar, and every tool skips what it does not know. Never throws, linear.
 */
export function parseDotenv(text: string): DotenvFile {
  const entries: DotenvEntry[] = [];
  const comments: Span[] = [];
  let position = 0;
  while (position < text.length) {
    ENTRY.lastIndex = position;
    const [head, export_ = '', name = '', separator = ''] = ENTRY.exec(text) ?? [];
    if (head === undefined) {
      const end = lineEnd(text, position);
      const start = firstNonBlank(text, position, end);
      if (text[start] === '#' && start < end) comments.push(span(start, end));
      position = end + 1;
      continue;
    }
    const nameStart = position + export_.length;
    const place = placedSlice(text, span(nameStart, nameStart + name.length));
    if (separator === '') {
      entries.push({ name: place });
      position += head.length + 1;
      continue;
    }
    const { value, end } = readValue(text, position + head.length);
    entries.push({ name: place, value });
    position = lineEnd(text, end) + 1;
  }
  return { entries, comments };
}

/** The name and what stands before the value; a name alone must be all that the line holds. */
const ENTRY = /([ \t]*(?:export[ \t]+)?)([A-Za-z_][\w.-]*)(?:[ \t]*(=|:[ \t])[ \t]*|[ \t]*(?=\r?\n|$))/y;

function readValue(text: string, start: number): { readonly value: InterpolatedText; readonly end: number } {
  const quote = text[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = closingQuote(text, quote, start + 1);
    if (close !== undefined) return { value: quotedValue(text, quote, start + 1, close), end: close + 1 };
  }
  const end = lineEnd(text, start);
  return { value: interpolate(placedSlice(text, span(start, unquotedEnd(text, start, end))), '\\$'), end };
}

/** A quoted value rarely has more than a key's lines; an open quote must not take in the rest of the file. */
const MAX_QUOTED_LENGTH = 20_000;

function closingQuote(text: string, quote: string, from: number): number | undefined {
  const end = Math.min(text.length, from + MAX_QUOTED_LENGTH);
  for (let position = from; position < end; position++) {
    if (text[position] === '\\' && quote === '"') position++;
    else if (text[position] === quote) return position;
    else if (text[position] === '\n' && ENTRY_LINE.test(text.slice(position + 1, position + 200)))
      return undefined;
  }
  return undefined;
}

/** Inside a value of several lines, a line that looks like the next entry: the quote was not closed. */
const ENTRY_LINE = /^(?:export[ \t]+)?[A-Z_][A-Z0-9_]*=/;

function quotedValue(text: string, quote: string, start: number, close: number): InterpolatedText {
  const raw = placedSlice(text, span(start, close));
  return quote === '"' ? interpolate(unescaped(raw), '\\$') : withoutVariables(raw);
}

/** `\n` and the like are one character; `\$` is left to the interpolation. */
function unescaped(raw: PlacedText): PlacedText {
  if (!raw.text.includes('\\')) return raw;
  const builder = new PlacedTextBuilder();
  let start = 0;
  for (const { 0: escaped, 1: character = '', index } of raw.text.matchAll(/\\([^$])/gs)) {
    builder.appendSlice(raw, start, index);
    const place = span(raw.span.start + index, raw.span.start + index + escaped.length);
    builder.append(ESCAPES[character] ?? character, place);
    start = index + escaped.length;
  }
  builder.appendSlice(raw, start, raw.text.length);
  return builder.build(raw.span);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Without a comment behind the value and without blanks at its end. */
function unquotedEnd(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  const comment = value.startsWith('#') ? 0 : value.search(/[ \t]#/);
  return start + (comment < 0 ? value : value.slice(0, comment)).trimEnd().length;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function firstNonBlank(text: string, from: number, end: number): number {
  let start = from;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
  return start;
}
