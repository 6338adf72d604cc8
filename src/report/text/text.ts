import { groupBy } from '../../text/group-by.ts';
import { languageOf } from '../acts.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { citationsOf, evidenceLines } from './evidence.ts';
import { findingLines } from './finding.ts';
import { problemLines } from './problems.ts';
import { type Style, styleFor, withLineBreaks } from './style.ts';
import { summaryLines } from './summary.ts';
import { WaysToFix } from './ways-to-fix.ts';

/** The report for people: findings by file, each with its line, its reasons and what to do; then a summary. */
export function textReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  return withLineBreaks(reportLines(report, styleFor(presentation)));
}

function* reportLines(report: ScanReport, style: Style): Generator<string> {
  const citations = citationsOf(report);
  const language = languageOf(report);
  const ways = new WaysToFix();
  for (const [path, findings] of groupBy(report.findings, finding => finding.path)) {
    yield* [heading(path, language.count('report.findings', findings.length), style), ''];
    for (const finding of findings) {
      const fixes = report.fixesOf(finding).filter(({ grade }) => grade !== 'refused');
      ways.count(fixes);
      yield* [...findingLines(finding, report, citations, fixes, style), ''];
    }
  }
  yield* evidenceLines(citations, report, style);
  yield* problemLines(report.problems, report.source, style, language);
  yield* summaryLines(report, ways, style);
}

function heading(path: string, count: string, style: Style): string {
  return `${style.bold(style.underline(style.path(path)))}  ${style.dim(count)}`;
}
