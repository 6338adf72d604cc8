import { languageOf } from '../acts.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { summarise } from '../summary.ts';
import { headline, htmlBody } from './body.ts';
import { HTML_STYLE } from './style.ts';

/**
 * One page that needs nothing else: no script, no address that is loaded, readable in light and dark and on paper.
 * Its content security policy says so, should text of a repository ever get past the escaping.
 */
export function* htmlReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const language = languageOf(report);
  const title = language.say('report.title', { headline: headline(summarise(report), language) });
  yield `<!doctype html>
<html lang="${language.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
`;
  yield* htmlBody(report, presentation, { placesAreButtons: false, mostFindings: Number.POSITIVE_INFINITY });
  yield '</body>\n</html>\n';
}
