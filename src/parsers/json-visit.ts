import { type ParseErrorCode, visit } from 'jsonc-parser';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { span } from '../text/span.ts';

/** Told of each token that matters, in the text's order. Offsets and lengths are UTF-16 and include quotes. */
export interface JsonVisitor {
  begin(kind: 'map' | 'list', offset: number): void;
  /** `end` is the offset after the bracket; the text's end when it is missing. */
  end(end: number): void;
  /** A member's name, decoded. */
  key(key: string, offset: number, length: number): void;
  /** A string (decoded), number, boolean or null. */
  value(value: JsonScalar, offset: number, length: number): void;
}

export type JsonScalar = string | number | boolean | null;

/** Deeper than any document that people or tools write; far from the end of the stack. */
export const MAX_JSON_DEPTH = 200;

/**
 * Reads JSON without making a tree: the way to read large files. Comments and trailing commas are allowed; after
 * a mistake reading goes on with the next member. Never throws for any text.
 * @returns at most one `syntax-error`, and `too-deep` when nesting ended the reading early (the containers that are
 * then open get no `end`).
 */
export function visitJson(source: Source, visitor: JsonVisitor): Problem[] {
  const { path, text } = source;
  const problems: Problem[] = [];
  let depth = 0;
  const begin = (kind: 'map' | 'list', offset: number): void => {
    if (++depth > MAX_JSON_DEPTH) throw new TooDeep(offset);
    visitor.begin(kind, offset);
  };
  const end = (offset: number, length: number): void => {
    depth--;
    visitor.end(Math.min(offset + length, text.length));
  };
  try {
    visit(
      text,
      {
        onObjectBegin: offset => begin('map', offset),
        onArrayBegin: offset => begin('list', offset),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty: (key, offset, length) => visitor.key(key, offset, length),
        onLiteralValue: (value, offset, length) => visitor.value(value, offset, length),
        onError: (code, offset, length) => {
          if (problems.length === 0) problems.push(syntaxError(path, text.length, code, offset, length));
        },
      },
      { allowTrailingComma: true, allowEmptyContent: true },
    );
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    problems.push(tooDeep(path, error.offset));
  }
  return problems;
}

/** Ends the reading: jsonc-parser calls itself for each level and cannot be told to leave one out. */
class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('too deep');
    this.offset = offset;
  }
}

function tooDeep(path: string, offset: number): Problem {
  const message = `More than ${MAX_JSON_DEPTH} levels of nesting; what follows was not read.`;
  return { code: 'too-deep', path, span: span(offset, offset + 1), message };
}

function syntaxError(
  path: string,
  textLength: number,
  code: ParseErrorCode,
  offset: number,
  length: number,
): Problem {
  const start = Math.min(offset, textLength);
  const message = `Not valid JSON: ${EXPLANATIONS[code] ?? 'unexpected text'}.`;
  return { code: 'syntax-error', path, span: span(start, Math.min(start + length, textLength)), message };
}

/** By `ParseErrorCode`, whose members exist at compile time only. */
const EXPLANATIONS: Readonly<Record<number, string>> = {
  1: 'this is no JSON value; a string needs double quotes',
  2: 'this is no number',
  3: 'a member name in double quotes is expected here',
  4: 'a value is expected here',
  5: 'a colon is expected here',
  6: 'a comma is missing before this',
  7: 'a closing brace is missing',
  8: 'a closing bracket is missing',
  9: 'nothing may follow the end of the document',
  10: 'comments are not allowed here',
  11: 'the comment is not closed',
  12: 'the string is not closed on its line',
  13: 'the number is not complete',
  14: 'the \\u escape needs four hexadecimal digits',
  15: 'this escape does not exist in JSON',
  16: 'a control character must be written as an escape',
};
