/** A text whose runs of white space are one character long, and the way back. */
export interface CompactText {
  readonly text: string;
  /** Where in the original text a position of the compact text is; the beginning of a run is the run's beginning. */
  originalPosition(position: number): number;
}

/**
 * Shortens runs of white space: to a line break if there is one in the run. The grammar's scanner reads on to the end
 * of a run from each place in it when it looks for the end of an error, which takes quadratic time.
 */
export function compactText(original: string): CompactText {
  const pieces: string[] = [];
  /** Compact positions of the characters that stand for a run, and how many were left out up to and with it. */
  const runs: number[] = [];
  const leftOut: number[] = [];
  let position = 0;
  let missing = 0;
  for (const match of original.matchAll(/\s{2,}/g)) {
    const [run] = match;
    runs.push(match.index - missing);
    missing += run.length - 1;
    leftOut.push(missing);
    pieces.push(original.slice(position, match.index), run.includes('\n') ? '\n' : ' ');
    position = match.index + run.length;
  }
  pieces.push(original.slice(position));
  return {
    text: pieces.join(''),
    originalPosition: compact => compact + (leftOut[countBelow(runs, compact) - 1] ?? 0),
  };
}

/** How many of the sorted `numbers` are less than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
