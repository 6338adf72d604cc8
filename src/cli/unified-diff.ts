import picocolors from 'picocolors';

/** Lines around a change. */
const CONTEXT = 3;

/** How far apart two texts can be before what follows counts as replaced as a whole. */
const MAX_DISTANCE = 300;

/** A run of equal lines, or of lines that are only in one of the texts. */
type Step = readonly [kind: ' ' | '-' | '+', line: string];

/**
 * A unified diff of one file, as `git apply` and `patch` take it. Linear for texts that differ in many small places: the
 * shortest edit script of a lockfile with twenty thousand changed lines takes the usual algorithm most of a minute.
 * @param names of the file before and after
 */
export function unifiedDiff(names: readonly [string, string], before: string, after: string): string {
  const steps = compare(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps);
  const [old, next] = names.map(headerName);
  return hunks.length === 0 ? '' : `--- ${old}\n+++ ${next}\n${hunks.join('')}`;
}

/**
 * A file's name as git writes it: in quotes where it has what would end it, with a tab behind it where it has blanks
 * (https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath).
 */
function headerName(name: string): string {
  if (/[\p{Cc}"\\]/u.test(name)) return `"${name.replace(/[\p{Cc}"\\]/gu, escapedInName)}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

function escapedInName(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return [...new TextEncoder().encode(character)]
    .map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}

/** The diff as git colours it. */
export function colouredDiff(diff: string): string {
  const { bold, cyan, green, red } = picocolors.createColors(true);
  const paints: Readonly<Record<string, (text: string) => string>> = { '@': cyan, '+': green, '-': red };
  return diff
    .split('\n')
    .map((line, index) => (index < 2 ? bold(line) : (paints[line.charAt(0)]?.(line) ?? line)))
    .join('\n');
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function compare(before: readonly string[], after: readonly string[]): Step[] {
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const line = before[i];
    if (line !== undefined && line === after[j]) {
      steps.push([' ', line]);
      i++;
      j++;
      continue;
    }
    const [di, dj] = distanceToEqual(before, after, i, j);
    for (const step of replaced(before.slice(i, i + di), after.slice(j, j + dj))) steps.push(step);
    i += di;
    j += dj;
  }
  return steps;
}

/** How many lines to leave out on each side until two lines in a row are equal again, the fewest together. */
function distanceToEqual(
  before: readonly string[],
  after: readonly string[],
  i: number,
  j: number,
): readonly [number, number] {
  for (let distance = 1; distance <= MAX_DISTANCE; distance++) {
    for (let di = 0; di <= distance; di++) {
      const [a, b] = [i + di, j + distance - di];
      if (a > before.length || b > after.length) continue;
      const isEnd = a === before.length && b === after.length;
      if (isEnd || (before[a] !== undefined && before[a] === after[b] && before[a + 1] === after[b + 1])) {
        return [di, distance - di];
      }
    }
  }
  return [before.length - i, after.length - j];
}

/** The lines of a change; those that both sides have in the same order stay, unless there are too many to compare. */
function replaced(removed: readonly string[], added: readonly string[]): Step[] {
  const isSmall = removed.length * added.length <= MAX_DISTANCE ** 2;
  const width = added.length + 1;
  /** How many lines the rests from there on have in common. */
  const common = new Uint16Array(isSmall ? (removed.length + 1) * width : 0);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  if (isSmall) {
    for (let i = removed.length - 1; i >= 0; i--) {
      for (let j = added.length - 1; j >= 0; j--) {
        const isEqual = removed[i] === added[j];
        common[i * width + j] = isEqual ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < removed.length || j < added.length) {
    const [before, after] = [removed[i], added[j]];
    if (isSmall && before !== undefined && before === after) {
      steps.push([' ', before]);
      i++;
      j++;
    } else if (before !== undefined && (after === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push(['-', before]);
      i++;
    } else {
      steps.push(['+', after ?? '']);
      j++;
    }
  }
  return steps;
}

/** Changes with the lines around them; those that share such lines are one hunk. */
function hunksOf(steps: readonly Step[]): string[] {
  const hunks: string[] = [];
  let [oldLine, newLine] = [1, 1];
  let start = 0;
  while (start < steps.length) {
    let first = start;
    while (first < steps.length && steps[first]?.[0] === ' ') first++;
    if (first === steps.length) break;
    const from = Math.max(start, first - CONTEXT);
    const to = endOfHunk(steps, first);
    oldLine += count(steps, start, from, '+');
    newLine += count(steps, start, from, '-');
    const [oldCount, newCount] = [count(steps, from, to, '+'), count(steps, from, to, '-')];
    const range = `@@ -${position(oldLine, oldCount)} +${position(newLine, newCount)} @@\n`;
    hunks.push(range + steps.slice(from, to).map(written).join(''));
    oldLine += oldCount;
    newLine += newCount;
    start = to;
  }
  return hunks;
}

function endOfHunk(steps: readonly Step[], first: number): number {
  let last = first;
  for (let index = first; index < steps.length && index - last <= 2 * CONTEXT; index++) {
    if (steps[index]?.[0] !== ' ') last = index;
  }
  return Math.min(steps.length, last + 1 + CONTEXT);
}

/** How many steps are of another kind. */
function count(steps: readonly Step[], from: number, to: number, without: Step[0]): number {
  let result = 0;
  for (let index = from; index < to; index++) if (steps[index]?.[0] !== without) result++;
  return result;
}

/** An empty range is named by the line before it. */
function position(line: number, lines: number): string {
  if (lines === 1) return `${line}`;
  return `${lines === 0 ? line - 1 : line},${lines}`;
}

function written([kind, line]: Step): string {
  return line.endsWith('\n') ? kind + line : `${kind}${line}\n\\ No newline at end of file\n`;
}
