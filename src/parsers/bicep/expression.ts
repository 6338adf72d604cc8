import { span } from '../../text/span.ts';
import type { PlacedText } from '../placed-text.ts';
import { type ReadDeclaration, readObject } from './object.ts';
import type { BicepDialect } from './scanner.ts';
import { BicepScanner } from './scanner.ts';
import { readString } from './string.ts';
import type { BicepCall, BicepExpression, BicepLoop, BicepString } from './tree.ts';

/** Deeper than any template. */
const MAX_DEPTH = 100;

/** The expression that `input` is, from its beginning on. Never throws. */
export function parseBicepExpression(input: PlacedText, dialect: BicepDialect): BicepExpression {
  return new ExpressionReader(new BicepScanner(input, dialect)).read();
}

/**
 * Reads expressions (https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/operators) as far as they
 * can name something: what operators compute is left open.
 */
export class ExpressionReader {
  private readonly scanner: BicepScanner;
  private readonly readDeclaration: ReadDeclaration | undefined;

  constructor(scanner: BicepScanner, readDeclaration?: ReadDeclaration) {
    this.scanner = scanner;
    this.readDeclaration = readDeclaration;
  }

  read(): BicepExpression {
    const { scanner } = this;
    if (scanner.depth >= MAX_DEPTH) {
      const start = scanner.position;
      scanner.position = scanner.text.length;
      return { type: 'other', parts: [], span: scanner.spanFrom(start, start) };
    }
    scanner.depth++;
    const expression = this.readConditional();
    scanner.depth--;
    return expression;
  }

  private readConditional(): BicepExpression {
    const { scanner } = this;
    scanner.skipSpace();
    const start = scanner.position;
    const condition = this.readOperands(start);
    if (!this.takeAcrossLines('?')) return condition;
    scanner.skipSpaceAndLines();
    const first = this.read();
    const second = this.takeAcrossLines(':') ? this.readOnNextLine() : undefined;
    return { type: 'choice', options: second ? [first, second] : [first], span: scanner.spanFrom(start) };
  }

  readOnNextLine(): BicepExpression {
    this.scanner.skipSpaceAndLines();
    return this.read();
  }

  private takeAcrossLines(mark: string): boolean {
    const { scanner } = this;
    const before = scanner.position;
    scanner.skipSpaceAndLines();
    if (scanner.startsWith(mark)) {
      scanner.position += mark.length;
      return true;
    }
    scanner.position = before;
    return false;
  }

  private readOperands(start: number): BicepExpression {
    const { scanner } = this;
    const operands = [this.readUnary()];
    let isCoalesce = true;
    for (let operator = this.takeOperator(); operator !== undefined; operator = this.takeOperator()) {
      isCoalesce &&= operator === '??';
      scanner.skipSpaceAndLines();
      operands.push(this.readUnary());
    }
    const [only] = operands;
    if (only && operands.length === 1) return only;
    const place = scanner.spanFrom(start);
    return isCoalesce
      ? { type: 'choice', options: operands, span: place }
      : { type: 'other', parts: operands, span: place };
  }

  private takeOperator(): string | undefined {
    const { scanner } = this;
    scanner.skipSpace();
    OPERATOR.lastIndex = scanner.position;
    const operator = OPERATOR.exec(scanner.text)?.[0];
    if (operator !== undefined) scanner.position += operator.length;
    return operator;
  }

  private readUnary(): BicepExpression {
    const { scanner } = this;
    scanner.skipSpace();
    const start = scanner.position;
    while (scanner.take('!') || scanner.take('-') || scanner.take('...')) scanner.skipSpace();
    const isChanged = scanner.position > start && !scanner.text.startsWith('...', start);
    const operand = this.readSteps(this.readPrimary());
    return isChanged ? { type: 'other', parts: [operand], span: scanner.spanFrom(start) } : operand;
  }

  private readPrimary(): BicepExpression {
    const { scanner } = this;
    scanner.skipSpace();
    const start = scanner.position;
    if (scanner.startsWith("'") || scanner.startsWith("$'''"))
      return readString(scanner, () => this.readOnNextLine());
    if (scanner.startsWith('{')) return readObject(scanner, this, this.readDeclaration);
    if (scanner.startsWith('[')) return this.readList();
    if (scanner.startsWith('(')) return this.readGroup();
    const word = scanner.takeWord();
    if (!word) return this.readOther(start);
    if (scanner.startsWith('(')) return this.readCall(word.text, start);
    if (/^(?:true|false|null)$/.test(word.text)) return { type: 'other', parts: [], span: word.span };
    if (scanner.take('=>')) return this.readOnNextLine();
    return { type: 'name', name: word.text, span: word.span };
  }

  /** A number, or something that is no expression; the latter is passed over unless it ends one. */
  private readOther(start: number): BicepExpression {
    const { scanner } = this;
    NUMBER.lastIndex = start;
    scanner.position += NUMBER.exec(scanner.text)?.[0].length ?? 0;
    return { type: 'other', parts: [], span: scanner.spanFrom(start) };
  }

  private readSteps(primary: BicepExpression): BicepExpression {
    let at = primary;
    for (let next = this.readStep(at); next; next = this.readStep(at)) at = next;
    return at;
  }

  /** `.key`, `.?key`, `.method()`, `::resource`, `[key]`, `!`; nothing when the expression ends here. */
  private readStep(object: BicepExpression): BicepExpression | undefined {
    const { scanner } = this;
    const start = scanner.position;
    STEP.lastIndex = start;
    const mark = STEP.exec(scanner.text)?.[0];
    if (mark === undefined) return undefined;
    scanner.position += mark.length;
    if (mark === '!') return object;
    if (mark.startsWith('[')) {
      const key = this.readOnNextLine();
      this.takeAcrossLines(']');
      return this.member(object, key);
    }
    const word = scanner.takeWord();
    if (!word) return undefined;
    // `az.resourceGroup()`, `account.listKeys()`
    if (scanner.startsWith('(')) return this.readCall(word.text, start);
    return this.member(object, nameAsText(word));
  }

  private member(object: BicepExpression, key: BicepExpression): BicepExpression {
    const { start } = object.span;
    const { end } = this.scanner.spanFrom(this.scanner.position);
    return { type: 'member', object, key, span: span(start, Math.max(start, end)) };
  }

  private readCall(name: string, start: number): BicepCall {
    const { scanner } = this;
    scanner.position++;
    const inputs = this.readUntil(')');
    return { type: 'call', name, arguments: inputs, span: scanner.spanFrom(start) };
  }

  /** `(a)`, or the names of a lambda: `(a, b) => c`. */
  private readGroup(): BicepExpression {
    const { scanner } = this;
    const start = scanner.position;
    scanner.position++;
    const inner = this.readUntil(')');
    if (scanner.take('=>')) return this.readOnNextLine();
    const [only] = inner;
    return only && inner.length === 1 ? only : { type: 'other', parts: inner, span: scanner.spanFrom(start) };
  }

  private readList(): BicepExpression {
    const { scanner } = this;
    const start = scanner.position;
    scanner.position++;
    scanner.skipSpaceAndLines();
    LOOP.lastIndex = scanner.position;
    const loop = LOOP.exec(scanner.text);
    if (loop) return this.readLoop(loop, start);
    const items = this.readUntil(']');
    return { type: 'list', items, span: scanner.spanFrom(start) };
  }

  private readLoop(loop: RegExpExecArray, start: number): BicepLoop {
    const { scanner } = this;
    scanner.position += loop[0].length;
    const items = this.readOnNextLine();
    this.takeAcrossLines(':');
    scanner.skipSpaceAndLines();
    const body = this.readBody();
    this.takeAcrossLines(']');
    return { type: 'loop', variable: loop[1] ?? loop[2] ?? '', items, body, span: scanner.spanFrom(start) };
  }

  /** What is deployed: an object, perhaps only `if` something holds. */
  readBody(): BicepExpression {
    const { scanner } = this;
    scanner.skipSpace();
    if (/^if\s*\(/.test(scanner.text.slice(scanner.position, scanner.position + 20))) {
      scanner.takeWord();
      scanner.skipSpace();
      this.readGroup();
      scanner.skipSpaceAndLines();
    }
    return this.read();
  }

  /** Expressions between commas or line breaks, up to `close`. */
  private readUntil(close: string): BicepExpression[] {
    const { scanner } = this;
    const items: BicepExpression[] = [];
    for (;;) {
      scanner.skipSpaceAndLines();
      while (scanner.startsWith(',')) {
        scanner.position++;
        scanner.skipSpaceAndLines();
      }
      if (scanner.isAtEnd || scanner.take(close)) return items;
      // What closes something further out ends this too.
      if (/[)\]}]/.test(scanner.text.charAt(scanner.position))) return items;
      const before = scanner.position;
      items.push(this.read());
      if (scanner.position === before) scanner.position++;
    }
  }
}

/** A key that is written as a name is a text. */
function nameAsText(word: PlacedText): BicepString {
  return { type: 'string', parts: [{ type: 'text', text: word }], span: word.span };
}

const OPERATOR = /\?\?|&&|\|\||[=!]=|[=!]~|<=|>=|[<>+*/%]|-(?!\s*$)/y;
const STEP = /\.\?|\.(?!\.)|::|\[\??|!(?![=~])/y;
const NUMBER = /\d+/y;
const LOOP = /for\s+(?:([A-Za-z_]\w*)|\(\s*([A-Za-z_]\w*)\s*,\s*[A-Za-z_]\w*\s*\))\s+in\b/y;
