import { type CST, Lexer, Parser } from 'yaml';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import { countPart } from '../../text/part-limit.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';

/** Deeper than any document that people or tools write. */
export const MAX_YAML_DEPTH = 200;

/** Each costs as much as ten good tokens, and no text that somebody meant as YAML has as many. */
const MAX_YAML_MISTAKES = 1000;

/**
 * Splits a YAML text into the library's tokens, bounded in number and nesting before anything recursive sees them:
 * near the end of the stack even a regular expression can end the process, so that catching the error is not enough.
 */
export class YamlTokenReader {
  /**
   * Comments that contain the wanted text, from `#` to the line's end, also those of scripts in block scalars. Complete
   * once all tokens were taken.
   */
  readonly comments: Span[] = [];
  /** Limits that were met. Complete once all tokens were taken. */
  readonly problems: Problem[] = [];
  private readonly source: Source;
  private readonly commentMarker: string | undefined;
  private readonly closesQuotes: boolean;
  private readonly parser = new Parser();
  /** A quote took in the rest of the text. */
  private foundOpenQuote = false;
  private mistakes = 0;
  /** The next lexeme is the text of a scalar, whatever it looks like. */
  private atScalar = false;
  /** The rest of the document is left out. */
  private skipping = false;

  /**
   * @param commentMarker only comments that contain it are kept; none without.
   * @param closesQuotes to be tried when `isOpenQuote` was true without.
   */
  constructor(source: Source, commentMarker: string | undefined, closesQuotes: boolean) {
    this.source = source;
    this.commentMarker = commentMarker;
    this.closesQuotes = closesQuotes;
  }

  /** Did the reading end early, at a quote that is not closed? */
  get isOpenQuote(): boolean {
    return this.foundOpenQuote;
  }

  /** One token per document, directive, or thing between documents. To be called once. */
  *tokens(): Generator<CST.Token, void> {
    const { text } = this.source;
    for (const lexeme of new Lexer().lex(this.closesQuotes ? text + CLOSING_QUOTES : text)) {
      if (this.parser.offset >= text.length && !CONTROL_LEXEMES.has(lexeme)) break;
      countPart(this.parser.offset);
      const isScalar = this.atScalar;
      this.atScalar = !isScalar && lexeme === SCALAR;
      if (!isScalar && !this.closesQuotes && this.takesTheRest(lexeme)) {
        this.foundOpenQuote = true;
        return;
      }
      yield* this.read(lexeme, isScalar);
    }
    yield* this.parser.end();
  }

  private *read(lexeme: string, isScalar: boolean): Generator<CST.Token, void> {
    const marker = this.commentMarker;
    if (marker !== undefined && lexeme.includes(marker)) {
      if (isScalar) this.keepScriptComments(lexeme, marker);
      else if (lexeme[0] === '#') this.keepComment(lexeme);
    }
    if (this.skipping && (isScalar || lexeme !== DOCUMENT_START)) {
      if (isScalar || !CONTROL_LEXEMES.has(lexeme)) this.parser.offset += lexeme.length;
      return;
    }
    this.skipping = false;
    for (const token of this.parser.next(lexeme)) {
      if (token.type === 'error' && ++this.mistakes === MAX_YAML_MISTAKES) {
        this.report('too-slow', phrase('syntax.mistakes', { most: MAX_YAML_MISTAKES }));
        this.skipping = true;
      }
      yield token;
    }
    if (this.skipping || this.parser.stack.length <= MAX_YAML_DEPTH) return;
    this.report('too-deep', phrase('syntax.levels-rest', { most: MAX_YAML_DEPTH }));
    this.skipping = true;
    yield* this.parser.end();
  }

  /** A quoted scalar of several lines that only the text's end has ended. */
  private takesTheRest(scalar: string): boolean {
    const quote = scalar[0];
    if ((quote !== '"' && quote !== "'") || !scalar.includes('\n')) return false;
    return this.parser.offset + scalar.length >= this.source.text.length && scalar.at(-1) !== quote;
  }

  private keepComment(lexeme: string): void {
    this.comments.push(span(this.parser.offset, this.parser.offset + lexeme.length));
  }

  /** In a block scalar, such as a script, the comments are those of its language; mostly they look the same. */
  private keepScriptComments(scalar: string, marker: string): void {
    if (scalar[0] === '"' || scalar[0] === "'") return;
    for (const { 0: comment, index } of scalar.matchAll(/(?<!\S)#[^\r\n]*/g)) {
      const start = this.parser.offset + index;
      if (comment.includes(marker)) this.comments.push(span(start, start + comment.length));
    }
  }

  private report(code: ProblemCode, message: Phrase): void {
    if (this.problems.some(problem => problem.code === code)) return;
    const { offset } = this.parser;
    const place = span(offset, Math.min(offset + 1, this.source.text.length));
    this.problems.push({ code, path: this.source.path, span: place, message });
  }
}

/**
 * The lexer gives a quoted scalar that is not closed all the rest of the text. With a quote behind the text, which
 * nothing else sees, it ends the scalar where the indentation does.
 */
const CLOSING_QUOTES = `\n"\n'`;

/** What the library's lexer emits besides slices of the text (https://eemeli.org/yaml/#lexer). */
const SCALAR = '\u001f';
const CONTROL_LEXEMES = new Set([SCALAR, '\u0002', '\u0018']);
const DOCUMENT_START = '---';
