import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import {
  BACKSLASH,
  CLOSE_BRACE,
  DOLLAR,
  endOfName,
  LINE_FEED,
  marks,
  OPEN_BRACE,
  QUOTE,
  skipTo,
  TILDE,
} from './characters.ts';
import { decodeText } from './escapes.ts';
import { endOfTerminator, withoutCarriageReturn } from './heredoc.ts';
import { readIntro } from './loop.ts';
import { enter, isNext, leave, noteMistake, peek, placeFrom, type Reading, skipBlanks } from './reading.ts';
import { closeBracket } from './recovery.ts';

/** Where a template ends: at a quote, at a line that is its terminator, or with what is read. */
export type TemplateKind =
  | { readonly style: 'quoted' }
  | { readonly style: 'heredoc'; readonly terminator?: string };

/** Reads the parts of a template from the position to its end: expressions, and as text whatever lies between them. */
export function readTemplateParts(reading: Reading, kind: TemplateKind): Parts {
  return readParts(reading, kind, false);
}

export interface Parts {
  readonly parts: readonly Expression[];
  /** All of them, without the line break that ends a string that is not closed. */
  readonly place: Span;
  /** The word of the directive that ends them: `else`, `endif` or `endfor`. */
  readonly endWord?: string;
}

/** What special meaning characters have in a template. */
const MARKS = { quoted: marks('"\\$%\n'), heredoc: marks('$%\n') } as const;

/** @param isBranch they are inside a directive, and another one ends them */
function readParts(reading: Reading, kind: TemplateKind, isBranch: boolean): Parts {
  const { at: start } = reading;
  const parts: Expression[] = [];
  for (;;) {
    const { literal, end, isLast } = readText(reading, kind);
    if (literal) parts.push(literal);
    if (isLast) return { parts, place: span(start, end) };
    const isInterpolation = peek(reading) === DOLLAR;
    const part = isInterpolation ? readInterpolation(reading) : readDirective(reading, kind);
    if (typeof part !== 'string') {
      if (part) parts.push(part);
    } else if (isBranch) return { parts, place: span(start, end), endWord: part };
    else noteMistake(reading, end);
  }
}

/** Text up to `${`, `%{` or the end of the template. */
interface TemplateText {
  readonly literal: Expression | undefined;
  readonly end: number;
  readonly isLast: boolean;
}

function readText(reading: Reading, kind: TemplateKind): TemplateText {
  const { text, at: start } = reading;
  let hasEscapes = false;
  const upTo = (end: number, isLast: boolean): TemplateText => {
    if (end <= start) return { literal: undefined, end: start, isLast };
    const raw = text.slice(start, end);
    const value = hasEscapes ? decodeText(raw, kind.style) : raw;
    return { literal: { type: 'literal', value, span: span(start, end) }, end, isLast };
  };
  for (;;) {
    reading.at = skipTo(MARKS[kind.style], text, reading.at, reading.end);
    const code = peek(reading);
    if (code < 0 || code === QUOTE) return upTo(reading.at, true);
    if (code === LINE_FEED) {
      const last = endsAtLine(reading, kind);
      if (last !== undefined) return upTo(last, true);
    } else if (code !== BACKSLASH && isNext(reading, OPEN_BRACE)) return upTo(reading.at, false);
    else if (skipEscape(reading, code)) hasEscapes = true;
  }
}

/** Passes over an escape, or over a character that would begin one if others followed. */
function skipEscape(reading: Reading, code: number): boolean {
  const { text, at, end } = reading;
  const isEscape =
    code === BACKSLASH
      ? !isNext(reading, LINE_FEED)
      : isNext(reading, code) && text.charCodeAt(at + 2) === OPEN_BRACE;
  const length = code === BACKSLASH ? 2 : 3;
  reading.at = Math.min(end, at + (isEscape ? length : 1));
  return isEscape;
}

/** The position is at a line break: where the text ends if the template does, otherwise behind the line break. */
function endsAtLine(reading: Reading, kind: TemplateKind): number | undefined {
  const { text, at, end } = reading;
  if (kind.style === 'quoted') return withoutCarriageReturn(text, at);
  reading.at++;
  if (kind.terminator === undefined || endOfTerminator(text, reading.at, end, kind.terminator) < 0)
    return undefined;
  return reading.at;
}

/** `${…}`: the position is at its beginning. */
function readInterpolation(reading: Reading): Expression | undefined {
  const open = reading.at;
  let expression: Expression | undefined;
  readCode(reading, () => {
    const start = reading.at;
    expression = reading.readExpression(reading);
    if (!expression) noteMistake(reading, open);
    closeMark(reading, open, start);
  });
  return expression;
}

/** What is between `${` or `%{` and its end, where line breaks are blanks. The position is at its beginning. */
function readCode(reading: Reading, read: () => void): void {
  const outer = reading.spansLines;
  reading.spansLines = true;
  enter(reading);
  reading.at = Math.min(reading.end, reading.at + 2);
  if (peek(reading) === TILDE) reading.at++;
  skipBlanks(reading);
  read();
  leave(reading);
  reading.spansLines = outer;
}

function closeMark(reading: Reading, open: number, last: number): void {
  const end = reading.at;
  skipBlanks(reading);
  if (peek(reading) === TILDE) reading.at++;
  else reading.at = end;
  closeBracket(reading, CLOSE_BRACE, open, last);
}

/**
 * `%{…}`: the position is at its beginning. Of `%{if}` and `%{for}` what they give, of the directives that end a text
 * the word.
 */
function readDirective(reading: Reading, kind: TemplateKind): Expression | string | undefined {
  const open = reading.at;
  const { bindings } = reading;
  let word = '';
  let inner = bindings;
  let condition: Expression | undefined;
  readCode(reading, () => {
    const { text, at, end } = reading;
    word = text.slice(at, endOfName(text, at, end));
    if (word === 'for') inner = readIntro(reading);
    else reading.at += word.length;
    skipBlanks(reading);
    if (word === 'if') {
      condition = reading.readExpression(reading);
      if (!condition) noteMistake(reading, open);
    }
    closeMark(reading, open, at);
  });
  if (word === 'if') return readIf(reading, kind, open, condition);
  if (word === 'for') {
    reading.bindings = inner;
    const value = readLoop(reading, kind, open);
    reading.bindings = bindings;
    return value;
  }
  if (word === 'else' || word === 'endif' || word === 'endfor') return word;
  noteMistake(reading, open);
  return undefined;
}

/** `%{if}` is one of its two texts. */
function readIf(
  reading: Reading,
  kind: TemplateKind,
  open: number,
  condition: Expression | undefined,
): Expression {
  const options: Expression[] = [];
  let branch: Parts;
  enter(reading);
  do {
    branch = readParts(reading, kind, true);
    options.push(branchText(branch));
  } while (branch.endWord === 'else');
  leave(reading);
  if (branch.endWord !== 'endif') noteMistake(reading, open);
  if (options.length < 2) options.push({ type: 'literal', value: '', span: span(reading.at, reading.at) });
  return {
    type: 'choice',
    options,
    ...(condition && { conditions: [condition] }),
    span: placeFrom(reading, open),
  };
}

/** `%{for}` gives its text any number of times. */
function readLoop(reading: Reading, kind: TemplateKind, open: number): Expression {
  enter(reading);
  const branch = readParts(reading, kind, true);
  leave(reading);
  if (branch.endWord !== 'endfor') noteMistake(reading, open);
  return { type: 'call', name: 'for', arguments: [branchText(branch)], span: placeFrom(reading, open) };
}

/** Also of one expression a text. */
function branchText({ parts, place }: Parts): Expression {
  const [only] = parts;
  if (!only) return { type: 'literal', value: '', span: place };
  return only.type === 'literal' && parts.length === 1 ? only : { type: 'template', parts, span: place };
}
