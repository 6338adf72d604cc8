import type { Finding } from '../../model/finding.ts';
import { compareSeverity } from '../../model/vocabulary.ts';
import { groupBy } from '../../text/group-by.ts';
import { languageOf } from '../acts.ts';
import { changeWords, exceptionWords } from '../changes/change-words.ts';
import type { Language } from '../language.ts';
import { escapeMarkdown as escapeAnywhere, inlineCode } from '../markdown.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { type Summary, severityCount, summarise, vendorNameOf } from '../summary.ts';
import { tally } from '../tally.ts';
import { capitalised, kindWords, rulesetWords } from '../words.ts';
import { platformPath } from './platform-path.ts';

/** A comment on GitHub holds 65,536 characters: the worst findings come first, and the rest is counted. */
const MOST_CHARACTERS = 55_000;

const COLUMNS = ['vendor', 'run-from', 'errors', 'warnings', 'other-severities', 'through'] as const;

/**
 * Text for a comment: behind `@` and `#` stands a space without width, as a platform takes also a character reference for
 * somebody's name or a number of an issue, and would notify people of a package.
 */
function escapeMarkdown(text: string): string {
  return escapeAnywhere(text).replace(/&#(?:64|35);/g, '$&&#8203;');
}

/** A short comment for a pull request: the numbers, a table by vendor, and the findings folded. */
export function* pullRequestReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const summary = summarise(report);
  const language = languageOf(report);
  yield `### ${language.say('report.title', { headline: headline(summary, language) })}\n`;
  if (report.change) yield `\n${escapeMarkdown(capitalised(changeWords(report)))}.\n`;
  if (summary.vendors.length > 0) yield* vendorTable(report, language);
  yield* findingDetails(report, presentation);
  yield* problemDetails(report, presentation);
  yield `\n<sub>${footer(report)}</sub>\n`;
}

function headline({ total, severities }: Summary, language: Language): string {
  if (total === 0) return language.say('report.no-findings');
  return language.say('report.headline-short', {
    findings: language.count('report.findings', total),
    severities: severities.map(([severity, count]) => severityCount(severity, count, language)).join(', '),
  });
}

function* vendorTable(report: ScanReport, language: Language): Iterable<string> {
  const columns = COLUMNS.map(name => escapeMarkdown(language.say(`report.${name}`)));
  yield `\n| ${columns.join(' | ')} |\n| --- | --- | ---: | ---: | ---: | --- |\n`;
  const byVendor = groupBy(report.findings, finding => finding.vendor);
  for (const [vendor, group] of byVendor) {
    const [first] = group;
    if (!first || vendor === '') continue;
    const country = report.facts.vendor(vendor)?.jurisdiction.country;
    const errors = group.filter(({ severity }) => severity === 'error').length;
    const warnings = group.filter(({ severity }) => severity === 'warning').length;
    const doors = tally(group.map(({ kind }) => kindWords(kind, language))).map(([door]) => door);
    const cells = [
      escapeMarkdown(vendorNameOf(first, report).join()),
      country === undefined ? '' : escapeMarkdown(language.country(country)),
      errors,
      warnings,
      group.length - errors - warnings,
      escapeMarkdown(doors.join(', ')),
    ];
    yield `| ${cells.join(' | ')} |\n`;
  }
}

function* findingDetails(report: ScanReport, presentation: Presentation): Iterable<string> {
  if (report.findings.length === 0) return;
  const worstFirst = [...report.findings].sort((a, b) => compareSeverity(a.severity, b.severity));
  const shown: string[] = [];
  let room = MOST_CHARACTERS;
  for (const finding of worstFirst) {
    const line = findingLine(finding, report, presentation);
    room -= line.length;
    if (room < 0) break;
    shown.push(line);
  }
  const language = languageOf(report);
  const left = worstFirst.length - shown.length;
  yield `\n<details><summary>${language.count('report.findings', worstFirst.length)}</summary>\n\n`;
  yield* shown;
  if (left > 0) yield `- ${language.count('report.more', left)}\n`;
  yield '\n</details>\n';
}

function findingLine(finding: Finding, report: ScanReport, presentation: Presentation): string {
  const { line } = placeRange(report.source(finding.path), finding.span).start;
  const place = inlineCode(`${platformPath(finding.path, presentation)}:${line}`);
  const message = escapeMarkdown(findingMessage(finding, report));
  const severity = escapeMarkdown(languageOf(report).severity(finding.severity));
  return `- **${severity}** ${place} ${inlineCode(finding.rule)}: ${message}\n`;
}

function* problemDetails(report: ScanReport, presentation: Presentation): Iterable<string> {
  const { problems } = report;
  if (problems.length === 0) return;
  const language = languageOf(report);
  const summary = language.count('report.problems-unread', problems.length);
  yield `\n<details><summary>${summary}</summary>\n\n`;
  for (const { path, message } of problems.slice(0, 50)) {
    const problem = escapeMarkdown(language.phrase(message));
    const place = path === undefined ? undefined : inlineCode(platformPath(path, presentation));
    yield `- ${place === undefined ? problem : language.say('report.unread-place', { place, problem })}\n`;
  }
  yield '\n</details>\n';
}

function footer(report: ScanReport): string {
  const { ruleset, suppressed, stats } = report;
  const language = languageOf(report);
  const parts = [
    rulesetWords(ruleset, language),
    language.count('report.files', stats.files.discovered),
    ...(suppressed.length > 0 ? [language.count('report.suppressed', suppressed.length)] : []),
    ...[exceptionWords(report)].filter(Boolean),
  ];
  return escapeMarkdown(parts.join(' · '));
}
