import { ENGLISH } from '../language.ts';
import type { ScanReport } from '../report.ts';

/** `since main: adds 1 new vendor (Example Cloud), 1 new jurisdiction (China); 3 findings were there before, 1 is gone` */
export function changeWords({
  change,
  facts,
  language = ENGLISH,
}: Pick<ScanReport, 'change' | 'facts' | 'language'>): string {
  if (!change) return '';
  const vendors = change.vendors.map(id => facts.vendor(id)?.name ?? id);
  const jurisdictions = change.jurisdictions.map(language.country);
  const added = [
    ...named(language.count('change.vendors', vendors.length), vendors),
    ...named(language.count('change.jurisdictions', jurisdictions.length), jurisdictions),
  ];
  return language.say('change.since', {
    since: change.since,
    adds:
      added.length > 0
        ? language.say('change.adds', { things: added.join(', ') })
        : language.say('change.adds-nothing'),
    kept: language.count('change.kept', change.kept),
    gone: language.count('change.gone', change.removed),
  });
}

function named(words: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${words} (${names.join(', ')})`];
}

/** How soon the end of an exception is said. */
const SOON_IN_DAYS = 14;

/** `2 exceptions used, 1 expires in 9 days` */
export function exceptionWords({
  suppressed,
  today,
  language = ENGLISH,
}: Pick<ScanReport, 'suppressed' | 'today' | 'language'>): string {
  const ends = new Map(
    suppressed.flatMap(({ suppression }) =>
      suppression?.by === 'exception'
        ? [[`${suppression.reason}\n${suppression.until}`, suppression.until ?? ''] as const]
        : [],
    ),
  );
  if (ends.size === 0) return '';
  const days = [...ends.values()].filter(Boolean).map(until => daysBetween(today, until));
  const soon = days.filter(each => each <= SOON_IN_DAYS);
  const used = language.count('exceptions.used', ends.size);
  if (soon.length === 0) return used;
  const next = language.count('exceptions.days', Math.min(...soon));
  return `${used}, ${language.count('exceptions.expire', soon.length, { days: next })}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
