import { span } from '../../text/span.ts';
import { InterpolationBuilder } from '../interpolation.ts';
import { placedSlice } from '../placed-text.ts';
import type { Interpolation, StringStyle } from './dialect.ts';
import type { CodeString } from './node.ts';

/**
 * Reads the string that begins at `start` with the quote of `style`. A string that is not closed ends with its line,
 * one of several lines with the text.
 * @param contentEnd where to stop at the latest.
 */
export function readString(
  text: string,
  start: number,
  style: StringStyle,
  interpolation: Interpolation,
): CodeString & { readonly isClosed: boolean } {
  const content = start + style.quote.length;
  const found = endOfString(text, content, style);
  const end = found.isClosed ? found.end + style.quote.length : found.end;
  const value = interpolated(text, content, found.end, style.escapes, interpolation);
  return { kind: 'string', text: value, span: span(start, end), isClosed: found.isClosed };
}

function endOfString(
  text: string,
  from: number,
  { quote, multiline, escapes }: StringStyle,
): { readonly end: number; readonly isClosed: boolean } {
  let position = from;
  while (position < text.length) {
    const character = text[position];
    if (character === '\\' && escapes) position++;
    else if (!multiline && (character === '\n' || character === '\r')) break;
    else if (character === quote[0] && text.startsWith(quote, position))
      return { end: position, isClosed: true };
    position++;
  }
  return { end: Math.min(position, text.length), isClosed: false };
}

/** Text `start` to `end` with its variables; an escaped character stands for itself. */
export function interpolated(
  text: string,
  start: number,
  end: number,
  escapes: boolean,
  interpolation: Interpolation,
) {
  const input = placedSlice(text, span(start, end));
  const raw = input.text;
  const builder = new InterpolationBuilder(input);
  let runStart = 0;
  for (let position = 0; position < raw.length; ) {
    const variable = variableAt(raw, position, interpolation);
    if (variable) {
      builder.appendText(runStart, position);
      const place = span(start + position, start + variable.end);
      builder.appendVariable({
        type: 'variable',
        name: variable.name,
        operator: variable.name === '' ? 'other' : '',
        span: place,
      });
      position = variable.end;
      runStart = position;
    } else if (raw[position] === '\\' && escapes && position + 1 < raw.length) {
      builder.appendText(runStart, position);
      runStart = position + 1;
      position += 2;
    } else position++;
  }
  builder.appendText(runStart, raw.length);
  return builder.build(0, raw.length);
}

interface FoundVariable {
  /** Empty for more than a name. */
  readonly name: string;
  readonly end: number;
}

function variableAt(raw: string, position: number, interpolation: Interpolation): FoundVariable | undefined {
  const [open, close] = BRACKETS[interpolation];
  if (open !== '' && raw.startsWith(open, position)) return bracketed(raw, position + open.length, close);
  if (interpolation !== 'dollar' || raw[position] !== '$') return undefined;
  SIMPLE_NAME.lastIndex = position + 1;
  const name = SIMPLE_NAME.exec(raw)?.[0];
  return name === undefined ? undefined : { name, end: position + 1 + name.length };
}

const BRACKETS: Readonly<Record<Interpolation, readonly [open: string, close: string]>> = {
  none: ['', ''],
  dollar: ['${', '}'],
  hash: ['#{', '}'],
  parenthesis: ['\\(', ')'],
  brace: ['{', '}'],
};

const SIMPLE_NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;

/** Longer than any expression in a string. */
const MAX_LENGTH = 300;

function bracketed(raw: string, from: number, close: string): FoundVariable | undefined {
  const limit = Math.min(raw.length, from + MAX_LENGTH);
  let depth = 1;
  for (let position = from; position < limit; position++) {
    const character = raw[position];
    if (character === close && --depth === 0) {
      const written = raw.slice(from, position).trim();
      return { name: NAME.test(written) ? written : '', end: position + 1 };
    }
    if (character === '{' || character === '(') depth += (character === '{') === (close === '}') ? 1 : 0;
  }
  return undefined;
}

const NAME = /^[A-Za-z_@:][\w@:]*(?:\.[A-Za-z_]\w*)*$/;
