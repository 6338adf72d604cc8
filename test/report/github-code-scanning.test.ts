import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { SCAN_REPORTERS } from '../../src/report/index.ts';
import type { ScanReport } from '../../src/report/report.ts';
import { sampleReport } from './sample.ts';

const [finding] = sampleReport.findings;
assert.ok(finding);

async function upload(report: ScanReport): Promise<NonNullable<Log['runs'][number]>> {
  const reporter = await SCAN_REPORTERS['github-code-scanning']();
  const log: Log = JSON.parse(
    [...reporter(report, { color: false, width: undefined, pathPrefix: '' })].join(''),
  );
  return log.runs[0] ?? assert.fail('no run');
}

/** Limits of https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
describe('SARIF for GitHub code scanning', () => {
  it('leaves out what is silenced, which would be shown as an open alert', async () => {
    assert.ok(sampleReport.suppressed.length > 0);
    const { results = [] } = await upload(sampleReport);
    assert.equal(results.length, sampleReport.findings.length);
    assert.ok(results.every(result => result.suppressions === undefined));
  });

  it('keeps the worst of more findings than are accepted, and says so', async () => {
    const mild = Array.from({ length: 25_000 }, () => ({ ...finding, severity: 'hint' as const }));
    const { results = [], invocations } = await upload({
      ...sampleReport,
      findings: [...mild, { ...finding, severity: 'error' }],
      problems: [],
    });
    assert.equal(results.length, 25_000);
    assert.equal(results.at(-1)?.level, 'error');
    assert.match(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '', /^1 findings? /);
  });

  it('keeps rules and results within what is shown', async () => {
    const id = `a-${'b'.repeat(300)}`;
    const { tool, results = [] } = await upload({
      ...sampleReport,
      ruleset: { ...sampleReport.ruleset, name: 'c'.repeat(2000) },
      findings: [
        { ...finding, rule: id },
        {
          ...finding,
          occurrences: Array.from({ length: 2000 }, () => ({
            path: finding.path,
            span: finding.span,
            value: 'x',
            kind: 'resource' as const,
          })),
        },
      ],
    });
    for (const { name = '', shortDescription, fullDescription, help, properties } of tool.driver.rules ??
      []) {
      assert.ok(name.length <= 255);
      assert.ok((shortDescription?.text.length ?? 0) <= 1024 && (fullDescription?.text.length ?? 0) <= 1024);
      assert.ok(help?.text);
      assert.ok((properties?.tags?.length ?? 0) <= 20);
    }
    for (const { locations, relatedLocations = [], message } of results) {
      assert.equal(locations?.length, 1);
      assert.ok(relatedLocations.length <= 1000);
      assert.ok(message.text);
      const region = locations?.[0]?.physicalLocation?.region;
      assert.ok(region?.startLine && region.startColumn && region.endLine && region.endColumn);
    }
  });
});
