import type { Finding } from '../../model/finding.ts';
import { compareSeverity } from '../../model/vocabulary.ts';
import { groupBy } from '../group-by.ts';
import { ENGLISH } from '../language.ts';
import { escapeMarkdown, inlineCode } from '../markdown.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { type Summary, severityCount, summarise, vendorNameOf } from '../summary.ts';
import { tally } from '../tally.ts';
import { counted } from '../text/style.ts';
import { kindWords } from '../words.ts';
import { platformPath } from './platform-path.ts';

/** A comment on GitHub holds 65,536 characters: the worst findings come first, and the rest is counted. */
const MOST_CHARACTERS = 55_000;

/** A short comment for a pull request: the numbers, a table by vendor, and the findings folded. */
export function* pullRequestReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const summary = summarise(report);
  yield `### Vendor Diligence: ${headline(summary)}\n`;
  if (summary.vendors.length > 0) yield* vendorTable(report);
  yield* findingDetails(report, presentation);
  yield* problemDetails(report, presentation);
  yield `\n<sub>${footer(report)}</sub>\n`;
}

function headline({ total, severities }: Summary): string {
  if (total === 0) return 'no findings';
  return `${counted(total, 'finding')} (${severities.map(([severity, count]) => severityCount(severity, count)).join(', ')})`;
}

function* vendorTable(report: ScanReport): Iterable<string> {
  yield '\n| vendor | run from | errors | warnings | others | through |\n| --- | --- | ---: | ---: | ---: | --- |\n';
  const byVendor = groupBy(report.findings, finding => finding.vendor);
  for (const [vendor, group] of byVendor) {
    const [first] = group;
    if (!first || vendor === '') continue;
    const country = report.facts.vendor(vendor)?.jurisdiction.country;
    const errors = group.filter(({ severity }) => severity === 'error').length;
    const warnings = group.filter(({ severity }) => severity === 'warning').length;
    const doors = tally(group.map(({ kind }) => kindWords(kind))).map(([door]) => door);
    const cells = [
      escapeMarkdown(vendorNameOf(first, report).join()),
      country === undefined ? '' : escapeMarkdown(ENGLISH.country(country)),
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
  const left = worstFirst.length - shown.length;
  yield `\n<details><summary>${counted(worstFirst.length, 'finding')}</summary>\n\n`;
  yield* shown;
  if (left > 0) yield `- and ${left} more\n`;
  yield '\n</details>\n';
}

function findingLine(finding: Finding, report: ScanReport, presentation: Presentation): string {
  const { line } = placeRange(report.source(finding.path), finding.span).start;
  const place = inlineCode(`${platformPath(finding.path, presentation)}:${line}`);
  const message = escapeMarkdown(findingMessage(finding, report));
  return `- **${finding.severity}** ${place} ${inlineCode(finding.rule)}: ${message}\n`;
}

function* problemDetails({ problems }: ScanReport, presentation: Presentation): Iterable<string> {
  if (problems.length === 0) return;
  yield `\n<details><summary>${counted(problems.length, 'problem')}: not everything could be read</summary>\n\n`;
  for (const { path, message } of problems.slice(0, 50)) {
    const place = path === undefined ? '' : `${inlineCode(platformPath(path, presentation))}: `;
    yield `- ${place}${escapeMarkdown(message)}\n`;
  }
  yield '\n</details>\n';
}

function footer({ ruleset, suppressed, stats }: ScanReport): string {
  const audience = ruleset.audience.length > 0 ? ` for ${ENGLISH.list(ruleset.audience)}` : '';
  const silenced = suppressed.length > 0 ? ` · ${suppressed.length} suppressed` : '';
  return escapeMarkdown(
    `Ruleset ${ruleset.name}${audience} · ${counted(stats.files.discovered, 'file')}${silenced}`,
  );
}
