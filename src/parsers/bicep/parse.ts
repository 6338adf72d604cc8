import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { phrase } from '../../words/phrase.ts';
import { ExpressionReader } from './expression.ts';
import { BicepScanner } from './scanner.ts';
import { readString } from './string.ts';
import type { BicepCall, BicepDeclaration, BicepFile, BicepName, BicepString } from './tree.ts';

/**
 * Reads a Bicep file or a file of parameters
 * (https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/file). What cannot be understood is passed over
 * and the reading goes on with the next line; nesting is bounded. Never throws.
 */
export function parseBicep(source: Source): BicepFile {
  return new FileReader(source).read();
}

class FileReader {
  private readonly source: Source;
  private readonly scanner: BicepScanner;
  private readonly expressions: ExpressionReader;
  private readonly problems: Problem[] = [];

  constructor(source: Source) {
    this.source = source;
    const input = { text: source.text, span: { start: 0, end: source.text.length } };
    this.scanner = new BicepScanner(input, 'bicep');
    this.expressions = new ExpressionReader(this.scanner, () => this.readDeclaration());
  }

  read(): BicepFile {
    const { scanner } = this;
    const declarations: BicepDeclaration[] = [];
    for (;;) {
      scanner.skipSpaceAndLines();
      if (scanner.isAtEnd) break;
      const before = scanner.position;
      const declaration = this.readDeclaration();
      if (declaration.keyword !== '') declarations.push(declaration);
      this.endStatement(before);
    }
    return { declarations, comments: scanner.comments, problems: this.problems };
  }

  /** Something is left on the line: it is not understood. */
  private endStatement(start: number): void {
    const { scanner } = this;
    scanner.skipSpace();
    if (scanner.isAtEnd || scanner.isLineBreak()) return;
    if (this.problems.length === 0) {
      const place = scanner.spanFrom(scanner.position, scanner.position + 1);
      const message = phrase('syntax.bicep');
      this.problems.push({ code: 'syntax-error', path: this.source.path, span: place, message });
    }
    scanner.skipLine();
    if (scanner.position === start) scanner.position++;
  }

  private readDeclaration(): BicepDeclaration {
    const { scanner } = this;
    const decorators = this.readDecorators();
    const start = scanner.position;
    const keyword = scanner.takeWord()?.text ?? '';
    const name = NAMED.has(keyword) ? this.readName() : undefined;
    const target = this.readTarget();
    const isExisting = keyword === 'resource' && this.readExisting();
    if (TYPED.has(keyword)) this.skipType();
    const value = !UNREAD.has(keyword) && this.hasValue() ? this.expressions.readBody() : undefined;
    if (UNREAD.has(keyword)) this.skipRest('');
    return {
      keyword,
      ...(name && { name }),
      ...(target && { target }),
      isExisting,
      ...(value && { value }),
      decorators,
      span: scanner.spanFrom(start),
    };
  }

  private readDecorators(): BicepCall[] {
    const { scanner } = this;
    const decorators: BicepCall[] = [];
    while (scanner.startsWith('@')) {
      scanner.position++;
      const call = this.expressions.read();
      if (call.type === 'call') decorators.push(call);
      scanner.skipSpaceAndLines();
    }
    return decorators;
  }

  private readName(): BicepName | undefined {
    const word = this.scanner.takeWord();
    return word && { type: 'name', name: word.text, span: word.span };
  }

  private readTarget(): BicepString | undefined {
    this.scanner.skipSpace();
    return this.scanner.startsWith("'") ? readString(this.scanner, () => this.expressions.read()) : undefined;
  }

  private readExisting(): boolean {
    const { scanner } = this;
    scanner.skipSpace();
    if (!scanner.startsWith('existing')) return false;
    scanner.takeWord();
    return true;
  }

  /** A type is a name, a union of literals, or an object type over several lines. */
  private skipType(): void {
    this.skipRest('=');
  }

  /** Passes over the rest of the statement, with what is in brackets on further lines, or up to a mark. */
  private skipRest(mark: string): void {
    const { scanner } = this;
    for (;;) {
      scanner.skipSpace();
      if (scanner.isLineBreak()) this.skipToAlternative();
      if (scanner.isAtEnd || scanner.isLineBreak() || (mark !== '' && scanner.startsWith(mark))) return;
      const before = scanner.position;
      if (scanner.take('=>')) scanner.skipSpaceAndLines();
      else if (/['([{]/.test(scanner.text.charAt(before))) this.expressions.read();
      if (scanner.position === before) scanner.position++;
    }
  }

  /** A type's alternatives can stand on lines of their own: `| 'b'`. */
  private skipToAlternative(): void {
    const { scanner } = this;
    const before = scanner.position;
    scanner.skipSpaceAndLines();
    if (!scanner.startsWith('|')) scanner.position = before;
  }

  private hasValue(): boolean {
    const { scanner } = this;
    if (!scanner.take('=')) return false;
    scanner.skipSpace();
    return !scanner.isAtEnd && !scanner.isLineBreak();
  }
}

/** The statements that can say what type something is. */
const TYPED = new Set(['param', 'var', 'output']);

/** The statements that say nothing of what is deployed where. */
const UNREAD = new Set(['type', 'func', 'assert', 'test', 'import', 'extension', 'provider', 'metadata']);

/** The statements that give something a name. */
const NAMED = new Set([
  'param',
  'var',
  'resource',
  'module',
  'output',
  'metadata',
  'type',
  'func',
  'assert',
  'test',
]);
