import assert from 'node:assert/strict';
import type { Presentation, ScanReport } from '../../src/report/report.ts';
import { inventoryTextReport } from '../../src/report/text/inventory.ts';
import { textReport } from '../../src/report/text/text.ts';
import { assertGolden } from './golden.ts';
import { emptyReport, sampleInventory, sampleReport } from './sample.ts';

const PLAIN: Presentation = { color: false, width: undefined, pathPrefix: '' };

function show(report: ScanReport, presentation: Presentation): string {
  return [...textReport(report, presentation)].join('');
}

/** Everything that a terminal could obey or that hides text, but for line breaks. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('text report', () => {
  it('for a pipe or a file', () => assertGolden('report.txt', show(sampleReport, PLAIN)));

  it('for a terminal of 80 columns, seen from another folder', () => {
    const text = show(sampleReport, { color: false, width: 80, pathPrefix: 'infra/' });
    assertGolden('report-80-columns.txt', text);
  });

  it('in colour', () =>
    assertGolden('report-color.txt', show(sampleReport, { ...PLAIN, width: 100, color: true })));

  it('without findings', () => assertGolden('report-empty.txt', show(emptyReport, PLAIN)));

  it('of an inventory', () =>
    assertGolden('inventory.txt', [...inventoryTextReport(sampleInventory, PLAIN)].join('')));

  it('lets nothing through that a terminal would obey', () => {
    for (const width of [undefined, 20, 80]) {
      const text = show(sampleReport, { ...PLAIN, width });
      assert.ok(text.includes('evil␛[31m<U+202E>.env'));
      assert.equal(UNSAFE.exec(text), null);
    }
  });

  it('puts carets under the token also behind tabs, wide and combining characters', () => {
    const lines = show(sampleReport, PLAIN).split('\n');
    const line = lines.findIndex(each => each.includes('cloud = { source'));
    const start = (lines[line] ?? '').indexOf('example/cloud');
    assert.equal(lines[line + 1]?.indexOf('^'), start);
    assert.match(lines[line + 1] ?? '', /\^{13}$/);
  });
});
