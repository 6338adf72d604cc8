import type { IndicatorGroup } from '../../model/catalog.ts';

/**
 * An anchor shorter than this slows the prefilter down for every file, because its stride is the shortest
 * anchor's length less three.
 */
export const GOOD_LENGTH = 6;

/** The prefilter cannot find less. */
export const LEAST_LENGTH = 4;

/** Characters that can stand right before and right after a name in the files that hold it. */
export interface Delimiters {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * What to search for so that `name` is found: the name itself when it is long enough, else the name with what
 * stands before it, and for very short ones also with what stands after it. The beginning of a name says
 * nothing of what follows, its end nothing of what stands before.
 */
export function spellOut(
  name: string,
  { before, after }: Delimiters,
  match: IndicatorGroup['match'] = 'exact',
): string[] {
  if (name.length >= GOOD_LENGTH) return [name];
  if (match === 'suffix') return after.map(end => name + end);
  const begun = before.map(start => start + name);
  if (match === 'prefix' || name.length + 1 >= GOOD_LENGTH - 1) return begun;
  return begun.flatMap(text => after.map(end => text + end));
}

/** The longest literal run of a pattern, without the punctuation at its ends: a resolved value can be composed there. */
export function longestRun(pattern: string): string {
  const runs = pattern
    .split('*')
    .map(run => run.replace(/^[-._/:]+/, '').replace(/(?<![-._/:])[-._/:]+$/, ''));
  return longest(runs);
}

/** The longest of `texts`, the first of several. */
export function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}
