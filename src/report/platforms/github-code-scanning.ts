import type { Finding } from '../../model/finding.ts';
import { compareSeverity } from '../../model/vocabulary.ts';
import { phrase } from '../../words/phrase.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { sarifReport } from './sarif.ts';

/** A run with more is rejected (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit). */
const MOST_RESULTS = 25_000;

/**
 * The report as SARIF that GitHub code scanning takes: what is silenced is left out, because it would be shown as an
 * open alert, and of more than it accepts the worst findings are kept, in their order.
 */
export function githubCodeScanningReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  return sarifReport({ ...report, ...withinLimit(report), suppressed: [] }, presentation);
}

function withinLimit({ findings, problems }: ScanReport): Pick<ScanReport, 'findings' | 'problems'> {
  if (findings.length <= MOST_RESULTS) return { findings, problems };
  const worst = [...findings].sort((a, b) => compareSeverity(a.severity, b.severity));
  const kept: ReadonlySet<Finding> = new Set(worst.slice(0, MOST_RESULTS));
  const message = phrase('problem.results-left-out', {
    left: findings.length - MOST_RESULTS,
    most: MOST_RESULTS,
  });
  return {
    findings: findings.filter(finding => kept.has(finding)),
    problems: [...problems, { code: 'discovery-limit', message }],
  };
}
