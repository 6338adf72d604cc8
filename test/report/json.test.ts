import assert from 'node:assert/strict';
import { inventoryJsonReport } from '../../src/report/json/inventory.ts';
import { jsonReport } from '../../src/report/json/json.ts';
import type { ScanReport } from '../../src/report/report.ts';
import { assertGolden } from './golden.ts';
import { emptyReport, sampleInventory, sampleReport } from './sample.ts';

function textOf(report: ScanReport): string {
  return [...jsonReport(report)].join('');
}

describe('JSON report', () => {
  it('is frozen', () => assertGolden('report-json.txt', textOf(sampleReport)));

  it('of an inventory is frozen', () =>
    assertGolden('inventory-json.txt', [...inventoryJsonReport(sampleInventory)].join('')));

  it('has the keys of the contract in their order', () => {
    const report = JSON.parse(textOf(sampleReport));
    assert.deepEqual(Object.keys(report), [
      'version',
      'tool',
      'ruleset',
      'audience',
      'findings',
      'problems',
      'stats',
    ]);
    const keys =
      'rule vendor kind relationship concerns severity confidence path range value message evidence trace via occurrences fixes fingerprint';
    for (const finding of report.findings) assert.deepEqual(Object.keys(finding), keys.split(' '));
  });

  it('has no relationship for a finding about a suppression, and its key all the same', () => {
    const [first] = sampleReport.findings;
    assert.ok(first);
    const { relationship: _, ...finding } = first;
    const report = JSON.parse(textOf({ ...sampleReport, findings: [{ ...finding, kind: 'suppression' }] }));
    assert.equal(report.findings[0].relationship, null);
  });

  it('is made in pieces, however many places a finding has', () => {
    const [finding] = sampleReport.findings;
    assert.ok(finding);
    const place = { path: 'x'.repeat(200), span: finding.span, kind: 'image', value: 'a' } as const;
    const occurrences = new Array(2500).fill(place);
    const report = { ...sampleReport, findings: [{ ...finding, occurrences }] };
    const pieces = [...jsonReport(report)];
    assert.equal(JSON.parse(pieces.join('')).findings[0].occurrences.length, 2500);
    assert.ok(Math.max(...pieces.map(piece => piece.length)) < 400_000);
  });

  it('has the same keys when there is nothing to say', () => {
    const { findings, problems, version } = JSON.parse(textOf(emptyReport));
    assert.deepEqual([version, findings, problems], [1, [], []]);
  });

  it('counts lines and columns from 1, columns in UTF-16 code units', () => {
    const { findings } = JSON.parse(textOf(sampleReport));
    const place = findings.find(
      (finding: { path: string; role?: string; range: { start: { line: number } } }) => {
        return finding.path === 'deploy/main.tf' && finding.range.start.line === 8;
      },
    );
    assert.deepEqual(place.range, { start: { line: 8, column: 47 }, end: { line: 8, column: 71 } });
  });

  it('keeps strange characters as escapes', () => {
    const text = textOf(sampleReport);
    assert.equal(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.exec(text), null);
    assert.ok(
      JSON.parse(text).findings.some(({ path }: { path: string }) => path === 'evil\u001b[31m\u202e.env'),
    );
  });

  it('ends with a line break', () => assert.match(textOf(emptyReport), /\}\n$/));
});
