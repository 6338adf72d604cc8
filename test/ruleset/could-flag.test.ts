import assert from 'node:assert/strict';
import { loadRulesets, scan } from '../../src/engine/index.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** A file that holds nothing else: it is read only when the prefilter looks for what the package is found by. */
const FILES = { 'package.json': '{ "dependencies": { "antd": "5.0.0" } }' };

const OPEN_SOURCE = { vendors: ['ant-group'], relationships: ['open-source'] };
const OFF = { id: 'no-open-source', when: { relationships: ['open-source'] }, severity: 'off' };

describe('a file that a rule alone concerns', () => {
  const rows: readonly [title: string, rules: readonly object[], found: readonly string[]][] = [
    ['is read for a rule', [{ id: 'ours', when: OPEN_SOURCE, severity: 'warning' }], ['ours']],
    [
      'is read for a rule before the one that flags nothing of its kind',
      [{ id: 'ours', when: OPEN_SOURCE, severity: 'warning' }, OFF],
      ['ours'],
    ],
    [
      'is not read for a rule behind the one that flags nothing of its kind',
      [OFF, { id: 'ours', when: OPEN_SOURCE, severity: 'warning' }],
      [],
    ],
  ];
  for (const [title, rules, expected] of rows) {
    it(title, async () => {
      const text = JSON.stringify({ extends: ['vendor-diligence:baseline'], rules });
      const { ruleset, problems } = await loadRulesets([{ name: 'policy.jsonc', text }]);
      assert.deepEqual(problems, []);
      const { findings, stats } = await scan({ tree: memoryTree(FILES), ruleset, clock: testClock });
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        expected,
      );
      assert.equal(stats.files.parsed, expected.length);
    });
  }
});
