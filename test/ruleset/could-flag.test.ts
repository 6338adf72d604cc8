import assert from 'node:assert/strict';
import { loadRulesets, scan } from '../../src/engine/index.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** Files that hold nothing else: they are read only when the prefilter looks for what is found there. */
const PACKAGE = { 'package.json': '{ "dependencies": { "antd": "5.0.0" } }' };
const ENDPOINT = { '.env': 'HOST=ec2.amazonaws.com.cn\n' };

const OPEN_SOURCE = { vendors: ['ant-group'], relationships: ['open-source'] };
const OFF = { id: 'no-open-source', when: { relationships: ['open-source'] }, severity: 'off' };

describe('a file that a rule alone concerns', () => {
  const rows: readonly [
    title: string,
    rules: readonly object[],
    found: readonly string[],
    files?: Readonly<Record<string, string>>,
  ][] = [
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
    [
      'is read for the place of an approved vendor, which a rule about vendors leaves alone',
      [{ id: 'no-service', when: { relationships: ['service'] }, severity: 'off' }],
      ['flagged-location'],
      ENDPOINT,
    ],
    [
      'is read for a host of a service that is used as a mirror',
      [{ id: 'no-service', when: { relationships: ['service'] }, severity: 'off' }],
      ['flagged-mirror'],
      { '.npmrc': 'registry=https://npm.jpush.cn/\n' },
    ],
  ];
  for (const [title, rules, expected, files = PACKAGE] of rows) {
    it(title, async () => {
      const text = JSON.stringify({ extends: ['vendor-diligence:baseline'], rules });
      const { ruleset, problems } = await loadRulesets([{ name: 'policy.jsonc', text }]);
      assert.deepEqual(problems, []);
      const { findings, stats } = await scan({ tree: memoryTree(files), ruleset, clock: testClock });
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        expected,
      );
      assert.equal(stats.files.parsed, expected.length);
    });
  }
});
