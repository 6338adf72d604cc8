import { neutralise } from '../../text/neutralise.ts';
import { languageOf } from '../acts.ts';
import { changeWords, exceptionWords } from '../changes/change-words.ts';
import type { Language } from '../language.ts';
import type { ScanReport } from '../report.ts';
import { type Summary, severityCount, summarise } from '../summary.ts';
import type { Count } from '../tally.ts';
import { capitalised } from '../words.ts';
import type { Style } from './style.ts';
import type { WaysToFix } from './ways-to-fix.ts';
import { wrap } from './wrap.ts';

/** The last lines of a text report: the numbers, who and where. No times: the same input gives the same report. */
export function summaryLines(report: ScanReport, ways: WaysToFix, style: Style): string[] {
  const { discovered, classified, parsed } = report.stats.files;
  const language = languageOf(report);
  const summary = summarise(report);
  const rows = [
    ['fixes', ways.words(language).join(' · ')],
    ['vendors', listed(summary.vendors, language)],
    ['run-from', listed(summary.jurisdictions, language)],
    ['located-in', listed(summary.locations, language)],
    [
      'files',
      language.say('report.files-known', {
        listed: language.number(discovered),
        known: language.number(classified),
        read: language.number(parsed),
      }),
    ],
    ['change', neutralise(changeWords(report))],
    ['exceptions', exceptionWords(report)],
    ['ruleset', neutralise(rulesetWords(report, language))],
  ] as const;
  const labelled = rows.map(([name, text]) => [language.say(`label.${name}`), text] as const);
  const labelWidth = Math.max(...labelled.map(([label]) => label.length));
  return [
    headline(report, summary, style),
    ...labelled.flatMap(([label, text]) => {
      const lines = text === '' ? [] : wrap(text, style.width && style.width - labelWidth - MARGIN);
      return lines.map(
        (line, index) => `  ${style.dim((index === 0 ? label : '').padEnd(labelWidth))}  ${line}`,
      );
    }),
  ];
}

/** What stands left of a row's label and between label and text. */
const MARGIN = 4;

/** `3 findings: 1 error, 2 warnings · 1 problem · 2 suppressed` */
function headline(report: ScanReport, summary: Summary, style: Style): string {
  const { suppressed, problems } = report;
  const language = languageOf(report);
  const unread =
    problems.length > 0 ? [style.severity.warning(language.count('report.problems', problems.length))] : [];
  const silenced =
    suppressed.length > 0 ? [style.dim(language.count('report.suppressed', suppressed.length))] : [];
  return [findingCounts(summary, style, language, problems.length === 0), ...unread, ...silenced].join(' · ');
}

function findingCounts(
  { severities, total }: Summary,
  style: Style,
  language: Language,
  allRead: boolean,
): string {
  // Green is for a clean result only: what could not be read may hold findings.
  if (total === 0) {
    const words = capitalised(language.say('report.no-findings'));
    return allRead ? style.good(words) : words;
  }
  const parts = severities.map(([severity, count]) =>
    style.severity[severity](severityCount(severity, count, language)),
  );
  const findings = style.bold(language.count('report.findings', total));
  return language.say('report.headline', { findings, severities: parts.join(', ') });
}

/** `Example Cloud 3, Other Cloud 1` */
function listed(counts: readonly Count[], language: Language): string {
  return counts.map(([name, count]) => `${neutralise(name)} ${language.number(count)}`).join(', ');
}

function rulesetWords({ ruleset }: ScanReport, language: Language): string {
  const name = [ruleset.name, ...(ruleset.version === undefined ? [] : [ruleset.version])].join(' ');
  return ruleset.audience.length === 0
    ? name
    : language.say('label.ruleset-for', { ruleset: name, audience: ruleset.audience.join(', ') });
}
