import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import { statusWords } from '../acts.ts';
import { changeWords } from '../changes/change-words.ts';
import { escapeXml } from '../escape-xml.ts';
import { groupBy } from '../group-by.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import { platformPath } from '../platforms/platform-path.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { type Summary, severityCount, summarise } from '../summary.ts';
import { excerptOf } from '../text/excerpt.ts';
import { counted } from '../text/style.ts';
import { barChart } from './chart.ts';

/** How a page shows the report, besides its style. */
export interface HtmlOptions {
  /** Places are buttons that say which finding they belong to (`data-place`, an index of the report's findings). */
  readonly placesAreButtons: boolean;
  /** The most findings that are written out; charts count all of them. */
  readonly mostFindings: number;
}

/** What the report says in a line. */
export function headline({ total, severities }: Summary): string {
  if (total === 0) return 'no findings';
  const counts = severities.map(([severity, count]) => severityCount(severity, count)).join(', ');
  return `${counted(total, 'finding')}: ${counts}`;
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
<p class="headline">${escapeXml(headline(summary))}</p>
${changeLine(report)}<p class="meta">${escapeXml(meta(report))}</p>
</header>
<main>
`;
  if (summary.total > 0) {
    yield charts(summary);
    yield* findingSections(report, presentation, options);
    yield* evidenceSection(report);
  }
  yield* problemSection(report, presentation);
  yield '</main>\n';
}

function changeLine(report: ScanReport): string {
  return report.change ? `<p>${escapeXml(capitalised(changeWords(report)))}.</p>\n` : '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function meta({ ruleset, stats, suppressed, tool, today }: ScanReport): string {
  const audience = ruleset.audience.length > 0 ? `, audience ${ruleset.audience.join(', ')}` : '';
  const silenced = suppressed.length > 0 ? ` · ${suppressed.length} suppressed` : '';
  const files = `${counted(stats.files.discovered, 'file')} listed, ${stats.files.parsed} read`;
  return `Ruleset ${ruleset.name}${audience} · ${files}${silenced} · version ${tool.version} · ${today}`;
}

function charts({ vendors, jurisdictions, doors, concerns }: Summary): string {
  return [
    '<section class="charts" aria-label="Summary">',
    barChart('By vendor', vendors),
    barChart('By jurisdiction of the vendor', jurisdictions),
    barChart('By entry door', doors),
    barChart('By concern', concerns),
    '</section>\n',
  ].join('\n');
}

function* findingSections(
  report: ScanReport,
  presentation: Presentation,
  { mostFindings, placesAreButtons }: HtmlOptions,
): Iterable<string> {
  yield '<h2>Findings</h2>\n';
  const shown = report.findings.slice(0, mostFindings);
  const indexes = new Map(shown.map((finding, index) => [finding, index]));
  const left = report.findings.length - shown.length;
  if (left > 0) {
    yield `<p class="note">The first ${shown.length} are written out here. An exported report has the other ${left} as well.</p>\n`;
  }
  for (const [path, findings] of groupBy(shown, finding => finding.path)) {
    yield `<section class="file">\n<h3>${escapeXml(platformPath(path, presentation))} <span class="count">${findings.length}</span></h3>\n`;
    for (const finding of findings) {
      yield findingArticle(finding, report, placesAreButtons ? indexes.get(finding) : undefined);
    }
    yield '</section>\n';
  }
}

function findingArticle(finding: Finding, report: ScanReport, index: number | undefined): string {
  const source = report.source(finding.path);
  const { line, column } = placeRange(source, finding.span).start;
  const excerpt = source && excerptOf(source, finding.span, EXCERPT_WIDTH);
  const code = excerpt
    ? `<pre><code>${escapeXml(excerpt.before)}<mark>${escapeXml(excerpt.marked)}</mark>${escapeXml(excerpt.after)}</code></pre>\n`
    : '';
  const facts = [
    ...(finding.occurrences.length > 0 ? [`also in ${counted(finding.occurrences.length, 'place')}`] : []),
    ...report
      .fixesOf(finding)
      .slice(0, 3)
      .map(({ title, grade }) => `${title} (${grade})`),
  ];
  return `<article>
<p><span class="severity ${finding.severity}">${finding.severity}</span> ${placeMark(`${line}:${column}`, finding, index)} <span class="rule">${escapeXml(finding.rule)}</span></p>
<p>${escapeXml(findingMessage(finding, report))}</p>
${code}${facts.length > 0 ? `<ul>${facts.map(fact => `<li>${escapeXml(fact)}</li>`).join('')}</ul>\n` : ''}</article>
`;
}

function placeMark(place: string, { path }: Finding, index: number | undefined): string {
  if (index === undefined) return `<span class="place">${place}</span>`;
  const label = escapeXml(`${path}:${place}`);
  return `<button type="button" class="place" data-place="${index}" aria-label="${label}">${place}</button>`;
}

/** Columns of the line of code that are shown. */
const EXCERPT_WIDTH = 110;

function* evidenceSection({ findings, facts }: ScanReport): Iterable<string> {
  const ids = [...new Set(findings.flatMap(({ evidence }) => evidence))];
  const acts = ids.flatMap(id => facts.evidence(id) ?? []);
  if (acts.length === 0) return;
  yield '<h2>Evidence</h2>\n<table>\n<thead><tr><th scope="col">Act</th><th scope="col">Authority</th><th scope="col">Date</th><th scope="col">Status</th><th scope="col">Applies to</th></tr></thead>\n<tbody>\n';
  for (const act of acts) yield evidenceRow(act);
  yield '</tbody>\n</table>\n';
}

function evidenceRow(act: Evidence): string {
  const cells = [
    `${linkTo(act)}<br><small>${escapeXml(act.summary)}</small>`,
    escapeXml(act.authority),
    `<time>${act.date}</time>`,
    escapeXml(statusWords(act, {})),
    escapeXml(act.appliesTo),
  ];
  return `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>\n`;
}

function linkTo({ title, url }: Evidence): string {
  const label = escapeXml(title);
  return /^https:\/\//.test(url) ? `<a href="${escapeXml(url)}" rel="noreferrer">${label}</a>` : label;
}

function* problemSection({ problems }: ScanReport, presentation: Presentation): Iterable<string> {
  if (problems.length === 0) return;
  yield '<h2>Could not be read</h2>\n<ul>\n';
  for (const { path, message } of problems) {
    const place = path === undefined ? '' : `<code>${escapeXml(platformPath(path, presentation))}</code>: `;
    yield `<li>${place}${escapeXml(message)}</li>\n`;
  }
  yield '</ul>\n';
}
