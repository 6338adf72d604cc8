import type { Finding } from '../model/finding.ts';
import type { Presentation, ScanReport } from './report.ts';
import { findingLines } from './text-finding.ts';
import { problemLines } from './text-problems.ts';
import { counted, type Style, styleFor } from './text-style.ts';
import { summaryLines } from './text-summary.ts';

/** The report for people: findings by file, each with its line, its reasons and what to do; then a summary. */
export function textReport(report: ScanReport, presentation: Presentation): string {
  const style = styleFor(presentation);
  const lines: string[] = [];
  for (const [path, findings] of byPath(report.findings)) {
    lines.push(heading(path, findings.length, style), '');
    for (const finding of findings) lines.push(...findingLines(finding, report, style), '');
  }
  lines.push(...problemLines(report.problems, report.source, style), ...summaryLines(report, style));
  return `${lines.join('\n')}\n`;
}

function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
}

function heading(path: string, count: number, style: Style): string {
  return `${style.bold(style.underline(style.path(path)))}  ${style.dim(counted(count, 'finding'))}`;
}
