import type { Relationship } from '../model/vocabulary.ts';

/** A vendor, and the place that an indicator fixes: what a rule can decide on before any file is read. */
export interface AnchorHolder {
  readonly vendor: string;
  readonly relationship: Relationship;
  /** ISO 3166-1, when what the indicator names stands in one country. */
  readonly location?: string;
}

/** A literal that is in a file, in whatever case, when an indicator of the vendor can match there. */
export interface Anchor extends AnchorHolder {
  /**
   * Lower case ASCII, at least four characters. A newline at its beginning or end should also be taken for the
   * beginning or end of the file.
   */
  readonly text: string;
  /** Region ids only: the others who have a region of this id. See `isWanted`. */
  readonly alternatives?: readonly AnchorHolder[];
}

/** Anchors that share everything but the text. */
export type AnchorGroup = Omit<Anchor, 'text'> & { readonly texts: readonly string[] };

/** All that the prefilter needs to know of the catalog. */
export interface Anchors {
  readonly groups: readonly AnchorGroup[];
  /** The country whose authorities can compel the vendor, by vendor id. */
  readonly jurisdictions: ReadonlyMap<string, string>;
  /** By vendor id, the countries of regions that only the vendor's own anchors lead to. */
  readonly hiddenPlaces: ReadonlyMap<string, readonly string[]>;
}

/** Loads the anchors alone: most runs need no more of the catalog. */
export async function loadAnchors(): Promise<Anchors> {
  const { groups, jurisdictions, hiddenPlaces } = await import('./generated/anchors.ts');
  return {
    groups,
    jurisdictions: new Map(Object.entries(jurisdictions)),
    hiddenPlaces: new Map(Object.entries(hiddenPlaces)),
  };
}

/**
 * Must these anchors be searched for, when `couldFlag` says whether a ruleset could flag what a holder has? An id
 * that several vendors use is flagged without a provider in scope only if everybody's would be. With one, the
 * provider's own anchor leads to it, unless the vendor could be flagged for this place alone.
 */
export function isWanted(group: Omit<Anchor, 'text'>, couldFlag: (holder: AnchorHolder) => boolean): boolean {
  const holders = [group, ...(group.alternatives ?? [])];
  return holders.every(couldFlag) || holders.some(holder => isFlaggedForPlace(holder, couldFlag));
}

/**
 * Leaves out every text that contains another one: where it occurs, the shorter one does too. Sorted by code
 * unit, without repetition.
 */
export function reduceAnchors(texts: readonly string[]): string[] {
  const kept = new KeptTexts();
  for (const text of [...new Set(texts)].sort((a, b) => a.length - b.length)) {
    if (!kept.hasPartOf(text)) kept.add(text);
  }
  return kept.sorted();
}

function isFlaggedForPlace(holder: AnchorHolder, couldFlag: (holder: AnchorHolder) => boolean): boolean {
  const { vendor, relationship } = holder;
  return couldFlag(holder) && !couldFlag({ vendor, relationship });
}

/** Texts by their first characters and length, so that a longer text is compared with few of them. */
class KeptTexts {
  private readonly texts = new Set<string>();
  private readonly lengthsByStart = new Map<string, Set<number>>();

  add(text: string): void {
    this.texts.add(text);
    const start = text.slice(0, START_LENGTH);
    const lengths = this.lengthsByStart.get(start);
    if (lengths) lengths.add(text.length);
    else this.lengthsByStart.set(start, new Set([text.length]));
  }

  /** Does `text` contain one of the texts? */
  hasPartOf(text: string): boolean {
    for (let at = 0; at + START_LENGTH <= text.length; at += 1) {
      for (const length of this.lengthsByStart.get(text.slice(at, at + START_LENGTH)) ?? []) {
        if (this.texts.has(text.slice(at, at + length))) return true;
      }
    }
    return false;
  }

  sorted(): string[] {
    return [...this.texts].sort();
  }
}

/** No anchor is shorter. */
const START_LENGTH = 4;
