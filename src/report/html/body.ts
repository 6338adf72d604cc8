import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import { groupBy } from '../../text/group-by.ts';
import { languageOf, statusWords } from '../acts.ts';
import { changeWords, exceptionWords } from '../changes/change-words.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Language } from '../language.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import { platformPath } from '../platforms/platform-path.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { type Summary, severityCount, summarise } from '../summary.ts';
import { excerptOf } from '../text/excerpt.ts';
import { capitalised, rulesetWords } from '../words.ts';
import { barChart } from './chart.ts';
import { actId, findingDetails } from './details.ts';

/** How a page shows the report, besides its style. */
export interface HtmlOptions {
  /** Places are buttons that say which finding they belong to (`data-place`, an index of the report's findings). */
  readonly placesAreButtons: boolean;
  /** The most findings that are written out; charts count all of them. */
  readonly mostFindings: number;
}

/** What the report says in a line. */
export function headline({ total, severities }: Summary, language: Language): string {
  if (total === 0) return language.say('report.no-findings');
  return language.say('report.headline', {
    findings: language.count('report.findings', total),
    severities: severities.map(([severity, count]) => severityCount(severity, count, language)).join(', '),
  });
}

/** The page's content: headline, charts, findings by file, the acts, and what could not be read. */
export function* htmlBody(
  report: ScanReport,
  presentation: Presentation,
  options: HtmlOptions,
): Iterable<string> {
  const summary = summarise(report);
  yield `<header>
<h1>Vendor Diligence</h1>
<p class="headline">${escapeXml(headline(summary, languageOf(report)))}</p>
${changeLine(report)}<p class="meta">${escapeXml(meta(report))}</p>
</header>
<main>
`;
  if (summary.total > 0) {
    yield charts(summary, languageOf(report));
    yield* findingSections(report, presentation, options);
    yield* evidenceSection(report);
  }
  yield* problemSection(report, presentation);
  yield '</main>\n';
}

function changeLine(report: ScanReport): string {
  return report.change ? `<p>${escapeXml(capitalised(changeWords(report)))}.</p>\n` : '';
}

function meta(report: ScanReport): string {
  const { ruleset, stats, suppressed, tool, today } = report;
  const language = languageOf(report);
  const { discovered, parsed } = stats.files;
  return [
    rulesetWords(ruleset, language),
    language.count('report.files-read', discovered, { read: language.number(parsed) }),
    ...(suppressed.length > 0 ? [language.count('report.suppressed', suppressed.length)] : []),
    ...[exceptionWords(report)].filter(Boolean),
    language.say('report.version', { version: tool.version }),
    language.day(today),
  ].join(' · ');
}

function charts({ vendors, jurisdictions, kinds, concerns }: Summary, language: Language): string {
  return [
    `<section class="charts" aria-label="${escapeXml(language.say('report.summary'))}">`,
    barChart(language.say('report.by-vendor'), vendors, language),
    barChart(language.say('report.by-jurisdiction'), jurisdictions, language),
    barChart(language.say('report.by-kind'), kinds, language),
    barChart(language.say('report.by-concern'), concerns, language),
    '</section>\n',
  ].join('\n');
}

function* findingSections(
  report: ScanReport,
  presentation: Presentation,
  { mostFindings, placesAreButtons }: HtmlOptions,
): Iterable<string> {
  const language = languageOf(report);
  yield `<h2>${escapeXml(language.say('report.findings'))}</h2>\n`;
  const shown = report.findings.slice(0, mostFindings);
  const indexes = new Map(shown.map((finding, index) => [finding, index]));
  const left = report.findings.length - shown.length;
  if (left > 0) {
    const first = { shown: language.number(shown.length), left: language.number(left) };
    yield `<p class="note">${escapeXml(language.say('report.first', first))}</p>\n`;
  }
  for (const [path, findings] of groupBy(shown, finding => finding.path)) {
    yield `<section class="file">\n<h3>${escapeXml(platformPath(path, presentation))} <span class="count">${language.number(findings.length)}</span></h3>\n`;
    for (const finding of findings) {
      const index = placesAreButtons ? indexes.get(finding) : undefined;
      yield findingArticle(finding, report, presentation, index);
    }
    yield '</section>\n';
  }
}

function findingArticle(
  finding: Finding,
  report: ScanReport,
  presentation: Presentation,
  index: number | undefined,
): string {
  const language = languageOf(report);
  const source = report.source(finding.path);
  const { line, column } = placeRange(source, finding.span).start;
  const excerpt = source && excerptOf(source, finding.span, EXCERPT_WIDTH);
  const code = excerpt
    ? `<pre><code>${escapeXml(excerpt.before.trimStart())}<mark>${escapeXml(excerpt.marked)}</mark>${escapeXml(excerpt.after)}</code></pre>\n`
    : '';
  return `<article>
<p><span class="severity ${finding.severity}">${escapeXml(language.severity(finding.severity))}</span> ${placeMark(`${line}:${column}`, finding, index)} <span class="rule">${escapeXml(finding.rule)}</span></p>
<p>${escapeXml(findingMessage(finding, report))}</p>
${code}${findingDetails(finding, report, presentation)}</article>
`;
}

function placeMark(place: string, { path }: Finding, index: number | undefined): string {
  if (index === undefined) return `<span class="place">${place}</span>`;
  const label = escapeXml(`${path}:${place}`);
  return `<button type="button" class="place" data-place="${index}" aria-label="${label}">${place}</button>`;
}

/** Columns of the line of code that are shown. */
const EXCERPT_WIDTH = 110;

/** Of the table of acts; on a narrow page they stand before each cell but the first. */
const COLUMNS = ['act', 'authority', 'date', 'status', 'applies-to'] as const;

function* evidenceSection(report: ScanReport): Iterable<string> {
  const { findings, facts } = report;
  const language = languageOf(report);
  const ids = [...new Set(findings.flatMap(({ evidence }) => evidence))];
  const acts = ids.flatMap(id => facts.evidence(id) ?? []);
  if (acts.length === 0) return;
  const columns = COLUMNS.map(name => `<th scope="col">${escapeXml(language.say(`report.${name}`))}</th>`);
  yield `<h2>${escapeXml(language.say('report.evidence'))}</h2>\n`;
  yield `<table class="evidence">\n<thead><tr>${columns.join('')}</tr></thead>\n<tbody>\n`;
  for (const act of acts) yield evidenceRow(act, report);
  yield '</tbody>\n</table>\n';
}

function evidenceRow(act: Evidence, report: ScanReport): string {
  const language = languageOf(report);
  const { title, url, summary, authority, appliesTo } = language.evidence(act);
  const cells = [
    `${linkTo(title, url)}<br><small>${escapeXml(summary)}</small>`,
    escapeXml(authority),
    `<time datetime="${act.date}">${escapeXml(language.day(act.date))}</time>`,
    escapeXml(statusWords(act, report)),
    escapeXml(appliesTo),
  ];
  const labelled = cells.map((cell, index) => {
    const [column] = index === 0 ? [] : COLUMNS.slice(index, index + 1);
    const label = column ? ` data-label="${escapeXml(language.say(`report.${column}`))}"` : '';
    return `<td${label}>${cell}</td>`;
  });
  return `<tr id="${actId(act.id)}">${labelled.join('')}</tr>\n`;
}

function linkTo(title: string, url: string): string {
  const label = escapeXml(title);
  return /^https:\/\//.test(url) ? `<a href="${escapeXml(url)}" rel="noreferrer">${label}</a>` : label;
}

function* problemSection(report: ScanReport, presentation: Presentation): Iterable<string> {
  const { problems } = report;
  if (problems.length === 0) return;
  const language = languageOf(report);
  yield `<h2>${escapeXml(language.say('report.unread'))}</h2>\n<ul>\n`;
  for (const { path, message } of problems) {
    const problem = escapeXml(language.phrase(message));
    const place = path === undefined ? undefined : escapeXml(platformPath(path, presentation));
    const words =
      place === undefined
        ? problem
        : language.say('report.unread-place', { place: `<code>${place}</code>`, problem });
    yield `<li>${words}</li>\n`;
  }
  yield '</ul>\n';
}
