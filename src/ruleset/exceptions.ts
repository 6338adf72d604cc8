import { addDays } from '../model/day.ts';
import { type Finding, isNotice } from '../model/finding.ts';
import type { EffectiveException, Exception } from '../model/ruleset.ts';
import { phrase } from '../words/phrase.ts';
import { matchesGlob } from './glob.ts';
import { noticeFinding } from './notice.ts';

/** Marks the findings that an exception of the ruleset covers today. An expired exception covers nothing. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly EffectiveException[],
  today: string,
): Finding[] {
  const active = exceptions.filter(exception => exception.expires >= today);
  return findings.map(finding => {
    const exception = finding.suppression ? undefined : active.find(each => exceptionCovers(each, finding));
    if (!exception) return finding;
    return {
      ...finding,
      suppression: { by: 'exception', reason: exception.reason, until: exception.expires },
    };
  });
}

/** So many days before its end an exception is told to end. */
const NOTICE_DAYS = 14;

/**
 * What is to be said about exceptions after a scan: expired, soon to expire, unused. An organisation's exceptions are for
 * many repositories: they are told only where they cover something.
 * @param isWhole everything that the ruleset is for was scanned, so that what covers nothing is of no use
 */
export function exceptionNotices(
  findings: readonly Finding[],
  exceptions: readonly EffectiveException[],
  today: string,
  isWhole: boolean,
): Finding[] {
  return exceptions.flatMap(exception => {
    const isUsed = findings.some(finding => exceptionCovers(exception, finding));
    const state = stateOf(exception, isUsed, today, isWhole);
    if (!exception.place || !state || (exception.rank === 'organisation' && !isUsed)) return [];
    const structuralPath = ['exceptions', exception.match, ...exception.paths];
    return [noticeFinding({ ...state, kind: 'exception', place: exception.place, structuralPath })];
  });
}

function stateOf({ expires, match }: Exception, isUsed: boolean, today: string, isWhole: boolean) {
  if (expires < today) {
    const detail = isUsed
      ? phrase('notice.ended-used', { match, expires })
      : phrase('notice.ended', { match, expires });
    return { rule: 'exception-expired', severity: 'warning', detail } as const;
  }
  if (!isUsed && isWhole) {
    const detail = phrase('notice.covers-nothing', { match });
    return { rule: 'exception-unused', severity: 'information', detail } as const;
  }
  if (!endsSoon(expires, today)) return undefined;
  const detail = phrase('notice.ends', { match, expires });
  return { rule: 'exception-expiring', severity: 'information', detail } as const;
}

/** Whether the end of an exception that still holds is to be told. */
export function endsSoon(expires: string, today: string): boolean {
  return expires <= addDays(today, NOTICE_DAYS);
}

/** Whether the exception is about the finding, expired or not. */
export function exceptionCovers(
  { match, paths, pathPrefix = '' }: Pick<EffectiveException, 'match' | 'paths' | 'pathPrefix'>,
  finding: Finding,
): boolean {
  if (isNotice(finding) || (match !== finding.rule && match !== finding.vendor)) return false;
  return paths.some(pattern => matchesGlob(pattern, pathPrefix + finding.path));
}
