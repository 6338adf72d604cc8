import type { Severity } from '../../model/vocabulary.ts';
import { mapLazily, serialiseList } from '../json/serialise.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { platformPath } from './platform-path.ts';
import { uniqueFingerprints } from './unique-fingerprints.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export function gitlabCodeQualityReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const unique = uniqueFingerprints();
  return serialiseList(
    mapLazily(report.findings, finding => ({
      description: findingMessage(finding, report),
      check_name: finding.rule,
      fingerprint: unique(finding.fingerprint),
      severity: SEVERITIES[finding.severity],
      location: {
        path: platformPath(finding.path, presentation),
        lines: { begin: placeRange(report.source(finding.path), finding.span).start.line },
      },
    })),
  );
}
