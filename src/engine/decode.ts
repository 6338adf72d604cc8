import type { Problem } from '../model/problem.ts';
import { phrase } from '../words/phrase.ts';

/** How the bytes of a file are to be read. `binary`: not text at all. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary';

export interface Decoded {
  /** Without a byte order mark; empty for a binary file. */
  readonly text: string;
  /** `binary`, `invalid-encoding` or none. */
  readonly problems: readonly Problem[];
}

/**
 * Tells a file's encoding from its first bytes, as editors do: a byte order mark, else zero bytes at every
 * second place (UTF-16 without a mark), else UTF-8. A zero byte elsewhere means binary, as for git.
 * The prefilter searches UTF-8 only: a UTF-16 file has to be decoded without asking it.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, HEAD_LENGTH);
  const zero = head.indexOf(0);
  if (zero < 0) return 'utf-8';
  if (zero === 1 && hasZerosOnlyAt(1, head)) return 'utf-16le';
  if (zero === 0 && hasZerosOnlyAt(0, head)) return 'utf-16be';
  return 'binary';
}

/**
 * The text of a file. Bytes that are no valid UTF-8 or UTF-16 become U+FFFD and one problem: what stands
 * around them is still read. A binary file gives one problem and no text.
 */
export function decode(path: string, bytes: Uint8Array, encoding = detectEncoding(bytes)): Decoded {
  if (encoding === 'binary') return binary(path);
  const text = DECODERS[encoding].decode(bytes);
  // U+0000 stands for an unknown part in values, so a text must not hold it wherever it comes from.
  if (text.includes('\0')) return binary(path);
  const replacement = text.indexOf('\uFFFD');
  if (replacement < 0 || isValid(bytes, encoding)) return { text, problems: [] };
  if (encoding === 'utf-8' && path.endsWith('.properties'))
    return { text: decodeLatin1(bytes), problems: [] };
  return { text, problems: [invalidEncoding(path, replacement, encoding)] };
}

const DECODERS = {
  'utf-8': new TextDecoder('utf-8'),
  'utf-16le': new TextDecoder('utf-16le'),
  'utf-16be': new TextDecoder('utf-16be'),
};

/**
 * Properties files that are not UTF-8 are ISO 8859-1
 * (https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.InputStream)).
 * `TextDecoder` would take it for Windows-1252.
 */
function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += HEAD_LENGTH)
    text += String.fromCharCode(...bytes.subarray(start, start + HEAD_LENGTH));
  return text;
}

/** As many bytes as git looks at. */
const HEAD_LENGTH = 8000;

function hasZerosOnlyAt(parity: 0 | 1, head: Uint8Array): boolean {
  for (let index = 0; index < head.length; index++) {
    if ((head[index] === 0) !== (index % 2 === parity)) return false;
  }
  return head.length > 2;
}

/** Can all bytes be read so? */
export function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function binary(path: string): Decoded {
  const message = phrase('problem.binary');
  return { text: '', problems: [{ code: 'binary', path, message }] };
}

function invalidEncoding(path: string, start: number, encoding: Encoding): Problem {
  const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
  const message = phrase('problem.encoding', { name });
  return { code: 'invalid-encoding', path, span: { start, end: start + 1 }, message };
}
