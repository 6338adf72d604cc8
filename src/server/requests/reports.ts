import packageJson from '../../../package.json' with { type: 'json' };
import { type ScanResult, settlingFixesOf } from '../../engine/index.ts';
import type { Finding } from '../../model/finding.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import type { FindingPlace } from '../../protocol/findings.ts';
import type { ReportFormat, ReportParams, ReportView, ReportViewParams } from '../../protocol/reports.ts';
import { fixOffers } from '../../report/fix-offers.ts';
import { htmlReportView, MOST_FINDINGS } from '../../report/html/view.ts';
import { isForPeople, SCAN_REPORTERS } from '../../report/index.ts';
import { ENGLISH, type Language } from '../../report/language.ts';
import type { ScanReport } from '../../report/report.ts';
import { NO_FACTS, pathsIn } from '../../report/report-sources.ts';
import type { Source } from '../../text/source.ts';
import { rangeOf, START_OF_FILE } from '../documents/ranges.ts';
import type { Folder } from '../folders/folder.ts';
import type { ChangeScope } from '../scan/change-scope.ts';
import { eachFolder, type Scanning } from '../scan/scan-folders.ts';
import type { Services } from '../services.ts';

/** What reports are made from. */
export interface ReportSources {
  readonly folders: readonly Folder[];
  readonly scope: ChangeScope;
  readonly services: Pick<Services, 'host' | 'language'>;
}

/** The text of a report; `null` when there is nothing to report on. */
export async function reportText(
  { folder, format }: Pick<ReportParams, 'folder' | 'format'>,
  sources: ReportSources,
  scanning: Scanning,
): Promise<string | null> {
  const language = isForPeople(format) ? sources.services.language : ENGLISH;
  const made = await makeReport(folder, language, sources, scanning);
  if (!made) return null;
  const reporter: Record<ReportFormat, unknown> & typeof SCAN_REPORTERS = SCAN_REPORTERS;
  const render = await reporter[format]();
  return [...render(made.report, { color: false, width: undefined, pathPrefix: '' })].join('');
}

/** The report as a page for a web view; `null` when there is nothing to report on. */
export async function reportView(
  { folder, title, nonce }: Pick<ReportViewParams, 'folder' | 'title' | 'nonce'>,
  sources: ReportSources,
  scanning: Scanning,
): Promise<ReportView | null> {
  const made = await makeReport(folder, sources.services.language, sources, scanning);
  if (!made) return null;
  const { report, root } = made;
  const places = report.findings.slice(0, MOST_FINDINGS).map(({ path, span }): FindingPlace => {
    const source = report.source(path);
    return { uri: root.toUri(path), ...(source ? rangeOf(source, span) : START_OF_FILE) };
  });
  return { html: htmlReportView(report, title, nonce), places };
}

interface MadeReport {
  readonly report: ScanReport;
  readonly root: Folder['root'];
}

async function makeReport(
  uri: string,
  language: Language,
  { folders, scope, services }: ReportSources,
  scanning: Scanning,
): Promise<MadeReport | undefined> {
  const folder = folders.find(({ root }) => root.uri === uri);
  if (!folder) return undefined;
  const [result] = await eachFolder([folder], scanning, (each, tell, signal) => each.scan(tell, signal));
  const { ruleset } = folder;
  if (!result || !ruleset) return undefined;
  const sources = await folder.sources(pathsIn(result));
  const shown = result.findings.filter(finding => scope.has(finding, uri));
  const active = result.findings.filter(finding => !finding.suppression);
  const change = scope.summaryOf(folder.root, active);
  const said = { language, today: services.host.clock.today(), ...(change ? { change } : {}) };
  return { report: scanReport(result, shown, ruleset, sources, said), root: folder.root };
}

/** How a report is said, and of which change. */
type Said = Pick<ScanReport, 'language' | 'today' | 'change'>;

function scanReport(
  { findings, problems, stats, catalog }: ScanResult,
  shown: readonly Finding[],
  ruleset: Ruleset,
  sources: ReadonlyMap<string, Source>,
  said: Said,
): ScanReport {
  return {
    tool: { name: packageJson.name, version: packageJson.version },
    ruleset,
    facts: catalog ?? NO_FACTS,
    findings: shown.filter(finding => !finding.suppression),
    suppressed: shown.filter(finding => finding.suppression),
    problems,
    stats,
    ...said,
    source: path => sources.get(path),
    fixesOf: finding =>
      catalog
        ? fixOffers(
            settlingFixesOf(finding, { ruleset, catalog, findings, sources }),
            said.language ?? ENGLISH,
          )
        : [],
  };
}
