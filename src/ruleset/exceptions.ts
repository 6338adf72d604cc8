import type { Finding } from '../model/finding.ts';
import type { Exception } from '../model/ruleset.ts';
import { matchesGlob } from './glob.ts';

/** Marks the findings that an exception of the ruleset covers today. An expired exception covers nothing. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  today: string,
): Finding[] {
  const active = exceptions.filter(exception => exception.expires >= today);
  return findings.map(finding => {
    const exception = finding.suppression ? undefined : active.find(each => covers(each, finding));
    if (!exception) return finding;
    return {
      ...finding,
      suppression: { by: 'exception', reason: exception.reason, until: exception.expires },
    };
  });
}

function covers({ match, paths }: Exception, finding: Finding): boolean {
  if (match !== finding.rule && match !== finding.vendor) return false;
  return paths === undefined || paths.some(pattern => matchesGlob(pattern, finding.path));
}
