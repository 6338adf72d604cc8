import type { Language } from '../language.ts';
import type { FixOffer } from '../report.ts';

/** How findings can be fixed, the least that has to be decided first. */
const WAYS = ['drop-in', 'guided', 'migrate'] as const;
type Way = (typeof WAYS)[number];

/** Counts findings by the way in which they can be fixed, and says which command does so. */
export class WaysToFix {
  private readonly counts: Record<Way, number> = { 'drop-in': 0, guided: 0, migrate: 0 };

  /** Counts one finding by its best fix. */
  count(fixes: readonly FixOffer[]): void {
    const way = WAYS.find(each => fixes.some(fix => wayOf(fix) === each));
    if (way) this.counts[way]++;
  }

  /** `1 drop-in: vendor-diligence fix`, one entry for each way that there is. */
  words(language: Language): string[] {
    return WAYS.filter(way => this.counts[way] > 0).map(way => {
      const command = `vendor-diligence fix${OPTIONS[way]}`;
      return language.count(`fixable.${way}`, this.counts[way], { command });
    });
  }
}

const OPTIONS: Readonly<Record<Way, string>> = {
  'drop-in': '',
  guided: ' --grade guided',
  migrate: ' --grade guided --migrate',
};

function wayOf({ grade, onRequest }: FixOffer): Way {
  if (onRequest) return 'migrate';
  return grade === 'drop-in' ? 'drop-in' : 'guided';
}
