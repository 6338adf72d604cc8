import { languageOf } from '../acts.ts';
import type { ScanReport } from '../report.ts';
import { htmlBody } from './body.ts';
import { VIEW_STYLE } from './style.ts';
import { viewPage } from './view-page.ts';

/** Findings that the page writes out: more would take an editor seconds to lay out. */
export const MOST_FINDINGS = 1000;

/** The report as a page for a web view, in the editor's own colours; its places are numbers of the report's findings. */
export function htmlReportView(report: ScanReport, title: string, nonce: string): string {
  const presentation = { color: false, width: undefined, pathPrefix: '' };
  const body = [...htmlBody(report, presentation, { placesAreButtons: true, mostFindings: MOST_FINDINGS })];
  return viewPage({ title, tag: languageOf(report).tag, nonce, style: VIEW_STYLE, body: body.join('') });
}
