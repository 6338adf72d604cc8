/** Thrown in the middle of a reading that has found as much as it may. */
export class TooManyParts extends Error {
  /** Where the last part begins. */
  readonly furthest: number;

  constructor(furthest: number) {
    super();
    this.furthest = furthest;
  }
}

const UNLIMITED = Number.MAX_SAFE_INTEGER;
let limit = UNLIMITED;
let found = 0;
let furthest = 0;

/**
 * Every part of a text that a reading finds has a place, and so comes by here (`span`): to count them bounds the memory
 * that a text takes, whatever its syntax.
 * @param weight of how many others it takes the memory
 */
export function countPart(start: number, weight = 1): void {
  if (start > furthest) furthest = start;
  found += weight;
  if (found > limit) throw new TooManyParts(furthest);
}

/**
 * How many were found so far. Who remembers what it found counts it again each time that it makes use of it: a file is
 * read as far when it is edited as when it is new.
 */
export function partsFound(): number {
  return found;
}

/** What was found since there were so many is thrown away. */
export function discardParts(before: number): void {
  found = before;
}

/** Does work that may find so many parts and no more. @throws {TooManyParts} */
export function limitParts<Result>(most: number, work: () => Result): Result {
  [found, furthest, limit] = [0, 0, most];
  try {
    return work();
  } finally {
    unlimitParts();
  }
}

/** For work under a limit that was stopped in its middle and could not end it itself. */
export function unlimitParts(): void {
  limit = UNLIMITED;
}
