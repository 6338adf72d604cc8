import type { Finding } from '../../model/finding.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { mapLazily, serialise } from '../json/serialise.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { platformPath } from './platform-path.ts';
import { uniqueFingerprints } from './unique-fingerprints.ts';

/** The version of GitLab's schema (https://gitlab.com/gitlab-org/security-products/security-report-schemas). */
const SCHEMA_VERSION = '15.2.1';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'High',
  warning: 'Medium',
  information: 'Low',
  hint: 'Info',
};

/** GitLab's report of static application security testing, which merge requests and dashboards show. */
export function gitlabSastReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const { tool, today, findings } = report;
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
    },
    vulnerabilities: mapLazily(findings, finding => ({
      id: unique(finding.fingerprint),
      ...vulnerabilityOf(finding, report, presentation),
    })),
  });
}

function vulnerabilityOf(finding: Finding, report: ScanReport, presentation: Presentation) {
  const { start, end } = placeRange(report.source(finding.path), finding.span);
  const acts = finding.evidence.flatMap(id => report.facts.evidence(id) ?? []);
  const [fix] = report.fixesOf(finding);
  const value = `${finding.rule}:${finding.vendor}`;
  return {
    name: `${finding.rule}: ${finding.value}`.slice(0, 255),
    description: findingMessage(finding, report),
    severity: SEVERITIES[finding.severity],
    ...(fix ? { solution: fix.title } : {}),
    location: {
      file: platformPath(finding.path, presentation),
      start_line: start.line,
      end_line: end.line,
    },
    identifiers: [{ type: 'vendor_diligence', name: `Vendor Diligence ${value}`, value }],
    ...(acts.length > 0 ? { links: acts.map(({ title, url }) => ({ name: title, url })) } : {}),
  };
}
