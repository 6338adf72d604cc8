import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import type { InterpolatedText } from '../interpolation.ts';
import type { CodeDialect, Interpolation, StringStyle } from './dialect.ts';
import type { CodeGroup, CodeNode } from './node.ts';
import { interpolated, readString } from './string.ts';

/** A program text as nested tokens. */
export interface CodeFile {
  readonly nodes: readonly CodeNode[];
  /** Comments with their delimiters. */
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a build script for its declarations: words, strings, brackets. Nothing is run and no grammar is enforced, so
 * that any text gives what can be seen in it. Never throws.
 */
export function parseCode(source: Source, dialect: CodeDialect): CodeFile {
  return new CodeReader(source, dialect).read();
}

/** Deeper than any build script. */
const MAX_DEPTH = 100;

/** A here-document whose lines follow. */
interface Heredoc {
  readonly name: string;
  readonly isLiteral: boolean;
  text: InterpolatedText;
}

interface OpenGroup {
  readonly open: CodeGroup['open'];
  readonly start: number;
  readonly nodes: CodeNode[];
}

class CodeReader {
  private readonly path: string;
  private readonly text: string;
  private readonly dialect: CodeDialect;
  private readonly word: RegExp;
  private position = 0;
  private readonly outermost: CodeNode[] = [];
  private nodes: CodeNode[] = this.outermost;
  private readonly open: OpenGroup[] = [];
  private tooDeep: Problem | undefined;
  private unclosed: Problem | undefined;
  private readonly comments: Span[] = [];
  private heredocs: Heredoc[] = [];

  constructor({ path, text }: Source, dialect: CodeDialect) {
    this.path = path;
    this.text = text;
    this.dialect = dialect;
    this.word = new RegExp(`[\\p{L}_\\p{N}$@][\\p{L}\\p{N}_$${dialect.nameCharacters ?? ''}]*`, 'uy');
  }

  read(): CodeFile {
    while (this.position < this.text.length) this.readNext();
    const innermost = this.open.at(-1);
    if (innermost && !this.tooDeep) {
      const message = phrase('syntax.unclosed', { opening: innermost.open });
      this.unclosed ??= this.problem('syntax-error', span(innermost.start, innermost.start + 1), message);
    }
    while (this.open.length > 0) this.close(this.text.length);
    const problems = [this.tooDeep, this.unclosed].filter(problem => problem !== undefined);
    return { nodes: this.outermost, comments: this.comments, problems };
  }

  private readNext(): void {
    const character = this.text.charAt(this.position);
    if (character === '\n') this.readLineBreak();
    else if (character === ' ' || character === '\t' || character === '\r') this.position++;
    else if (this.skipComment() || this.readText() || this.readWord()) return;
    else this.readMark(character);
  }

  private readLineBreak(): void {
    if (this.skipComment()) return;
    const start = this.position;
    this.nodes.push({ kind: 'break', span: span(start, start + 1) });
    this.position++;
    for (const heredoc of this.heredocs) this.readHeredoc(heredoc);
    this.heredocs = [];
  }

  private skipComment(): boolean {
    const { text, position, dialect } = this;
    if (dialect.lineComments.some(mark => text.startsWith(mark, position))) {
      const end = this.lineEnd(position);
      this.comments.push(span(position, end));
      this.position = end;
      return true;
    }
    const block = dialect.blockComments.find(([begin]) => text.startsWith(begin, position));
    if (!block) return false;
    const found = text.indexOf(block[1], position + block[0].length);
    this.position = found < 0 ? text.length : found + block[1].length;
    this.comments.push(span(position, this.position));
    return true;
  }

  private readText(): boolean {
    const style = this.dialect.strings.find(({ quote }) => this.text.startsWith(quote, this.position));
    if (!style) return false;
    this.addString(style, style.interpolation);
    return true;
  }

  private addString(style: StringStyle, interpolation: Interpolation): void {
    const { isClosed, ...node } = readString(this.text, this.position, style, interpolation);
    // One quote alone may be part of a pattern, which is not told apart here.
    if (!isClosed && style.multiline) {
      const place = span(node.span.start, Math.min(node.span.start + style.quote.length, this.text.length));
      this.unclosed ??= this.problem('syntax-error', place, phrase('syntax.string-unclosed'));
    }
    this.nodes.push(node);
    this.position = node.span.end;
  }

  private readWord(): boolean {
    this.word.lastIndex = this.position;
    const text = this.word.exec(this.text)?.[0];
    if (text === undefined) return false;
    const start = this.position;
    this.position += text.length;
    const interpolation = this.dialect.prefixes?.get(text.toLowerCase());
    const style =
      interpolation && this.dialect.strings.find(({ quote }) => this.text.startsWith(quote, this.position));
    if (interpolation && style) this.addString(style, interpolation);
    else this.nodes.push({ kind: 'word', text, span: span(start, this.position) });
    return true;
  }

  private readMark(character: string): void {
    const start = this.position;
    if (this.dialect.heredocs && this.readHeredocStart()) return;
    this.position++;
    if (character === '(' || character === '[' || character === '{') this.begin(character, start);
    else if (character === ')' || character === ']' || character === '}') this.endGroup(character);
    else if (character === ';') this.nodes.push({ kind: 'break', span: span(start, start + 1) });
    else this.nodes.push({ kind: 'mark', text: character, span: span(start, start + 1) });
  }

  private begin(open: CodeGroup['open'], start: number): void {
    if (this.open.length >= MAX_DEPTH) {
      const message = phrase('syntax.brackets-deep');
      this.tooDeep ??= this.problem('too-deep', span(start, start + 1), message);
      return;
    }
    this.open.push({ open, start, nodes: [] });
    this.nodes = this.open.at(-1)?.nodes ?? this.outermost;
  }

  /** A bracket that closes nothing is ignored; one that closes something further out closes what is in it too. */
  private endGroup(character: string): void {
    const wanted = OPENING.get(character);
    const opened = this.open.findLastIndex(group => group.open === wanted);
    if (opened < 0) return;
    while (this.open.length > opened + 1) this.close(this.position - 1);
    this.close(this.position);
  }

  private close(end: number): void {
    const group = this.open.pop();
    if (!group) return;
    this.nodes = this.open.at(-1)?.nodes ?? this.outermost;
    this.nodes.push({ kind: 'group', open: group.open, nodes: group.nodes, span: span(group.start, end) });
  }

  /** `<<~NAME`: the text follows on the next line. */
  private readHeredocStart(): boolean {
    HEREDOC.lastIndex = this.position;
    const match = HEREDOC.exec(this.text);
    if (!match) return false;
    const [whole, quote = '', name = ''] = match;
    const place = span(this.position, this.position + whole.length);
    const heredoc: Heredoc = { name, isLiteral: quote === "'", text: { span: place, parts: [] } };
    this.position = place.end;
    this.heredocs.push(heredoc);
    if (this.dialect.heredocs === 'strings') {
      // What it holds is known when its lines have been read.
      this.nodes.push({
        kind: 'string',
        span: place,
        get text() {
          return heredoc.text;
        },
      });
    }
    return true;
  }

  private readHeredoc(heredoc: Heredoc): void {
    const content = this.position;
    while (this.position < this.text.length) {
      const start = this.position;
      const end = this.lineEnd(start);
      this.position = Math.min(end + 1, this.text.length);
      const isEnd = this.text.slice(start, end).trim() === heredoc.name;
      if (!isEnd && this.position < this.text.length) continue;
      const interpolation = heredoc.isLiteral ? 'none' : 'hash';
      heredoc.text = interpolated(this.text, content, isEnd ? start : end, false, interpolation);
      return;
    }
  }

  private lineEnd(from: number): number {
    LINE_END.lastIndex = from;
    return LINE_END.exec(this.text)?.index ?? this.text.length;
  }

  private problem(code: Problem['code'], place: Span, message: Phrase): Problem {
    return { code, path: this.path, span: place, message };
  }
}

const OPENING = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

const HEREDOC = /<<[-~](["']?)([A-Z_][A-Z0-9_]*)["']?/y;
const LINE_END = /[\r\n]|$/g;
