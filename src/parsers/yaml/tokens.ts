import { type CST, Lexer, Parser } from 'yaml';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';

/** The concrete syntax of a YAML text, as far as it was read. */
export interface YamlTokens {
  /** One token per document, directive, or thing between documents. */
  readonly tokens: readonly CST.Token[];
  /** Comments that contain the wanted text, from `#` to the line's end. */
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/** Deeper than any document that people or tools write. */
export const MAX_YAML_DEPTH = 200;

/** A token costs up to half a kilobyte: some 4 MB of ordinary YAML, and a bound for anything else. */
export const MAX_YAML_TOKENS = 1_000_000;

/**
 * Splits a YAML text into the library's tokens, bounded in number and nesting before anything recursive sees them:
 * near the end of the stack even a regular expression can end the process, so that catching the error is not enough.
 * @param commentMarker only comments that contain it are kept.
 */
export function readYamlTokens(source: Source, commentMarker: string): YamlTokens {
  const reader = new TokenReader(source, commentMarker);
  return (
    reader.readAll(source.text) ??
    new TokenReader(source, commentMarker).readAll(source.text + CLOSING_QUOTES) ??
    reader.finish()
  );
}

/**
 * The lexer gives a quoted scalar that is not closed all the rest of the text. With a quote behind the text, which
 * nothing else sees, it ends the scalar where the indentation does.
 */
const CLOSING_QUOTES = `\n"\n'`;

class TokenReader {
  private readonly source: Source;
  private readonly commentMarker: string;
  private readonly parser = new Parser();
  private readonly tokens: CST.Token[] = [];
  private readonly comments: Span[] = [];
  private readonly problems: Problem[] = [];
  private lexemes = 0;
  /** The next lexeme is the text of a scalar, whatever it looks like. */
  private atScalar = false;
  /** The rest of the document is left out. */
  private skipping = false;

  constructor(source: Source, commentMarker: string) {
    this.source = source;
    this.commentMarker = commentMarker;
  }

  /**
   * @param text the source's, perhaps with something behind it that is not read.
   * @returns `undefined` when a quote takes in the rest of the text.
   */
  readAll(text: string): YamlTokens | undefined {
    const end = this.source.text.length;
    for (const lexeme of new Lexer().lex(text)) {
      if (this.parser.offset >= end && !CONTROL_LEXEMES.has(lexeme)) break;
      if (++this.lexemes > MAX_YAML_TOKENS) {
        this.report('too-large', `More than ${MAX_YAML_TOKENS} tokens; what follows was not read.`);
        break;
      }
      const isScalar = this.atScalar;
      this.atScalar = !isScalar && lexeme === SCALAR;
      if (!isScalar && text.length === end && this.isOpenQuote(lexeme)) return undefined;
      this.read(lexeme, isScalar);
    }
    return this.finish();
  }

  finish(): YamlTokens {
    for (const token of this.parser.end()) this.tokens.push(token);
    return { tokens: this.tokens, comments: this.comments, problems: this.problems };
  }

  private read(lexeme: string, isScalar: boolean): void {
    if (!isScalar && lexeme[0] === '#' && lexeme.includes(this.commentMarker)) this.keepComment(lexeme);
    if (this.skipping && (isScalar || lexeme !== DOCUMENT_START)) {
      if (isScalar || !CONTROL_LEXEMES.has(lexeme)) this.parser.offset += lexeme.length;
      return;
    }
    this.skipping = false;
    for (const token of this.parser.next(lexeme)) this.tokens.push(token);
    if (this.parser.stack.length > MAX_YAML_DEPTH) this.skipDocument();
  }

  /** A quoted scalar of several lines that only the text's end has ended. */
  private isOpenQuote(scalar: string): boolean {
    const quote = scalar[0];
    if ((quote !== '"' && quote !== "'") || !scalar.includes('\n')) return false;
    return this.parser.offset + scalar.length >= this.source.text.length && scalar.at(-1) !== quote;
  }

  private keepComment(lexeme: string): void {
    this.comments.push(span(this.parser.offset, this.parser.offset + lexeme.length));
  }

  private skipDocument(): void {
    this.report(
      'too-deep',
      `More than ${MAX_YAML_DEPTH} levels of nesting; the rest of this document was not read.`,
    );
    this.skipping = true;
    for (const token of this.parser.end()) this.tokens.push(token);
  }

  private report(code: ProblemCode, message: string): void {
    if (this.problems.some(problem => problem.code === code)) return;
    const { offset } = this.parser;
    const place = span(offset, Math.min(offset + 1, this.source.text.length));
    this.problems.push({ code, path: this.source.path, span: place, message });
  }
}

/** What the library's lexer emits besides slices of the text (https://eemeli.org/yaml/#lexer). */
const SCALAR = '\u001f';
const CONTROL_LEXEMES = new Set([SCALAR, '\u0002', '\u0018']);
const DOCUMENT_START = '---';
