/** A pattern in which `*` is any run of characters, the empty one included. */
export interface Glob {
  /** The literal text before the first `*`. */
  readonly head: string;
  /** The literal text after the last `*`. */
  readonly tail: string;
  /** How many characters are literal: the more there are, the more specific the pattern. */
  readonly literalLength: number;
  test(text: string): boolean;
}

/** Compiles `pattern`. Testing takes time linear in the text for each literal run, whatever the text holds. */
export function compileGlob(pattern: string): Glob {
  const runs = pattern.split('*');
  const head = runs[0] ?? '';
  const tail = runs.length > 1 ? (runs.at(-1) ?? '') : '';
  const middle = runs.slice(1, -1).filter(run => run !== '');
  const literalLength = pattern.length - (runs.length - 1);
  const test =
    runs.length === 1
      ? (text: string) => text === pattern
      : (text: string) =>
          text.length >= head.length + tail.length &&
          text.startsWith(head) &&
          text.endsWith(tail) &&
          containsInOrder(text, middle, head.length, text.length - tail.length);
  return { head, tail, literalLength, test };
}

/** Taking the first place of each run leaves the most room for the next, so no choice is ever undone. */
function containsInOrder(text: string, runs: readonly string[], start: number, end: number): boolean {
  let position = start;
  for (const run of runs) {
    const found = text.indexOf(run, position);
    if (found < 0) return false;
    position = found + run.length;
  }
  return position <= end;
}
