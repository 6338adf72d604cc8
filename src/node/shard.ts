import { hashText } from '../text/hash.ts';

/** One part of a scan that several machines share. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Reads `2/8`; `undefined` when it is no such thing. */
export function parseShard(text: string): Shard | undefined {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  return match && index >= 1 && index <= count ? { index, count } : undefined;
}

/**
 * Whether a unit belongs to the shard, which its name alone decides: the same on every machine. A unit is what is never
 * divided, because its files give each other values: a repository below the scanned folder, else the folder itself.
 */
export function belongsTo({ index, count }: Shard, unit: string): boolean {
  return Number.parseInt(hashText(unit).slice(-12), 16) % count === index - 1;
}
