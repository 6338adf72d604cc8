import assert from 'node:assert/strict';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Severity } from '../../src/model/vocabulary.ts';
import { compareGraded, type Graded } from '../../src/ruleset/graded.ts';
import { exampleAct } from '../support/example-act.ts';

function graded(severity: Severity | undefined, changes: Partial<Evidence>): Graded {
  return {
    severity,
    isBinding: changes.binds !== undefined,
    reach: { evidence: exampleAct(changes), namedAs: 'exact' },
  };
}

describe('the order of acts behind a finding', () => {
  it('is by level, then whether the reader is bound, then what was seen lately, then by how well the act is supported, then by its day, newest first', () => {
    const acts = [
      graded(undefined, { id: 'background', date: '2026-09-01' }),
      graded('warning', { id: 'newest-of-one-page', date: '2026-07-24', confidence: 'medium' }),
      graded('warning', { id: 'older-statute', date: '2020-01-01' }),
      graded('warning', { id: 'newer-statute', date: '2025-12-18' }),
      graded('warning', { id: 'not-seen-lately', date: '2023-04-26', asOf: '2023-07-01' }),
      graded('warning', { id: 'binding', date: '2018-05-25', asOf: '2024-01-01', binds: ['eu'] }),
      graded('error', { id: 'breach', date: '2019-01-01', confidence: 'low' }),
    ];
    assert.deepEqual(
      acts.sort((a, b) => compareGraded(a, b, '2026-11-26')).map(({ reach }) => reach.evidence.id),
      [
        'breach',
        'binding',
        'newer-statute',
        'older-statute',
        'newest-of-one-page',
        'not-seen-lately',
        'background',
      ],
    );
  });
});
