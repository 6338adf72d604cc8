import assert from 'node:assert/strict';
import { htmlReportView, MOST_FINDINGS } from '../../src/report/html/view.ts';
import { sampleReport } from './sample.ts';

const NONCE = 'a1b2c3d4e5f6a7b8';

describe('the report in an editor', () => {
  it('loads nothing, and runs and styles only what carries the nonce', () => {
    const page = htmlReportView(sampleReport, 'Report', NONCE);
    const [policy] = /content="(default-src[^"]*)"/.exec(page)?.slice(1) ?? [];
    assert.equal(
      policy,
      `default-src 'none'; style-src 'nonce-${NONCE}'; script-src 'nonce-${NONCE}'; base-uri 'none'; form-action 'none'`,
    );
    assert.doesNotMatch(page, / style=| src=|<link|\son\w+=/);
    assert.equal(page.match(/<script/g)?.length, 1);
  });

  it('shows hostile text as text', () => {
    const [finding] = sampleReport.findings;
    assert.ok(finding);
    const hostile = { ...finding, value: '<img src=x onerror=alert(1)>', rule: '"><script>' };
    const page = htmlReportView({ ...sampleReport, findings: [hostile] }, '</title><script>', NONCE);
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.ok(page.includes('&lt;img src=x onerror=alert(1)&gt;'));
  });

  it('has a button for each place, numbered as the findings are', () => {
    const page = htmlReportView(sampleReport, 'Report', NONCE);
    const numbers = [...page.matchAll(/data-place="(\d+)"/g)].map(match => Number(match[1]));
    assert.deepEqual(
      numbers.sort((a, b) => a - b),
      [...sampleReport.findings.keys()],
    );
  });

  it('writes out so many findings and says how many are left', () => {
    const [finding] = sampleReport.findings;
    assert.ok(finding);
    const findings = Array.from({ length: MOST_FINDINGS + 7 }, () => ({ ...finding }));
    const page = htmlReportView({ ...sampleReport, findings }, 'Report', NONCE);
    assert.equal(page.match(/<article/g)?.length, MOST_FINDINGS);
    assert.match(page, /has the other 7 as well/);
  });

  it('does not take a nonce that could end the policy', () =>
    assert.throws(() => htmlReportView(sampleReport, 'Report', "x'; script-src *"), RangeError));
});
