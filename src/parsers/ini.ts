import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type Span, span } from '../text/span.ts';
import { phrase } from '../words/phrase.ts';
import { type PlacedText, PlacedTextBuilder, placedSlice } from './placed-text.ts';

/** How a tool reads its INI files: there is no common rule. */
export interface IniDialect {
  /** Characters that may stand between key and value. */
  readonly delimiters: string;
  /** Quotes around a value, `\;` and `\#`, and comments behind a value, as in npm's `ini`. */
  readonly quotesAndInlineComments: boolean;
  /** An indented line goes on with the value above it, as in Python's `configparser`. */
  readonly continuationLines: boolean;
}

/** `.npmrc` (https://docs.npmjs.com/cli/configuring-npm/npmrc). */
export const NPM_INI: IniDialect = {
  delimiters: '=',
  quotesAndInlineComments: true,
  continuationLines: false,
};

/** `.gitmodules` and others (https://git-scm.com/docs/git-config#_syntax); what a backslash joins is read line by line. */
export const GIT_INI: IniDialect = {
  delimiters: '=',
  quotesAndInlineComments: true,
  continuationLines: false,
};

/** `pip.conf` and others (https://docs.python.org/3/library/configparser.html#supported-ini-file-structure). */
export const PYTHON_INI: IniDialect = {
  delimiters: '=:',
  quotesAndInlineComments: false,
  continuationLines: true,
};

export interface IniDocument {
  readonly entries: readonly IniEntry[];
  readonly sections: readonly IniSection[];
  /** Comments on lines of their own, from their mark to the line's end. */
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

interface IniSection {
  readonly name: string;
  /** The header. */
  readonly span: Span;
}

export interface IniEntry {
  /** The empty string before the first header. */
  readonly section: string;
  readonly key: string;
  readonly keySpan: Span;
  /** Without quotes, escapes and comments; lines are joined by `\n`. Absent when the line holds a key alone. */
  readonly value?: PlacedText;
}

/** Reads `key = value` lines. Never throws; a section header without its bracket is a `syntax-error`. */
export function parseIni(source: Source, dialect: IniDialect): IniDocument {
  const { path, text } = source;
  const entries: WrittenEntry[] = [];
  const sections: IniSection[] = [];
  const comments: Span[] = [];
  for (const line of linesOf(text)) {
    const first = text.charAt(line.start);
    const last = entries.at(-1);
    if (line.start === line.end) continue;
    if (first === ';' || first === '#') comments.push(span(line.start, line.end));
    else if (line.isIndented && dialect.continuationLines && last) last.lines.push(line);
    else if (first === '[') sections.push(sectionAt(text, line));
    else entries.push(entryAt(text, line, sections.at(-1)?.name ?? '', dialect));
  }
  return {
    entries: entries.map(entry => finished(text, entry, dialect)),
    sections,
    comments,
    problems: sections
      .filter(section => text[section.span.end - 1] !== ']')
      .slice(0, 1)
      .map(section => headerNotClosed(path, section.span)),
  };
}

/** A line without its indentation, trailing blanks and line break. */
interface Line extends Span {
  readonly isIndented: boolean;
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start);
    const trimmed = trimmedSpan(text, start, end);
    yield { start: trimmed.start, end: trimmed.end, isIndented: trimmed.start > start };
    start = end + 1;
  }
}

function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function trimmedSpan(text: string, start: number, end: number): Span {
  let first = start;
  let last = end;
  while (first < last && isBlank(text.charCodeAt(first))) first++;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  return span(first, last);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0;
}

/** `[name]`; a header without bracket reaches to the end of its line. */
function sectionAt(text: string, line: Line): IniSection {
  let end = line.start;
  while (end < line.end && text[end] !== ']') end++;
  return {
    name: text.slice(line.start + 1, end).trim(),
    span: span(line.start, Math.min(end + 1, line.end)),
  };
}

function headerNotClosed(path: string, place: Span): Problem {
  const message = phrase('syntax.ini-header');
  return { code: 'syntax-error', path, span: place, message };
}

/** An entry as it is written: the lines of its value, each trimmed. */
interface WrittenEntry {
  readonly section: string;
  readonly keySpan: Span;
  readonly lines: Span[];
}

function entryAt(text: string, line: Line, section: string, dialect: IniDialect): WrittenEntry {
  let delimiter = line.start;
  while (delimiter < line.end && !dialect.delimiters.includes(text.charAt(delimiter))) delimiter++;
  const keySpan = trimmedSpan(text, line.start, delimiter);
  const lines = delimiter < line.end ? [trimmedSpan(text, delimiter + 1, line.end)] : [];
  return { section, keySpan, lines };
}

function finished(text: string, { section, keySpan, lines }: WrittenEntry, dialect: IniDialect): IniEntry {
  const entry = { section, key: text.slice(keySpan.start, keySpan.end), keySpan };
  const [first, ...more] = lines;
  if (!first) return entry;
  if (more.length > 0) return { ...entry, value: joinedLines(text, lines) };
  return {
    ...entry,
    value: dialect.quotesAndInlineComments ? decoded(text, first) : placedSlice(text, first),
  };
}

function joinedLines(text: string, lines: readonly Span[]): PlacedText {
  const filled = lines.filter(line => line.start < line.end);
  const builder = new PlacedTextBuilder();
  for (const [index, line] of filled.entries()) {
    const before = filled[index - 1];
    if (before) builder.append('\n', span(before.end, line.start));
    builder.append(text.slice(line.start, line.end), line);
  }
  const [first, last] = [filled.at(0), filled.at(-1)];
  return builder.build(span(first?.start ?? 0, last?.end ?? 0));
}

/** Quoted values are what is between the quotes; others end at an unescaped `;` or `#`. */
function decoded(text: string, written: Span): PlacedText {
  const quote = text.charAt(written.start);
  const isQuoted = (quote === '"' || quote === "'") && written.end - written.start >= 2;
  if (isQuoted && text[written.end - 1] === quote)
    return placedSlice(text, span(written.start + 1, written.end - 1));
  return unescaped(text, trimmedSpan(text, written.start, endOfValue(text, written)));
}

/** Where a comment begins, or the line ends. */
function endOfValue(text: string, written: Span): number {
  let position = written.start;
  while (position < written.end && text[position] !== ';' && text[position] !== '#') {
    position += isEscape(text, position, written.end) ? 2 : 1;
  }
  return position;
}

function unescaped(text: string, value: Span): PlacedText {
  const builder = new PlacedTextBuilder();
  let runStart = value.start;
  for (let position = value.start; position < value.end; position++) {
    if (!isEscape(text, position, value.end)) continue;
    builder.append(text.slice(runStart, position), span(runStart, position));
    builder.append(text.charAt(position + 1), span(position, position + 2));
    runStart = ++position + 1;
  }
  builder.append(text.slice(runStart, value.end), span(runStart, value.end));
  return builder.build(value);
}

function isEscape(text: string, position: number, end: number): boolean {
  return text[position] === '\\' && position + 1 < end && /[;#\\]/.test(text.charAt(position + 1));
}
