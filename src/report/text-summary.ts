import type { Finding } from '../model/finding.ts';
import { SEVERITIES, type Severity } from '../model/vocabulary.ts';
import { neutralise } from '../text/neutralise.ts';
import type { ScanReport } from './report.ts';
import { counted, type Style } from './text-style.ts';
import { countryName } from './words.ts';

/** The last lines of a text report: the numbers, who and where. No times: the same input gives the same report. */
export function summaryLines(report: ScanReport, style: Style): string[] {
  const { findings, stats } = report;
  const rows = [
    ['vendors', tally(findings.flatMap(finding => vendorName(finding, report)))],
    ['run from', tally(findings.flatMap(finding => jurisdictionName(finding, report)))],
    ['located in', tally(findings.flatMap(({ location }) => (location ? [countryName(location)] : [])))],
    [
      'files',
      `${stats.files.discovered} listed, ${stats.files.classified} of a known kind, ${stats.files.parsed} read`,
    ],
    ['ruleset', neutralise(rulesetWords(report))],
  ] as const;
  const labelWidth = Math.max(...rows.map(([label]) => label.length));
  return [
    headline(report, style),
    ...rows
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `  ${style.dim(label.padEnd(labelWidth))}  ${text}`),
  ];
}

const SEVERITY_NOUNS: Readonly<Record<Severity, readonly [singular: string, plural: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** `3 findings: 1 error, 2 warnings · 1 problem · 2 suppressed` */
function headline({ findings, suppressed, problems }: ScanReport, style: Style): string {
  const unread = problems.length > 0 ? [style.severity.warning(counted(problems.length, 'problem'))] : [];
  const silenced = suppressed > 0 ? [style.dim(`${suppressed} suppressed`)] : [];
  return [findingCounts(findings, style, problems.length === 0), ...unread, ...silenced].join(' · ');
}

function findingCounts(findings: readonly Finding[], style: Style, allRead: boolean): string {
  // Green is for a clean result only: what could not be read may hold findings.
  if (findings.length === 0) return allRead ? style.good('No findings') : 'No findings';
  const parts = SEVERITIES.flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    return count === 0 ? [] : [style.severity[severity](counted(count, ...SEVERITY_NOUNS[severity]))];
  });
  return `${style.bold(counted(findings.length, 'finding'))}: ${parts.join(', ')}`;
}

function vendorName({ vendor }: Finding, { facts }: ScanReport): string[] {
  return vendor === '' ? [] : [facts.vendor(vendor)?.name ?? vendor];
}

function jurisdictionName({ vendor }: Finding, { facts }: ScanReport): string[] {
  const country = facts.vendor(vendor)?.jurisdiction.country;
  return country === undefined ? [] : [countryName(country)];
}

/** `Alibaba Cloud 3, Huawei Cloud 1`: the most frequent first, then by name. */
function tally(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([name, count]) => `${neutralise(name)} ${count}`)
    .join(', ');
}

function rulesetWords({ ruleset }: ScanReport): string {
  const version = ruleset.version === undefined ? '' : ` ${ruleset.version}`;
  const audience = ruleset.audience.length === 0 ? '' : `, for ${ruleset.audience.join(', ')}`;
  return `${ruleset.name}${version}${audience}`;
}
