import type { PlacedText } from '../placed-text.ts';
import { PlacedTextBuilder } from '../placed-text.ts';
import type { BicepScanner } from './scanner.ts';
import type { BicepExpression, BicepString, BicepStringPart } from './tree.ts';

/** Reads the expression that begins where the scanner stands. */
export type ReadInner = (scanner: BicepScanner) => BicepExpression;

/**
 * The string that begins at the scanner's quote: `'…'`, `'''…'''` or `$'''…'''`
 * (https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/data-types#strings). One that is not closed
 * ends with its line, a verbatim one with the text.
 */
export function readString(scanner: BicepScanner, readInner: ReadInner): BicepString {
  const interpolated = scanner.startsWith("$'''");
  if (interpolated) scanner.position++;
  if (scanner.dialect === 'bicep' && scanner.startsWith("'''"))
    return readContents(scanner, "'''", interpolated, readInner);
  return readContents(scanner, "'", scanner.dialect === 'bicep', readInner);
}

function readContents(
  scanner: BicepScanner,
  quote: string,
  interpolated: boolean,
  readInner: ReadInner,
): BicepString {
  scanner.position += quote.length;
  const isVerbatim = quote.length > 1;
  // The first line break of a verbatim string is not part of it.
  if (isVerbatim)
    scanner.position +=
      /^\r?\n/.exec(scanner.text.slice(scanner.position, scanner.position + 2))?.[0].length ?? 0;
  const start = scanner.position;
  const collector = new PartCollector(scanner);
  while (!scanner.isAtEnd && !scanner.startsWith(quote)) {
    if (!isVerbatim && scanner.isLineBreak() && scanner.dialect === 'bicep') break;
    if (interpolated && scanner.startsWith('${')) collector.addExpression(readInner);
    else collector.addCharacter(isVerbatim);
    if (scanner.dialect === 'arm' && scanner.startsWith("''")) collector.addEscape("'", 2);
  }
  const end = scanner.position;
  const parts = collector.finish();
  if (scanner.startsWith(quote)) scanner.position += quote.length;
  return { type: 'string', parts, span: scanner.spanFrom(start, end) };
}

/** Texts and expressions in order. */
class PartCollector {
  private readonly scanner: BicepScanner;
  private readonly parts: BicepStringPart[] = [];
  private builder = new PlacedTextBuilder();
  private textStart = 0;
  private textEnd = 0;
  /** Where the text begins that is taken as it is. */
  private runStart: number | undefined;

  constructor(scanner: BicepScanner) {
    this.scanner = scanner;
  }

  addCharacter(isVerbatim: boolean): void {
    const { scanner } = this;
    const escaped = !isVerbatim && scanner.dialect === 'bicep' ? escapeAt(scanner) : undefined;
    if (escaped) this.addEscape(escaped.decoded, escaped.length);
    else {
      this.begin();
      this.runStart ??= scanner.position;
      scanner.position++;
    }
  }

  addEscape(decoded: string, length: number): void {
    this.endRun();
    this.begin();
    const { scanner } = this;
    this.builder.append(decoded, scanner.spanFrom(scanner.position, scanner.position + length));
    scanner.position += length;
    this.textEnd = scanner.position;
  }

  addExpression(readInner: ReadInner): void {
    this.flush();
    const { scanner } = this;
    const start = scanner.position;
    scanner.position += 2;
    const expression = readInner(scanner);
    scanner.skipSpaceAndLines();
    if (scanner.startsWith('}')) scanner.position++;
    this.parts.push({ type: 'expression', expression, span: scanner.spanFrom(start) });
  }

  finish(): readonly BicepStringPart[] {
    this.flush();
    return this.parts;
  }

  private begin(): void {
    if (this.builder.length === 0 && this.runStart === undefined) this.textStart = this.scanner.position;
  }

  private endRun(): void {
    if (this.runStart === undefined) return;
    this.textEnd = this.scanner.position;
    this.builder.appendSlice(this.scanner.input, this.runStart, this.textEnd);
    this.runStart = undefined;
  }

  private flush(): void {
    this.endRun();
    if (this.builder.length === 0) return;
    const text: PlacedText = this.builder.build(this.scanner.spanFrom(this.textStart, this.textEnd));
    this.parts.push({ type: 'text', text });
    this.builder = new PlacedTextBuilder();
  }
}

/** https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/data-types#strings */
function escapeAt({ text, position }: BicepScanner) {
  if (text[position] !== '\\') return undefined;
  const unicode = /^\\u\{([0-9a-fA-F]{1,6})\}/.exec(text.slice(position, position + 12));
  if (unicode) {
    const code = Number.parseInt(unicode[1] ?? '', 16);
    return { decoded: code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code), length: unicode[0].length };
  }
  const next = text[position + 1];
  if (next === undefined || next === '\n' || next === '\r') return undefined;
  return { decoded: ESCAPES[next] ?? next, length: 2 };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
