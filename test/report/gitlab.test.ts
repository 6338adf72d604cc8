import assert from 'node:assert/strict';
import * as v from 'valibot';
import type { Finding } from '../../src/model/finding.ts';
import { gitlabCodeQualityReport } from '../../src/report/platforms/gitlab-code-quality.ts';
import { gitlabSastReport } from '../../src/report/platforms/gitlab-sast.ts';
import type { ScanReport, ScanReporter } from '../../src/report/report.ts';
import { CodeQualityReportSchema, SastReportSchema } from './gitlab-formats.ts';
import { emptyReport, sampleReport } from './sample.ts';

const [finding] = sampleReport.findings;
assert.ok(finding);

/** What a repository or a ruleset can do to a report. */
const HOSTILE: Finding = {
  ...finding,
  rule: 'r'.repeat(300),
  value: '@everyone ![x](https://tracker.example/x) </td><script>\u202e\n',
};

const hostileReport: ScanReport = {
  ...sampleReport,
  findings: [HOSTILE, HOSTILE, ...sampleReport.findings],
  fixesOf: () => [{ title: '<'.repeat(9000), grade: 'guided', edits: new Map() }],
};

const REPORTS: readonly (readonly [string, ScanReport])[] = [
  ['findings', sampleReport],
  ['no findings', emptyReport],
  ['hostile findings', hostileReport],
];

function read(reporter: ScanReporter, report: ScanReport): unknown {
  return JSON.parse([...reporter(report, { color: false, width: undefined, pathPrefix: 'infra/' })].join(''));
}

describe('GitLab reports', () => {
  for (const [name, report] of REPORTS) {
    it(`code quality with ${name} is what GitLab reads`, () => {
      const { issues } = v.safeParse(CodeQualityReportSchema, read(gitlabCodeQualityReport, report));
      assert.deepEqual(issues && v.flatten(issues), undefined);
    });

    it(`SAST with ${name} is what GitLab reads`, () => {
      const { issues } = v.safeParse(SastReportSchema, read(gitlabSastReport, report));
      assert.deepEqual(issues && v.flatten(issues), undefined);
    });
  }

  it('SAST tells what could not be read', () => {
    const { scan } = v.parse(SastReportSchema, read(gitlabSastReport, sampleReport));
    assert.equal(scan.messages?.length, sampleReport.problems.length);
  });

  it('SAST names no solution that was refused', () => {
    const refused = { title: 'Move everything', grade: 'refused' as const, edits: new Map() };
    const report = { ...sampleReport, fixesOf: () => [refused] };
    const { vulnerabilities } = v.parse(SastReportSchema, read(gitlabSastReport, report));
    assert.ok(vulnerabilities.every(({ solution }) => solution === undefined));
  });

  it('SAST lets nothing of a repository become Markdown', () => {
    const { vulnerabilities } = v.parse(SastReportSchema, read(gitlabSastReport, hostileReport));
    for (const { description, solution = '' } of vulnerabilities)
      assert.doesNotMatch(description + solution, /[<@]|!\[/);
  });
});
