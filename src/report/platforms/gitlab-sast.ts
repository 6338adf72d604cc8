import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { neutralise } from '../../text/neutralise.ts';
import { languageOf } from '../acts.ts';
import { mapLazily, serialise } from '../json/serialise.ts';
import type { Language } from '../language.ts';
import { escapeMarkdown } from '../markdown.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { shortened } from '../shortened.ts';
import { vendorNameOf } from '../summary.ts';
import { kindWords } from '../words.ts';
import { platformPath } from './platform-path.ts';
import { uniqueFingerprints } from './unique-fingerprints.ts';

/** The version of GitLab's schema (https://gitlab.com/gitlab-org/security-products/security-report-schemas). */
const SCHEMA_VERSION = '15.2.1';

/** What GitLab takes of a name, and what stays below its 7,000 of a solution however much is escaped. */
const LONGEST = { name: 255, title: 1000 };

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'High',
  warning: 'Medium',
  information: 'Low',
  hint: 'Info',
};

/** GitLab's report of static application security testing, which merge requests and dashboards show. */
export function gitlabSastReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const { tool, today, findings, problems } = report;
  const program = {
    id: 'vendor-diligence',
    name: 'Vendor Diligence',
    version: tool.version,
    vendor: { name: 'Vendor Diligence' },
  };
  // The schema wants times; the day is what expiry is measured on, and the same input gives the same report.
  const time = `${today}T00:00:00`;
  const unique = uniqueFingerprints();
  return serialise({
    version: SCHEMA_VERSION,
    scan: {
      analyzer: program,
      scanner: program,
      type: 'sast',
      status: 'success',
      start_time: time,
      end_time: time,
      ...(problems.length > 0
        ? { messages: problems.map(problem => messageOf(problem, languageOf(report))) }
        : {}),
    },
    vulnerabilities: mapLazily(findings, finding => ({
      id: unique(finding.fingerprint),
      ...vulnerabilityOf(finding, report, presentation),
    })),
  });
}

function nameOf(finding: Finding, report: ScanReport): string {
  return [...vendorNameOf(finding, report), kindWords(finding.kind, languageOf(report))].join(': ');
}

/** What could not be read: the scan is one of the rest. */
function messageOf({ path, message }: Problem, language: Language) {
  const said = language.phrase(message);
  const value = neutralise(path === undefined ? said : `${path}: ${said}`);
  return { level: 'warn', value };
}

/** Description and solution are Markdown there; the name must not tell one finding from another. */
function vulnerabilityOf(finding: Finding, report: ScanReport, presentation: Presentation) {
  const { start, end } = placeRange(report.source(finding.path), finding.span);
  const acts = finding.evidence.flatMap(id => report.facts.evidence(id) ?? []);
  const language = languageOf(report);
  const fix = report.fixesOf(finding).find(({ grade }) => grade !== 'refused');
  const value = `${finding.rule}:${finding.vendor}`;
  return {
    name: shortened(nameOf(finding, report), LONGEST.name),
    description: escapeMarkdown(findingMessage(finding, report)),
    severity: SEVERITIES[finding.severity],
    ...(fix ? { solution: escapeMarkdown(shortened(fix.title, LONGEST.title)) } : {}),
    location: {
      file: platformPath(finding.path, presentation),
      start_line: start.line,
      end_line: end.line,
    },
    identifiers: [{ type: 'vendor_diligence', name: `Vendor Diligence ${value}`, value }],
    ...(acts.length > 0
      ? { links: acts.map(act => ({ name: language.evidence(act).title, url: act.url })) }
      : {}),
  };
}
