import type { Finding } from '../../model/finding.ts';
import { languageOf } from '../acts.ts';
import { escapeXml } from '../escape-xml.ts';
import { placeAt } from '../place.ts';
import { platformPath } from '../platforms/platform-path.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { capitalised } from '../words.ts';

/** How many of each kind are written out; the rest is counted. */
const SHOWN = 3;

/** What stands below a finding, as HTML: the acts that it rests on, where else it is, and how it can be fixed. */
export function findingDetails(finding: Finding, report: ScanReport, presentation: Presentation): string {
  const language = languageOf(report);
  const rows = [
    ['evidence', [inline(acts(finding, report), report)]],
    ['also', [inline(places(finding, report, presentation), report)]],
    ['fix', fixes(finding, report)],
  ] as const;
  const shown = rows.flatMap(([label, lines]) => {
    const written = lines.filter(line => line !== '').map(line => `<dd>${line}</dd>`);
    return written.length > 0
      ? [`<dt>${escapeXml(capitalised(language.say(`label.${label}`)))}</dt>${written.join('')}`]
      : [];
  });
  return shown.length > 0 ? `<dl>${shown.join('')}</dl>\n` : '';
}

/** Where an act's row is, so that findings lead to it. */
export function actId(id: string): string {
  return `act-${escapeXml(id)}`;
}

function acts({ evidence }: Finding, report: ScanReport): string[] {
  return evidence.flatMap(id => {
    const act = report.facts.evidence(id);
    const title = act && languageOf(report).evidence(act).title;
    return title === undefined ? [] : [`<a href="#${actId(id)}">${escapeXml(title)}</a>`];
  });
}

function places({ occurrences }: Finding, report: ScanReport, presentation: Presentation): string[] {
  return occurrences.map(({ path, span }) => {
    const { line, column } = placeAt(report.source(path), span.start);
    return `<code>${escapeXml(platformPath(path, presentation))}:${line}:${column}</code>`;
  });
}

function fixes(finding: Finding, report: ScanReport): string[] {
  const language = languageOf(report);
  const offers = report.fixesOf(finding).filter(({ grade }) => grade !== 'refused');
  const shown = offers
    .slice(0, SHOWN)
    .map(({ title, grade }) => language.say('report.fix', { title, grade: language.say(`grade.${grade}`) }));
  const left = offers.length - SHOWN;
  return [...shown, ...(left > 0 ? [language.count('report.more', left)] : [])].map(escapeXml);
}

/** The first in one line, with how many more there are. */
function inline(items: readonly string[], report: ScanReport): string {
  const left = items.length - SHOWN;
  const more = left > 0 ? [escapeXml(languageOf(report).count('hover.more', left))] : [];
  return [...items.slice(0, SHOWN), ...more].join(' · ');
}
