import { neutralise } from '../../text/neutralise.ts';
import { changeWords, exceptionWords } from '../changes/change-words.ts';
import type { ScanReport } from '../report.ts';
import { type Summary, severityCount, summarise } from '../summary.ts';
import type { Count } from '../tally.ts';
import { counted, type Style } from './style.ts';

/** The last lines of a text report: the numbers, who and where. No times: the same input gives the same report. */
export function summaryLines(report: ScanReport, style: Style): string[] {
  const { stats } = report;
  const summary = summarise(report);
  const rows = [
    ['vendors', listed(summary.vendors)],
    ['run from', listed(summary.jurisdictions)],
    ['located in', listed(summary.locations)],
    [
      'files',
      `${stats.files.discovered} listed, ${stats.files.classified} of a known kind, ${stats.files.parsed} read`,
    ],
    ['change', neutralise(changeWords(report))],
    ['exceptions', exceptionWords(report)],
    ['ruleset', neutralise(rulesetWords(report))],
  ] as const;
  const labelWidth = Math.max(...rows.map(([label]) => label.length));
  return [
    headline(report, summary, style),
    ...rows
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `  ${style.dim(label.padEnd(labelWidth))}  ${text}`),
  ];
}

/** `3 findings: 1 error, 2 warnings · 1 problem · 2 suppressed` */
function headline({ suppressed, problems }: ScanReport, summary: Summary, style: Style): string {
  const unread = problems.length > 0 ? [style.severity.warning(counted(problems.length, 'problem'))] : [];
  const silenced = suppressed.length > 0 ? [style.dim(`${suppressed.length} suppressed`)] : [];
  return [findingCounts(summary, style, problems.length === 0), ...unread, ...silenced].join(' · ');
}

function findingCounts({ severities, total }: Summary, style: Style, allRead: boolean): string {
  // Green is for a clean result only: what could not be read may hold findings.
  if (total === 0) return allRead ? style.good('No findings') : 'No findings';
  const parts = severities.map(([severity, count]) =>
    style.severity[severity](severityCount(severity, count)),
  );
  return `${style.bold(counted(total, 'finding'))}: ${parts.join(', ')}`;
}

/** `Example Cloud 3, Other Cloud 1` */
function listed(counts: readonly Count[]): string {
  return counts.map(([name, count]) => `${neutralise(name)} ${count}`).join(', ');
}

function rulesetWords({ ruleset }: ScanReport): string {
  const version = ruleset.version === undefined ? '' : ` ${ruleset.version}`;
  const audience = ruleset.audience.length === 0 ? '' : `, for ${ruleset.audience.join(', ')}`;
  return `${ruleset.name}${version}${audience}`;
}
