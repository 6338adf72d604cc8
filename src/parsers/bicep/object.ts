import type { BicepScanner } from './scanner.ts';
import { readString } from './string.ts';
import type { BicepDeclaration, BicepEntry, BicepExpression } from './tree.ts';

/** Reads a resource that is declared inside of another one. */
export type ReadDeclaration = (scanner: BicepScanner) => BicepDeclaration;

/** Reads what the entries of an object hold, from where the scanner is. */
interface ValueReader {
  read(): BicepExpression;
  readBody(): BicepExpression;
  readOnNextLine(): BicepExpression;
}

/** The object that begins at the scanner's place. Never throws: what is half typed is passed over. */
export function readObject(
  scanner: BicepScanner,
  values: ValueReader,
  readDeclaration: ReadDeclaration | undefined,
): BicepExpression {
  const start = scanner.position;
  scanner.position++;
  const entries: BicepEntry[] = [];
  const resources: BicepDeclaration[] = [];
  for (;;) {
    scanner.skipSpaceAndLines();
    if (scanner.isAtEnd || scanner.take('}') || scanner.startsWith(']') || scanner.startsWith(')')) break;
    const before = scanner.position;
    if (scanner.take('@')) values.read();
    else if (scanner.take('...')) entries.push(readSpread(scanner, values, before));
    else if (readDeclaration && NESTED.test(scanner.text.slice(before, before + 300)))
      resources.push(readDeclaration(scanner));
    else entries.push(...readEntry(scanner, values));
    if (scanner.position === before) scanner.position++;
  }
  return { type: 'object', entries, resources, span: scanner.spanFrom(start) };
}

function readEntry(scanner: BicepScanner, values: ValueReader): BicepEntry[] {
  const start = scanner.position;
  // `*: type` in the type of an object.
  const word = scanner.take('*') ? { text: '*', span: scanner.spanFrom(start) } : scanner.takeWord();
  const quoted =
    !word && scanner.startsWith("'") ? readString(scanner, () => values.readOnNextLine()) : undefined;
  const key = word?.text ?? quoted?.parts.map(part => (part.type === 'text' ? part.text.text : '')).join('');
  const keySpan = word?.span ?? quoted?.span;
  if (!scanner.take(':') || key === undefined || !keySpan) {
    skipEntry(scanner);
    return [];
  }
  const value = values.readBody();
  scanner.take(',');
  return [{ key, keySpan, value }];
}

/** `...other`: what is in it has no name here. */
function readSpread(scanner: BicepScanner, values: ValueReader, start: number): BicepEntry {
  const value = values.read();
  scanner.take(',');
  return { key: '', keySpan: scanner.spanFrom(start, start), value };
}

/** Half typed: passed over up to the line's end or what closes the object. */
function skipEntry(scanner: BicepScanner): void {
  while (!scanner.isAtEnd && !scanner.isLineBreak() && !/[},]/.test(scanner.text.charAt(scanner.position)))
    scanner.position++;
  scanner.take(',');
}

const NESTED = /^(?:@[\w.]+\([^\n]*\)[ \t\r]*\n\s*)*resource[ \t]+[A-Za-z_]\w*[ \t]+'/;
