import { FORMATS } from '../formats/index.ts';
import type { Format } from '../model/format.ts';
import type { FoundWords } from './ports.ts';

/** What files are looked through for while they are listed: the anchors, and what tells a file that calls modules. */
export class SearchedWords {
  /** The anchors come first. */
  readonly lists: readonly (readonly string[])[];
  private readonly signLists = new Map<readonly string[], number>();

  constructor(anchors: readonly string[]) {
    const signs = new Set(FORMATS.flatMap(({ calls }) => (calls?.signs ? [calls.signs] : [])));
    for (const each of signs) this.signLists.set(each, 1 << (this.signLists.size + 1));
    this.lists = [anchors, ...signs];
  }

  /** The lists to look for in a file that these formats claim: signs only where each of its calls has one. */
  listsFor(formats: readonly Format[]): number {
    let lists = ANCHORS;
    for (const { calls } of formats) {
      if (!calls) continue;
      const signs = calls.signs && this.signLists.get(calls.signs);
      if (signs === undefined) return ANCHORS;
      lists |= signs;
    }
    return lists;
  }
}

const ANCHORS = 1;

export function holdsAnchor({ held }: FoundWords): boolean {
  return (held & ANCHORS) !== 0;
}

/** Whether the file can call no module, whatever its name may promise. */
export function callsNothing({ asked, held }: FoundWords): boolean {
  return asked > ANCHORS && (held & ~ANCHORS) === 0;
}
