import type { Finding, Occurrence } from '../../model/finding.ts';
import { neutralise } from '../../text/neutralise.ts';
import { languageOf } from '../acts.ts';
import type { Language } from '../language.ts';
import { findingMessage } from '../message.ts';
import type { FixOffer, ScanReport } from '../report.ts';
import { textWidth } from './display-width.ts';
import { type Citations, citationWords } from './evidence.ts';
import { excerptOf } from './excerpt.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** One finding: its place and message, the line of the file, and what the reader may want to know besides. */
export function findingLines(
  finding: Finding,
  report: ScanReport,
  citations: Citations,
  fixes: readonly FixOffer[],
  style: Style,
): string[] {
  const language = languageOf(report);
  const details = [...detailsOf(finding, report, citations, style), ...fixDetails(fixes, language)];
  const excerpt = excerptLines(finding, report, style);
  return [...titleLines(finding, report, style), ...excerpt, ...detailLines(details, style)];
}

/** How many are shown; the JSON report has all of them. */
const SHOWN_PLACES = 3;
const SHOWN_FIXES = 3;

/** Width of the line numbers, and what stands left of the excerpt. */
const NUMBER_WIDTH = 6;
const GUTTER_WIDTH = NUMBER_WIDTH + 3;
const EXCERPT_WIDTH_WITHOUT_TERMINAL = 140;
const LEAST_EXCERPT_WIDTH = 40;

function titleLines(finding: Finding, report: ScanReport, style: Style): string[] {
  const place = style.place(finding.path, report.source(finding.path), finding.span.start);
  const severity = languageOf(report).severity(finding.severity);
  const title = `${place} ${severity} ${neutralise(finding.rule)}`;
  const painted = `${place} ${style.severity[finding.severity](severity)} ${style.dim(neutralise(finding.rule))}`;
  const message = findingMessage(finding, report);
  const fits = style.width === undefined || textWidth(title) + 2 + textWidth(message) <= style.width;
  if (fits) return [`${painted}  ${message}`];
  return [painted, ...wrap(message, style.width && style.width - 2).map(line => `  ${line}`)];
}

function excerptLines(finding: Finding, report: ScanReport, style: Style): string[] {
  const source = report.source(finding.path);
  if (!source) return [];
  const room = style.width === undefined ? EXCERPT_WIDTH_WITHOUT_TERMINAL : style.width - GUTTER_WIDTH;
  const excerpt = excerptOf(source, finding.span, Math.max(room, LEAST_EXCERPT_WIDTH));
  const paint = style.severity[finding.severity];
  const number = String(excerpt.line).padStart(NUMBER_WIDTH);
  const carets = ' '.repeat(excerpt.beforeWidth) + paint('^'.repeat(excerpt.markedWidth));
  return [
    `${style.dim(`${number} │`)} ${excerpt.before}${style.bold(excerpt.marked)}${excerpt.after}`,
    `${style.dim(`${' '.repeat(NUMBER_WIDTH)} │`)} ${carets}`,
  ];
}

/** A word that says what follows, and what follows. */
type Detail = readonly [label: string, text: string];

function detailsOf(finding: Finding, report: ScanReport, citations: Citations, style: Style): Detail[] {
  const from = languageOf(report).say('label.from');
  return [
    ...finding.trail.map(step => {
      const place = style.place(step.path, report.source(step.path), step.span.start);
      return [from, `${neutralise(step.name)}  ${place}`] as const;
    }),
    ...citationDetails(finding, report, citations),
    ...occurrenceDetails(finding.occurrences, report, style),
  ];
}

function citationDetails(finding: Finding, report: ScanReport, citations: Citations): Detail[] {
  const words = citationWords(finding, citations, report);
  return words === undefined ? [] : [[languageOf(report).say('label.evidence'), words]];
}

function occurrenceDetails(occurrences: readonly Occurrence[], report: ScanReport, style: Style): Detail[] {
  if (occurrences.length === 0) return [];
  const places = occurrences
    .slice(0, SHOWN_PLACES)
    .map(({ path, span }) => style.place(path, report.source(path), span.start));
  const more = occurrences.length > SHOWN_PLACES ? ', …' : '';
  const language = languageOf(report);
  const count = language.count('report.places', occurrences.length);
  const words = language.say('label.places', { count, places: `${places.join(', ')}${more}` });
  return [[language.say('label.also'), words]];
}

function fixDetails(fixes: readonly FixOffer[], language: Language): Detail[] {
  const left = fixes.length - SHOWN_FIXES;
  const more = left > 0 ? [['', language.count('report.more', left)] as const] : [];
  return [
    ...fixes.slice(0, SHOWN_FIXES).map(({ title, grade }) => {
      const words = { title: neutralise(title), grade: language.say(`grade.${grade}`) };
      return [language.say('label.fix'), language.say('report.fix', words)] as const;
    }),
    ...more,
  ];
}

function detailLines(details: readonly Detail[], style: Style): string[] {
  const labelWidth = Math.max(0, ...details.map(([label]) => label.length));
  const textIndent = GUTTER_WIDTH + labelWidth + 2;
  const width =
    style.width === undefined ? undefined : Math.max(LEAST_EXCERPT_WIDTH, style.width - textIndent);
  return details.flatMap(([label, text], index) => {
    const isLast = index === details.length - 1;
    return wrap(text, width).map((line, lineIndex) => {
      const corner = lineIndex > 0 ? (isLast ? ' ' : '│') : isLast ? '╰' : '├';
      const shownLabel = (lineIndex === 0 ? label : '').padEnd(labelWidth);
      return `${style.dim(`${' '.repeat(NUMBER_WIDTH)} ${corner} ${shownLabel}`)}  ${line}`;
    });
  });
}
