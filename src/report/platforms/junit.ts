import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import { groupBy } from '../../text/group-by.ts';
import { languageOf } from '../acts.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Language } from '../language.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { platformPath } from './platform-path.ts';

/**
 * A test report as CI servers read it: a suite for each file, a failed case for each finding, and an error for what
 * could not be read. (The format has no standard; https://github.com/testmoapp/junitxml describes what is common.)
 */
export function* junitReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const { findings, problems } = report;
  const tests = Math.max(1, findings.length + problems.length);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="Vendor Diligence" tests="${tests}" failures="${findings.length}" errors="${problems.length}">\n`;
  for (const [path, group] of groupBy(findings, finding => finding.path)) {
    yield* suite(platformPath(path, presentation), group, report);
  }
  if (problems.length > 0) yield* problemSuite(problems, presentation, languageOf(report));
  if (findings.length + problems.length === 0) {
    yield '  <testsuite name="Vendor Diligence" tests="1" failures="0" errors="0">\n';
    yield '    <testcase name="no findings" classname="vendor-diligence"/>\n  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function* suite(path: string, findings: readonly Finding[], report: ScanReport): Iterable<string> {
  const count = findings.length;
  yield `  <testsuite name="${escapeXml(path)}" tests="${count}" failures="${count}" errors="0">\n`;
  for (const finding of findings) {
    const { line, column } = placeRange(report.source(finding.path), finding.span).start;
    const name = escapeXml(`${finding.rule} ${finding.value} (${line}:${column})`);
    const message = escapeXml(findingMessage(finding, report));
    yield `    <testcase name="${name}" classname="${escapeXml(path)}" file="${escapeXml(path)}" line="${line}">\n`;
    yield `      <failure type="${finding.severity}" message="${message}">${escapeXml(path)}:${line}:${column}</failure>\n`;
    yield '    </testcase>\n';
  }
  yield '  </testsuite>\n';
}

function* problemSuite(
  problems: readonly Problem[],
  presentation: Presentation,
  language: Language,
): Iterable<string> {
  yield `  <testsuite name="could not be read" tests="${problems.length}" failures="0" errors="${problems.length}">\n`;
  for (const { code, path, message } of problems) {
    const file = escapeXml(path === undefined ? code : platformPath(path, presentation));
    yield `    <testcase name="${file}" classname="problem">\n`;
    yield `      <error type="${code}" message="${escapeXml(language.phrase(message))}"/>\n    </testcase>\n`;
  }
  yield '  </testsuite>\n';
}
