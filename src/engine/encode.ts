import { detectEncoding, isValid } from './decode.ts';

/** `text` as bytes in the encoding of `original`, with a byte order mark if and only if that has one. */
export function encodeLike(original: Uint8Array, text: string): Uint8Array {
  const encoding = detectEncoding(original);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const hasMark =
      (original[0] === 0xff && original[1] === 0xfe) || (original[0] === 0xfe && original[1] === 0xff);
    return encodeUtf16(hasMark ? BYTE_ORDER_MARK + text : text, encoding === 'utf-16le');
  }
  // What was no UTF-8 has been read as ISO 8859-1, byte for byte.
  if (!isValid(original, 'utf-8') && !BEYOND_LATIN1.test(text))
    return Uint8Array.from(text, character => character.charCodeAt(0));
  const hasMark = original[0] === 0xef && original[1] === 0xbb && original[2] === 0xbf;
  return new TextEncoder().encode(hasMark ? BYTE_ORDER_MARK + text : text);
}

const BEYOND_LATIN1 = /[\u0100-\uffff]/;
const BYTE_ORDER_MARK = '\uFEFF';

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  }
  return bytes;
}
