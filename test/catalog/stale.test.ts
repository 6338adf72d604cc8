import assert from 'node:assert/strict';
import { staleFacts } from '../../src/tools/stale-facts.ts';

const VENDOR = `{
  // A comment moves the lines.
  "id": "dragon-cloud",
  "jurisdiction": { "country": "CN", "source": "x", "date": "2024-01-01" },
  "indicators": [
    { "values": ["a", "b", "c", "d", "e"], "date": "2025-11-22" },
    { "values": ["f"], "date": "2025-11-23" }
  ],
}`;

const EVIDENCE = `{
  "evidence": [
    { "id": "old-act", "date": "1999-01-01", "asOf": "2025-05-23" },
    { "id": "older-status", "date": "1999-01-01", "asOf": "2025-05-22" }
  ]
}`;

describe('tools/stale-facts', () => {
  it('lists dates of more than twelve months and statuses of more than eighteen', () => {
    const files = [
      { path: 'vendors/dragon-cloud.jsonc', text: VENDOR },
      { path: 'evidence/xx.jsonc', text: EVIDENCE },
    ];
    const { stale, total } = staleFacts(files, '2026-11-23');
    assert.equal(total, 5);
    assert.deepEqual(
      stale.map(({ path, line, checked, subject }) => `${path}:${line} ${checked} ${subject}`),
      [
        'vendors/dragon-cloud.jsonc:4 2024-01-01 CN',
        'vendors/dragon-cloud.jsonc:6 2025-11-22 a, b, c and 2 more',
        'evidence/xx.jsonc:4 2025-05-22 older-status',
      ],
    );
  });

  it('counts from the last day of a shorter month', () => {
    const files = [{ path: 'a', text: '[{ "date": "2023-02-28" }, { "date": "2023-02-27" }]' }];
    const { stale } = staleFacts(files, '2024-02-29');
    assert.deepEqual(
      stale.map(({ checked }) => checked),
      ['2023-02-27'],
    );
  });

  it('finds nothing in a file that is no JSON', () => {
    assert.deepEqual(
      staleFacts(
        [
          { path: 'a', text: '{{{' },
          { path: 'b', text: '' },
        ],
        '2026-11-23',
      ),
      {
        stale: [],
        total: 0,
      },
    );
  });
});
