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
 * An anchor of fewer than four bytes cannot be searched for: every file then passes, slower but never blind.
 */
export function createPrefilter(anchors: readonly string[]): Prefilter {
  const needles = anchors.map(foldedBytes);
  const shortest = needles.reduce(
    (least, needle) => Math.min(least, needle.length),
    Number.POSITIVE_INFINITY,
  );
  if (shortest < WORD_LENGTH) return () => true;
  if (needles.length === 0) return () => false;
  const stride = shortest - WORD_LENGTH + 1;
  const table = compile(needles, stride);
  return (bytes, length = bytes.length) => search(table, stride, bytes, length);
}

const WORD_LENGTH = 4;
const KEY_BITS = 20;

/** The lowest five bits of each byte: enough to tell letters apart, and the same for both cases of a letter. */
const FOLD_MASK = 0x1f1f1f1f;

/** Spreads words over keys: 2^32 divided by the golden ratio, as in Knuth's multiplicative hashing. */
const HASH_FACTOR = 0x9e3779b1;

/** An anchor, and where in it the key was taken. */
interface Candidate {
  readonly needle: Uint8Array;
  readonly offset: number;
}

interface KeyTable {
  /** One bit per key: does any anchor have it? 128 KiB, so that it stays in the processor's cache. */
  readonly bitmap: Int32Array;
  readonly candidates: ReadonlyMap<number, readonly Candidate[]>;
}

function foldedBytes(anchor: string): Uint8Array {
  const bytes = encoder.encode(anchor);
  for (let index = 0; index < bytes.length; index++) bytes[index] = foldCase(bytes[index] ?? 0);
  return bytes;
}

const encoder = new TextEncoder();

/** Lower case for ASCII letters; every other byte stays. */
function foldCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function compile(needles: readonly Uint8Array[], stride: number): KeyTable {
  const bitmap = new Int32Array((1 << KEY_BITS) / 32);
  const candidates = new Map<number, Candidate[]>();
  for (const needle of needles) {
    const words = viewOf(needle, needle.length);
    for (let offset = 0; offset < stride; offset++) {
      const key = keyAt(words, offset);
      bitmap[key >> 5] = wordOf(bitmap, key) | (1 << (key & 31));
      const bucket = candidates.get(key);
      if (bucket) bucket.push({ needle, offset });
      else candidates.set(key, [{ needle, offset }]);
    }
  }
  return { bitmap, candidates };
}

function viewOf(bytes: Uint8Array, length: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, length);
}

/** The key of the four bytes at `position`. One load of a word is faster than four of bytes. */
function keyAt(words: DataView, position: number): number {
  return Math.imul(words.getUint32(position, true) & FOLD_MASK, HASH_FACTOR) >>> (32 - KEY_BITS);
}

/** The word of the bitmap that holds the key's bit: always there, so that the fallback costs nothing. */
function wordOf(bitmap: Int32Array, key: number): number {
  return bitmap[key >> 5] ?? 0;
}

function search(
  { bitmap, candidates }: KeyTable,
  stride: number,
  bytes: Uint8Array,
  length: number,
): boolean {
  const words = viewOf(bytes, length);
  const last = length - WORD_LENGTH;
  for (let position = 0; position <= last; position += stride) {
    const key = keyAt(words, position);
    if (((wordOf(bitmap, key) >>> (key & 31)) & 1) === 0) continue;
    for (const { needle, offset } of candidates.get(key) ?? []) {
      if (standsAt(needle, bytes, position - offset, length)) return true;
    }
  }
  return false;
}

function standsAt(needle: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  if (start < 0 || start + needle.length > length) return false;
  for (let index = 0; index < needle.length; index++) {
    if (foldCase(bytes[start + index] ?? 0) !== needle[index]) return false;
  }
  return true;
}
