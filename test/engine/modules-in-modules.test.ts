import assert from 'node:assert/strict';
import { loadRulesets, scan } from '../../src/engine/index.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

const CHILD = `Parameters:
  Zone:
    Type: String
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      AvailabilityZone: !Ref Zone
`;
const OWN_HIT = `  Queue:
    Type: AWS::SQS::Queue
    Metadata: {mirror: registry.cn-hangzhou.aliyuncs.com}
`;
const ROOT = `AWSTemplateFormatVersion: 2010-09-09
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./CHILD.yaml
      Parameters:
        Zone: cn-north-1b
`;

describe('a module that another one reads', () => {
  let ruleset: Ruleset;
  before(async () => {
    ({ ruleset } = await loadRulesets([]));
  });

  const rows: readonly [child: string, root: string][] = [
    ['network/vpc', 'root'],
    ['z/vpc', 'a'],
  ];
  for (const [child, root] of rows) {
    it(`is told what ${root} gives it, also when ${child} alone would have been read first`, async () => {
      const texts = {
        [`${child}.yaml`]: CHILD + OWN_HIT,
        [`${root}.yaml`]: ROOT.replace('CHILD', child),
      };
      const { findings, stats } = await scan({ tree: memoryTree(texts), ruleset, clock: testClock });
      assert.deepEqual(
        findings.map(({ path, value }) => `${path} ${value}`).sort(),
        [
          `${child}.yaml cn-north-1b`,
          `${child}.yaml registry.cn-hangzhou.aliyuncs.com`,
          `${root}.yaml cn-north-1b`,
        ].sort(),
      );
      assert.equal(stats.files.parsed, 2);
      assert.deepEqual(stats.references, { matched: 6, unmatched: 0, unresolved: 0 });
    });
  }

  it('counts once when two others read it', async () => {
    const texts = {
      'b/vpc.yaml': CHILD + OWN_HIT,
      'a.yaml': ROOT.replace('CHILD', 'b/vpc'),
      'c.yaml': ROOT.replace('CHILD', 'b/vpc').replace('cn-north-1b', 'cn-northwest-1a'),
    };
    const { findings, stats } = await scan({ tree: memoryTree(texts), ruleset, clock: testClock });
    assert.equal(findings.filter(({ value }) => value.includes('aliyuncs')).length, 1);
    assert.equal(stats.files.parsed, 3);
  });
});
