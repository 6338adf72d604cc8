/** Says whether `bytes` (its first `length` bytes, else all) hold one of the anchors. */
export type Prefilter = (bytes: Uint8Array, length?: number) => boolean;

/**
 * Compiles anchors into one test of "can this file matter?": case-insensitive for ASCII, exact otherwise.
 *
 * Every `stride`-th position of the text, a word of four bytes is folded, hashed to a 20-bit key and looked up in
 * a bitmap; only a key that some anchor has is verified byte by byte. An anchor of n bytes holds n - 3 words, so a
 * stride of (shortest anchor - 3) meets at least one of them wherever the anchor stands. This reads a fraction of
 * the text and is several times faster than an Aho-Corasick automaton in the same language.
 *
 * Anchors of four bytes hold one word only. So that the stride is two all the same, these are looked up by three bytes.
 * One of fewer cannot be searched for: every file then passes, slower but never blind.
 */
export function createPrefilter(anchors: readonly string[]): Prefilter {
  const needles = new Needles(anchors);
  const { shortest } = needles;
  if (shortest < WORD_LENGTH) return () => true;
  if (anchors.length === 0) return () => false;
  const stride = Math.max(2, shortest - WORD_LENGTH + 1);
  const table = new KeyTable(needles, stride);
  return (bytes, length = bytes.length) => search(table, stride, bytes, length);
}

const WORD_LENGTH = 4;
const KEY_BITS = 20;

/** The lowest five bits of each byte: enough to tell letters apart, and the same for both cases of a letter. */
const FOLD_MASK = 0x1f1f1f1f;

/** Spreads words over keys: 2^32 divided by the golden ratio, as in Knuth's multiplicative hashing. */
const HASH_FACTOR = 0x9e3779b1;

/** The anchors as bytes, one after the other in one array: thousands of small ones would be slow to make. */
class Needles {
  readonly bytes: Uint8Array;
  readonly shortest: number;
  /** Where each begins, and after the last one where it ends, a byte further. */
  readonly starts: readonly number[];

  constructor(anchors: readonly string[]) {
    this.bytes = encoder.encode(anchors.join(SEPARATOR) + SEPARATOR);
    const starts = [0];
    let shortest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.bytes.length; index++) {
      const byte = this.bytes[index] ?? 0;
      this.bytes[index] = foldCase(byte);
      if (byte !== 0) continue;
      shortest = Math.min(shortest, index - (starts.at(-1) ?? 0));
      starts.push(index + 1);
    }
    this.starts = starts;
    this.shortest = anchors.length === 0 ? Number.POSITIVE_INFINITY : shortest;
  }
}

/** No text has it. */
const SEPARATOR = '\0';

const encoder = new TextEncoder();

/** Lower case for ASCII letters; every other byte stays. */
function foldCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** Which anchors have a key, and where in them. */
class KeyTable {
  readonly needles: Uint8Array;
  /** One bit per key of four bytes: does any anchor have it? 128 KiB, so that it stays in the processor's cache. */
  readonly bitmap = new Int32Array((1 << KEY_BITS) / 32);
  /** The same for keys of three bytes. */
  readonly shortBitmap = new Int32Array((1 << SHORT_KEY_BITS) / 32);
  /** For each key the anchors that have it: the start, the end and the offset of the key, in turn. */
  readonly places = new Map<number, number[]>();
  readonly shortPlaces = new Map<number, number[]>();

  constructor({ bytes, starts }: Needles, stride: number) {
    this.needles = bytes;
    const words = viewOf(bytes, bytes.length);
    for (const [index, start] of starts.slice(0, -1).entries()) {
      const end = (starts[index + 1] ?? 0) - 1;
      const isShort = end - start < stride + WORD_LENGTH - 1;
      for (let offset = 0; offset < stride; offset++) {
        const word = words.getUint32(start + offset, true) & FOLD_MASK;
        if (isShort) add(this.shortBitmap, this.shortPlaces, shortKeyOf(word), start, end, offset);
        else add(this.bitmap, this.places, keyOf(word), start, end, offset);
      }
    }
  }
}

function add(
  bitmap: Int32Array,
  places: Map<number, number[]>,
  key: number,
  start: number,
  end: number,
  offset: number,
): void {
  bitmap[key >> 5] = wordOf(bitmap, key) | (1 << (key & 31));
  const known = places.get(key);
  if (known) known.push(start, end, offset);
  else places.set(key, [start, end, offset]);
}

function viewOf(bytes: Uint8Array, length: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, length);
}

/** The key of four folded bytes. */
function keyOf(word: number): number {
  return Math.imul(word, HASH_FACTOR) >>> (32 - KEY_BITS);
}

/** The key of the first three of them: their five bits side by side. */
function shortKeyOf(word: number): number {
  return (word & 0x1f) | ((word >> 3) & 0x3e0) | ((word >> 6) & 0x7c00);
}

const SHORT_KEY_BITS = 15;

/** The word of the bitmap that holds the key's bit: always there, so that the fallback costs nothing. */
function wordOf(bitmap: Int32Array, key: number): number {
  return bitmap[key >> 5] ?? 0;
}

function search(table: KeyTable, stride: number, bytes: Uint8Array, length: number): boolean {
  const { bitmap, shortBitmap } = table;
  const words = viewOf(bytes, length);
  let position = 0;
  // One load of a word is faster than four of bytes.
  for (; position + WORD_LENGTH <= length; position += stride) {
    const word = words.getUint32(position, true) & FOLD_MASK;
    const key = keyOf(word);
    if (
      (wordOf(bitmap, key) >>> (key & 31)) & 1 &&
      anyAt(table, table.places.get(key), bytes, position, length)
    )
      return true;
    const short = shortKeyOf(word);
    if (
      (wordOf(shortBitmap, short) >>> (short & 31)) & 1 &&
      anyAt(table, table.shortPlaces.get(short), bytes, position, length)
    )
      return true;
  }
  if (position + WORD_LENGTH - 1 !== length) return false;
  // The last three bytes.
  const word = (words.getUint16(position, true) | (words.getUint8(position + 2) << 16)) & FOLD_MASK;
  return anyAt(table, table.shortPlaces.get(shortKeyOf(word)), bytes, position, length);
}

/** Whether an anchor that has the key of what stands at `position` stands around there. */
function anyAt(
  { needles }: KeyTable,
  places: readonly number[] | undefined,
  bytes: Uint8Array,
  position: number,
  length: number,
): boolean {
  if (!places) return false;
  for (let index = 0; index < places.length; index += 3) {
    const start = places[index] ?? 0;
    const from = position - (places[index + 2] ?? 0);
    if (standsAt(needles, start, (places[index + 1] ?? 0) - start, bytes, from, length)) return true;
  }
  return false;
}

function standsAt(
  needles: Uint8Array,
  start: number,
  size: number,
  bytes: Uint8Array,
  from: number,
  length: number,
): boolean {
  if (from < 0 || from + size > length) return false;
  for (let index = 0; index < size; index++) {
    if (foldCase(bytes[from + index] ?? 0) !== needles[start + index]) return false;
  }
  return true;
}
