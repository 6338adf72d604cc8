/** Says whether `bytes` (its first `length` bytes, else all) hold one of the anchors. */
export type Prefilter = (bytes: Uint8Array, length?: number) => boolean;

/**
 * Compiles anchors into one test of "can this file matter?": case-insensitive for ASCII, exact otherwise.
 *
 * Every `stride`-th position of the text, four bytes are folded into a 20-bit key and looked up in a bitmap;
 * only a key that some anchor has is verified byte by byte. An anchor of length n covers n - 3 keys in a
 * row, so a stride of (shortest anchor - 3) meets at least one of them wherever the anchor stands. This reads
 * a fraction of the text and is several times faster than an Aho-Corasick automaton in the same language.
 *
 * An anchor of fewer than four bytes cannot be searched for: every file then passes, slower but never blind.
 */
export function createPrefilter(anchors: readonly string[]): Prefilter {
  const needles = anchors.map(foldedBytes);
  const shortest = needles.reduce(
    (least, needle) => Math.min(least, needle.length),
    Number.POSITIVE_INFINITY,
  );
  if (shortest < WINDOW) return () => true;
  if (needles.length === 0) return () => false;
  const stride = shortest - WINDOW + 1;
  const table = compile(needles, stride);
  return (bytes, length = bytes.length) => search(table, stride, bytes, length);
}

/** How many bytes a key is made of, and the bits that each of them keeps: enough to tell letters apart. */
const WINDOW = 4;
const KEPT_BITS = 31;
const KEY_BITS = 20;

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
  return new TextEncoder().encode(anchor).map(foldCase);
}

/** Lower case for ASCII letters; every other byte stays. */
function foldCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function compile(needles: readonly Uint8Array[], stride: number): KeyTable {
  const bitmap = new Int32Array((1 << KEY_BITS) / 32);
  const candidates = new Map<number, Candidate[]>();
  for (const needle of needles) {
    for (let offset = 0; offset < stride; offset++) {
      const key = keyAt(needle, offset);
      bitmap[key >> 5] = (bitmap[key >> 5] ?? 0) | (1 << (key & 31));
      const bucket = candidates.get(key);
      if (bucket) bucket.push({ needle, offset });
      else candidates.set(key, [{ needle, offset }]);
    }
  }
  return { bitmap, candidates };
}

/** The key of the four bytes at `position`, all of them inside `bytes`. `& 31` also folds the case of letters. */
function keyAt(bytes: Uint8Array, position: number): number {
  return (
    ((at(bytes, position) & KEPT_BITS) << 15) |
    ((at(bytes, position + 1) & KEPT_BITS) << 10) |
    ((at(bytes, position + 2) & KEPT_BITS) << 5) |
    (at(bytes, position + 3) & KEPT_BITS)
  );
}

/** `bytes[index]` for an index that is inside: the fallback is for the type checker and free at run time. */
function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function search(
  { bitmap, candidates }: KeyTable,
  stride: number,
  bytes: Uint8Array,
  length: number,
): boolean {
  const last = length - WINDOW;
  for (let position = 0; position <= last; position += stride) {
    const key = keyAt(bytes, position);
    if (((at32(bitmap, key >> 5) >>> (key & 31)) & 1) === 0) continue;
    for (const { needle, offset } of candidates.get(key) ?? []) {
      if (standsAt(needle, bytes, position - offset, length)) return true;
    }
  }
  return false;
}

function at32(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

function standsAt(needle: Uint8Array, bytes: Uint8Array, start: number, length: number): boolean {
  if (start < 0 || start + needle.length > length) return false;
  for (let index = 0; index < needle.length; index++) {
    if (foldCase(at(bytes, start + index)) !== needle[index]) return false;
  }
  return true;
}
