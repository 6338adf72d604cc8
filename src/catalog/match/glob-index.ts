import { compileGlob, type Glob } from './glob.ts';
import { PrefixIndex } from './prefix-index.ts';

interface Waiting<Entry> {
  readonly glob: Glob;
  readonly entry: Entry;
}

/**
 * Patterns, found by the literal text at their beginning or at their end, whichever is longer, so that only
 * those are tested that agree with the text there.
 */
export class GlobIndex<Entry> {
  private readonly byHead: PrefixIndex<Waiting<Entry>[]>;
  private readonly byReversedTail: PrefixIndex<Waiting<Entry>[]>;

  constructor(patterns: Iterable<readonly [pattern: string, entry: Entry]>) {
    const heads = new Map<string, Waiting<Entry>[]>();
    const tails = new Map<string, Waiting<Entry>[]>();
    for (const [pattern, entry] of patterns) {
      const glob = compileGlob(pattern);
      if (glob.head.length >= glob.tail.length) append(heads, glob.head, { glob, entry });
      else append(tails, reverse(glob.tail), { glob, entry });
    }
    this.byHead = new PrefixIndex(heads);
    this.byReversedTail = new PrefixIndex(tails);
  }

  /** The entry of the matching pattern with the most literal characters. */
  find(text: string): Entry | undefined {
    let best: Waiting<Entry> | undefined;
    for (const { entry: waiting } of [
      ...this.byHead.find(text),
      ...this.byReversedTail.find(reverse(text)),
    ]) {
      for (const candidate of waiting) {
        if (best && best.glob.literalLength >= candidate.glob.literalLength) continue;
        if (candidate.glob.test(text)) best = candidate;
      }
    }
    return best?.entry;
  }
}

/** The code units of `text` from last to first. */
export function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at -= 1) reversed += text[at];
  return reversed;
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
