import { detached } from '../text/detached.ts';
import { type Span, span } from '../text/span.ts';
import type { TextPiece, TreeScalar } from './tree.ts';

/**
 * A name or scalar of a JSON text. Only what is asked for is decoded: most of a lockfile nobody looks at. The object
 * is reused for the next token; what is to be kept must be taken out.
 */
export interface JsonToken {
  readonly type: TreeScalar['type'];
  /** Offsets of the token, without quotes. */
  readonly start: number;
  readonly end: number;
  /** A string decoded; anything else as written. */
  decoded(): string;
  /** The token as a scalar with exact places, to be kept. */
  scalar(): TreeScalar;
}

/** The token that a scanner fills and hands out. */
export class MutableToken implements JsonToken {
  type: TreeScalar['type'] = 'null';
  start = 0;
  end = 0;
  hasEscapes = false;
  private readonly text: string;
  private readonly detaches: boolean;

  constructor(text: string, detaches: boolean) {
    this.text = text;
    this.detaches = detaches;
  }

  decoded(): string {
    return this.hasEscapes ? this.decodeEscapes().text : this.written();
  }

  scalar(): TreeScalar {
    const place = span(this.start, this.end);
    const decoded = this.hasEscapes ? this.decodeEscapes() : { text: this.written() };
    return { kind: 'scalar', type: this.type, span: place, ...decoded };
  }

  private written(): string {
    const written = this.text.slice(this.start, this.end);
    return this.detaches ? detached(written) : written;
  }

  private decodeEscapes(): Decoded {
    return decodeJsonString(this.text, span(this.start, this.end));
  }
}

interface Decoded {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/**
 * Decodes the contents of a JSON string (RFC 8259, section 7) and tells where each part stands. An escape that does
 * not exist stands for its own letters, so that a Windows path typed by hand stays readable.
 */
function decodeJsonString(text: string, contents: Span): Decoded {
  const pieces: TextPiece[] = [];
  const parts: string[] = [];
  let decodedStart = 0;
  const add = (part: string, start: number, end: number): void => {
    if (part === '') return;
    parts.push(part);
    pieces.push({ decodedStart, decodedLength: part.length, source: span(start, end) });
    decodedStart += part.length;
  };
  let runStart = contents.start;
  for (let at = contents.start; at < contents.end; at++) {
    if (text[at] !== '\\') continue;
    const found = escapeAt(text, at, contents.end);
    if (!found) continue;
    add(text.slice(runStart, at), runStart, at);
    add(found.character, at, found.end);
    runStart = found.end;
    at = found.end - 1;
  }
  add(text.slice(runStart, contents.end), runStart, contents.end);
  return { text: parts.join(''), pieces };
}

interface Escape {
  readonly character: string;
  readonly end: number;
}

/** The escape that begins with the backslash at `at`; `undefined` when there is none such. */
export function escapeAt(text: string, at: number, end: number): Escape | undefined {
  const letter = at + 1 < end ? text.charAt(at + 1) : '';
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) return { character: simple, end: at + 2 };
  const digits = text.slice(at + 2, Math.min(at + 6, end));
  if (letter !== 'u' || !/^[0-9a-f]{4}$/i.test(digits)) return undefined;
  return { character: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6 };
}

const SIMPLE_ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
