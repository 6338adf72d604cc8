/**
 * Globs of rulesets: `*` is any run of characters within a segment, `?` one of them, `**` any number of whole segments,
 * `{a,b}` either, `!(a|b)` as the whole pattern everything else. Written for this product because rulesets come from
 * repositories: pattern libraries compile to regular expressions, which `*a*a*a*a*a` keeps busy for hours. Here a match
 * takes time in proportion to pattern × text.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let glob = compiled.get(pattern);
  if (!glob) {
    glob = compile(pattern);
    if (compiled.size >= MAX_KEPT) compiled.clear();
    compiled.set(pattern, glob);
  }
  const segments = text.split('/');
  return glob.alternatives.some(alternative => matchSegments(alternative, segments)) !== glob.isNegated;
}

interface Glob {
  readonly isNegated: boolean;
  /** Each as its segments. */
  readonly alternatives: readonly (readonly string[])[];
}

const compiled = new Map<string, Glob>();

/** An editor runs for days while rulesets change. */
const MAX_KEPT = 5000;

function compile(pattern: string): Glob {
  const negated = /^!\((.*)\)$/s.exec(pattern)?.[1];
  const patterns = negated === undefined ? [pattern] : negated.split('|');
  const alternatives = patterns.flatMap(each => expandBraces(each)).map(each => each.split('/'));
  return { isNegated: negated !== undefined, alternatives };
}

/** Nobody writes as many; braces multiply. */
const MAX_ALTERNATIVES = 100;

/** The patterns that braces stand for, outer ones first. Braces that do not close, and too many, are literal. */
function expandBraces(pattern: string): string[] {
  let open = [pattern];
  const done: string[] = [];
  while (open.length > 0) {
    const next: string[] = [];
    for (const each of open) {
      const inner = /\{([^{},]*,[^{}]*)\}/.exec(each);
      const choices = inner?.[1]?.split(',') ?? [];
      if (!inner || done.length + next.length + open.length + choices.length > MAX_ALTERNATIVES)
        done.push(each);
      else {
        const [before, after] = [each.slice(0, inner.index), each.slice(inner.index + inner[0].length)];
        next.push(...choices.map(choice => before + choice + after));
      }
    }
    open = next;
  }
  return done;
}

/** Whether the segments match; after a `**` that failed only the last one is tried further along. */
function matchSegments(pattern: readonly string[], segments: readonly string[]): boolean {
  return matchSequence(pattern, segments, '**', (expected, actual) =>
    WILDCARD.test(expected)
      ? matchSequence([...expected], [...actual], '*', (a, b) => a === '?' || a === b)
      : expected === actual,
  );
}

const WILDCARD = /[*?]/;

/**
 * Compares two sequences, of which `pattern` may hold items that stand for any number of others. When a comparison fails,
 * it is enough to let the last such item take one more: what came before it has matched as early as possible.
 */
function matchSequence(
  pattern: readonly string[],
  items: readonly string[],
  any: string,
  matches: (expected: string, actual: string) => boolean,
): boolean {
  let at = 0;
  let index = 0;
  let lastAny = -1;
  let taken = 0;
  while (index < items.length) {
    const expected = pattern[at];
    const actual = items[index];
    if (expected === any) {
      lastAny = at;
      taken = index;
      at++;
    } else if (expected !== undefined && actual !== undefined && matches(expected, actual)) {
      at++;
      index++;
    } else if (lastAny >= 0) {
      at = lastAny + 1;
      taken++;
      index = taken;
    } else return false;
  }
  while (pattern[at] === any) at++;
  return at === pattern.length;
}
