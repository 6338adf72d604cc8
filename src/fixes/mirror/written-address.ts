import type { Source } from '../../text/source.ts';
import { type Span, sliceSpan, span } from '../../text/span.ts';

/** A host as a file writes it, with all that belongs to its address. Offsets are in the file. */
export interface WrittenAddress {
  /** From the scheme, if there is one, to the end of the path. */
  readonly span: Span;
  /** From the host to the end of the path. */
  readonly place: Span;
  /** `https://`, `sparse+https\://`, as written; empty for a bare host. */
  readonly scheme: string;
  /** There is a name or password before the host. */
  readonly hasCredentials: boolean;
  /** Lower case, without port. */
  readonly host: string;
  /** Without backslashes; begins with `/` or is empty. */
  readonly path: string;
  /** Where each character of `host` + `path` ends in the file: what is written may be longer. */
  readonly ends: readonly number[];
}

/**
 * The address around the host at `host`: `undefined` when the text there is no host, but made of parts.
 * JSON's `\/` and the `\:` of properties files are read over.
 */
export function writtenAddress({ text }: Source, host: Span): WrittenAddress | undefined {
  const written = sliceSpan(text, host);
  const start = host.start + (URL_START.exec(written)?.[0].length ?? 0);
  const name = HOST.exec(text.slice(start, start + MAX_HOST))?.[0];
  if (name === undefined || start + name.length > Math.max(host.end, start + 1)) return undefined;
  const before = text.slice(wordStart(text, start), start);
  const [scheme = '', userInfo = ''] = BEFORE.exec(before)?.slice(1) ?? [];
  const address = readPath(text, start, name);
  const end = address.ends.at(-1) ?? start;
  return {
    span: span(start - scheme.length - userInfo.length, end),
    place: span(start, end),
    scheme,
    hasCredentials: userInfo !== '',
    host: name.toLowerCase(),
    ...address,
  };
}

/** Where what has no space or quote in it begins before `end`, at most so far as a host may be long. */
function wordStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < MAX_HOST && !WORD_END.test(text.charAt(at - 1))) at--;
  return at;
}

const MAX_HOST = 512;
const WORD_END = /[\s"'<>]/;
const URL_START = /^(?:[a-z][a-z0-9+.-]*\\?:)?(?:\\?\/){2}(?:[^\s/@"']*@)?/i;
const HOST = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/i;
const BEFORE = /((?:[a-z][a-z0-9+.-]*\\?:)?(?:\\?\/){2})([^\s/@"'<>]*@)?$/i;
const PORT = /^:[0-9]{1,5}(?![0-9])/;
/** What ends an address in one of the syntaxes; `@` and `|` also are delimiters of sed. */
const PATH_END = /[\s"'`<>,;)\]}|&#@?!$\\^]/;

function readPath(text: string, start: number, host: string): Pick<WrittenAddress, 'path' | 'ends'> {
  const ends = Array.from(host, (_, index) => start + index + 1);
  let position = start + host.length;
  const port = PORT.exec(text.slice(position, position + 7))?.[0];
  if (port !== undefined) {
    position += port.length;
    ends[ends.length - 1] = position;
  }
  let path = '';
  while (position < text.length) {
    const isEscaped = text[position] === '\\' && text[position + 1] === '/';
    const character = text[position + (isEscaped ? 1 : 0)] ?? '';
    if (PATH_END.test(character) || (path === '' && character !== '/')) break;
    position += isEscaped ? 2 : 1;
    path += character;
    ends.push(position);
  }
  return { path, ends };
}
