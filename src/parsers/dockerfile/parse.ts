import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { phrase } from '../../words/phrase.ts';
import { LastLines } from '../last-lines.ts';
import { type PlacedText, PlacedTextBuilder, placedSlice, slicePlaced } from '../placed-text.ts';
import { readDirectives } from './directives.ts';
import { heredocHeaders } from './heredocs.ts';

/** A Dockerfile, line by line (https://docs.docker.com/reference/dockerfile/). */
export interface Dockerfile {
  readonly directives: readonly DockerDirective[];
  readonly instructions: readonly DockerInstruction[];
  /** From `#` to the line's end; directives are none. */
  readonly comments: readonly Span[];
  /** The escape character, which also continues lines. */
  readonly escape: '\\' | '`';
  readonly problems: readonly Problem[];
}

/** `# name=value` at the top of the file. */
export interface DockerDirective {
  /** Lower case. */
  readonly name: string;
  readonly value: PlacedText;
}

export interface DockerInstruction {
  /** Upper case; of `ONBUILD RUN …` it is `RUN`. */
  readonly keyword: string;
  /** What follows the keyword, its lines joined and comments between them left out. */
  readonly arguments: PlacedText;
  readonly heredocs: readonly DockerHeredoc[];
  /** From the keyword to the end of the last line. */
  readonly span: Span;
}

export interface DockerHeredoc {
  readonly body: PlacedText;
  readonly delimiter: string;
  /** The delimiter was quoted: variables are not replaced. */
  readonly isLiteral: boolean;
}

/**
 * Reads a Dockerfile. A line that is no instruction is left out, with one `syntax-error` for the first. Never throws,
 * linear in the text's length.
 */
export function parseDockerfile(source: Source): Dockerfile {
  return new DockerfileReader(source).read();
}

const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

class DockerfileReader {
  private readonly source: Source;
  private readonly text: string;
  private readonly instructions: DockerInstruction[] = [];
  private readonly comments: Span[] = [];
  private readonly problems: Problem[] = [];
  private escape: '\\' | '`' = '\\';
  private lastLines: LastLines | undefined;
  private position = 0;

  constructor(source: Source) {
    this.source = source;
    this.text = source.text;
  }

  read(): Dockerfile {
    const { directives, end } = readDirectives(this.text);
    this.position = end;
    if (directives.some(({ name, value }) => name === 'escape' && value.text === '`')) this.escape = '`';
    while (this.position < this.text.length) this.readLine();
    return {
      directives,
      instructions: this.instructions,
      comments: this.comments,
      escape: this.escape,
      problems: this.problems,
    };
  }

  private readLine(): void {
    const line = this.nextLine();
    if (this.isBlankOrComment(line)) return;
    const start = firstNonBlank(this.text, line);
    const { joined, end } = this.joinLines(span(start, line.end));
    this.addInstruction(joined, span(start, end));
  }

  /** The line at the position, without its end; moves on to the next one. */
  private nextLine(): Span {
    const start = this.position;
    const lineFeed = this.text.indexOf('\n', start);
    this.position = lineFeed < 0 ? this.text.length : lineFeed + 1;
    const end = lineFeed < 0 ? this.text.length : lineFeed;
    return span(start, end > start && this.text[end - 1] === '\r' ? end - 1 : end);
  }

  private isBlankOrComment(line: Span): boolean {
    const start = firstNonBlank(this.text, line);
    if (start < line.end && this.text[start] !== '#') return false;
    if (start < line.end) this.comments.push(span(start, line.end));
    return true;
  }

  /** A line that ends with the escape character goes on with the next one that is neither empty nor a comment. */
  private joinLines(first: Span): { readonly joined: PlacedText; readonly end: number } {
    const builder = new PlacedTextBuilder();
    let line = first;
    let end = first.end;
    for (;;) {
      const continues = this.continuation(line);
      const content = span(line.start, continues ?? line.end);
      builder.append(this.text.slice(content.start, content.end), content);
      end = content.end;
      if (continues === undefined) break;
      const next = this.nextContentLine();
      if (!next) break;
      line = next;
    }
    return { joined: builder.build(span(first.start, end)), end };
  }

  private nextContentLine(): Span | undefined {
    while (this.position < this.text.length) {
      const line = this.nextLine();
      if (!this.isBlankOrComment(line)) return line;
    }
    return undefined;
  }

  /** Where the escape character stands that continues the line. Two of them are one that is escaped. */
  private continuation(line: Span): number | undefined {
    let end = line.end;
    while (end > line.start && isBlank(this.text, end - 1)) end--;
    if (end === line.start || this.text[end - 1] !== this.escape) return undefined;
    return this.text[end - 2] === this.escape && end - 2 >= line.start ? undefined : end - 1;
  }

  private addInstruction(joined: PlacedText, place: Span): void {
    const written = splitKeyword(joined);
    const { keyword, rest } = written.keyword === 'ONBUILD' ? splitKeyword(written.rest) : written;
    if (!KEYWORDS.has(keyword)) {
      this.reportUnknown(span(place.start, place.start + Math.max(written.keyword.length, 1)));
      return;
    }
    const heredocs = HEREDOC_KEYWORDS.has(keyword) ? this.readHeredocs(rest.text) : [];
    const end = heredocs.length > 0 ? this.position : place.end;
    this.instructions.push({ keyword, arguments: rest, heredocs, span: span(place.start, end) });
  }

  private readHeredocs(header: string): DockerHeredoc[] {
    const heredocs: DockerHeredoc[] = [];
    for (const { delimiter, isLiteral } of heredocHeaders(header)) {
      this.lastLines ??= new LastLines(this.text);
      // Without an end it would take in the rest of the file.
      if (this.lastLines.startOf(delimiter) < this.position) continue;
      const { bodyEnd, end } = this.lastLines.findLine(delimiter, this.position);
      heredocs.push({ body: placedSlice(this.text, span(this.position, bodyEnd)), delimiter, isLiteral });
      this.position = end;
    }
    return heredocs;
  }

  private reportUnknown(place: Span): void {
    if (this.problems.length > 0) return;
    const message = phrase('syntax.dockerfile');
    this.problems.push({
      code: 'syntax-error',
      path: this.source.path,
      span: span(place.start, Math.min(place.end, this.text.length)),
      message,
    });
  }
}

const HEREDOC_KEYWORDS = new Set(['RUN', 'COPY', 'ADD']);

function firstNonBlank(text: string, line: Span): number {
  let start = line.start;
  while (start < line.end && isBlank(text, start)) start++;
  return start;
}

function isBlank(text: string, offset: number): boolean {
  const character = text[offset];
  return character === ' ' || character === '\t' || character === '\r';
}

function splitKeyword(line: PlacedText): { readonly keyword: string; readonly rest: PlacedText } {
  const match = /^[ \t]*(\S*)[ \t]*/.exec(line.text);
  const start = match?.[0].length ?? 0;
  return { keyword: (match?.[1] ?? '').toUpperCase(), rest: slicePlaced(line, start, line.text.length) };
}
