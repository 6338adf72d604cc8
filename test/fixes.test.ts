import assert from 'node:assert/strict';
import { type FixContext, fixesOf, loadRulesets, type ScanResult, scan } from '../src/engine/index.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Fix } from '../src/model/fix.ts';
import { ENGLISH } from '../src/report/language.ts';
import { applyEdits } from '../src/text/edit.ts';
import { makeSource } from '../src/text/source.ts';
import { memoryTree, testClock } from './support/disk-tree.ts';
import { takesAtMost } from './support/time.ts';

type Texts = Record<string, string>;

/** A finding's fixes, each with the project as it would be afterwards. */
interface Project {
  readonly texts: Texts;
  readonly result: ScanResult;
  readonly context: FixContext;
}

describe('fixes', () => {
  it('change the region where it is written, zones included', async () => {
    const project = await open({
      'main.tf':
        'provider "aws" {\n  region = var.region\n}\n\nresource "aws_instance" "a" {\n  availability_zone = "cn-north-1a"\n}\n',
      'terraform.tfvars': 'region = "cn-north-1"\n',
      'variables.tf': 'variable "region" {}\n',
    });
    const [fix] = fixesFor(project, finding => finding.kind === 'region');
    assert.ok(fix);
    assert.equal(ENGLISH.phrase(fix.title), 'Change region to eu-central-1 (Frankfurt)');
    assert.equal(fix.preferred, true);
    const after = applied(project, fix);
    assert.match(after['terraform.tfvars'] ?? '', /"eu-central-1"/);
    assert.match(after['main.tf'] ?? '', /"eu-central-1a"/);
    assert.deepEqual((await open(after)).result.findings, []);
  });

  it('leave templates alone that are deployed each for itself, and take scripts along with a module', async () => {
    const template =
      'Resources:\n  Disk:\n    Type: AWS::EC2::Volume\n    Properties:\n      AvailabilityZone: cn-north-1a\n';
    const project = await open({
      'stacks/orders.yaml': template,
      'stacks/orders.parameters.json': '[{ "ParameterKey": "Zone", "ParameterValue": "cn-north-1b" }]',
      'stacks/portal.yaml': `${template}      Role: arn:aws-cn:iam::123456789012:role/portal\n`,
      'network/main.tf': 'provider "aws" {\n  region = "cn-north-1"\n}\n',
      'network/start.sh':
        'aws s3 ls --region cn-north-1 --endpoint-url https://s3.cn-north-1.amazonaws.com.cn\n',
      'network/stop.sh': 'aws s3 rm --region cn-north-1 s3://orders\n',
    });
    const changedWith = (path: string) => {
      const [fix] = fixesFor(project, finding => finding.path === path && finding.kind === 'region');
      return [...(fix?.edits.keys() ?? [])].sort();
    };
    assert.deepEqual(changedWith('stacks/portal.yaml'), ['stacks/portal.yaml']);
    assert.deepEqual(changedWith('stacks/orders.yaml'), ['stacks/orders.yaml']);
    assert.deepEqual(changedWith('network/main.tf'), [
      'network/main.tf',
      'network/start.sh',
      'network/stop.sh',
    ]);
    assert.deepEqual(changedWith('network/stop.sh'), ['network/stop.sh']);
  });

  it('offer no region where the vendor itself is flagged', async () => {
    const project = await open({ 'main.tf': 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n' });
    assert.deepEqual(
      fixesFor(project, () => true)
        .map(fix => fix.id)
        .filter(id => id !== 'migrate-provider'),
      ['ignore', 'add-exception'],
    );
  });

  it('offer what the ruleset approves, in its order', async () => {
    const ruleset = '{ "approved": { "regions": { "aws": ["eu-north-1", "eu-*"] } } }';
    const project = await open({ 'main.tf': 'provider "aws" {\n  region = "cn-north-1"\n}\n' }, ruleset);
    const titles = fixesFor(project, () => true).map(fix => ENGLISH.phrase(fix.title));
    assert.equal(titles[0], 'Change region to eu-north-1 (Stockholm)');
    assert.ok(
      titles.filter(title => title.startsWith('Change')).every(title => / eu-/.test(title)),
      titles.join(),
    );
  });

  for (const lineBreak of ['\n', '\r\n']) {
    it(`ignore with a reason, keeping ${JSON.stringify(lineBreak)}`, async () => {
      const lines = ['terraform {', '  backend "oss" {', '  }', '}', ''];
      const project = await open({ 'main.tf': lines.join(lineBreak) });
      const [fix] = fixesFor(project, () => true).filter(each => each.id === 'ignore');
      assert.ok(fix);
      const unexplained = applied(project, fix);
      const rules = (await open(unexplained)).result.findings.map(finding => finding.rule);
      assert.deepEqual(
        rules,
        ['suppression-malformed', 'flagged-vendor'],
        'a comment without a reason silences nothing',
      );
      const explained = { 'main.tf': (unexplained['main.tf'] ?? '').replace('-- ', '-- moves in Q1 ') };
      const [finding] = (await open(explained)).result.findings;
      assert.equal(finding?.suppression?.reason, 'moves in Q1');
      const others = lines.filter(line => explained['main.tf'].includes(line));
      assert.deepEqual(others, lines);
    });
  }

  it('offer no comment where the format has none', async () => {
    const project = await open({ 'package.json': '{ "dependencies": { "ali-oss": "^6.0.0" } }' });
    assert.ok(fixesFor(project, () => true).every(fix => fix.id !== 'ignore'));
  });

  for (const [where, pathOf] of [
    ['one folder', (number: number) => `template-${number}.json`],
    ['folders of their own', (number: number) => `stack-${number}/template.json`],
  ] as const) {
    it(`list what moves hundreds of files in ${where} without looking at all files for each`, async () => {
      const topic = { Region: 'cn-north-1', TopicArn: 'arn:aws-cn:sns:cn-north-1:1:a' };
      const text = JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Resources: { Topic: { Type: 'AWS::SNS::Subscription', Properties: topic } },
      });
      const project = await open(
        Object.fromEntries(Array.from({ length: 500 }, (_, number) => [pathOf(number), text])),
      );
      await takesAtMost(1500, () => {
        const fixes = fixesFor(project, () => true).filter(each => each.id === 'change-region');
        assert.equal(fixes.length, 3000);
      });
    }).timeout(60_000);
  }
});

describe('an exception in the ruleset', () => {
  const text = '{ "dependencies": { "ali-oss": "^6.0.0" } }';

  it('makes the file, and is refused until somebody has given a reason', async () => {
    const project = await open({ 'package.json': text });
    const after = applied(project, exceptionOf(project));
    const written = after['.vendor-diligence.jsonc'] ?? '';
    assert.deepEqual(JSON.parse(written).exceptions, [
      { match: 'flagged-vendor', paths: ['package.json'], reason: '', approvedBy: '', expires: '' },
    ]);
    const { problems } = await loadRulesets([{ name: '.vendor-diligence.jsonc', text: written }]);
    assert.notDeepEqual(problems, []);
  });

  it('is added behind others, with comments, indentation and line ends kept', async () => {
    const ruleset = [
      '{',
      '\t// ours',
      '\t"exceptions": [',
      '\t\t{ "match": "x", "reason": "y", "approvedBy": "z", "expires": "2027-01-01" } // old',
      '\t]',
      '}',
      '',
    ].join('\r\n');
    const project = await open({ 'package.json': text, '.vendor-diligence.jsonc': ruleset });
    const after = applied(project, exceptionOf(project))['.vendor-diligence.jsonc'] ?? '';
    const kept = after.split('\r\n');
    assert.ok(
      ruleset.split('\r\n').every(line => kept.some(each => each.startsWith(line.slice(0, 20)))),
      after,
    );
    assert.match(after, /\t\t\{\r\n\t\t\t"match": "flagged-vendor",\r\n/);
    assert.match(after, /\/\/ ours/);
    assert.match(after, /\/\/ old/);
  });

  function exceptionOf(project: Project): Fix {
    const [fix] = fixesFor(project, () => true).filter(each => each.id === 'add-exception');
    assert.ok(fix);
    return fix;
  }
});

async function open(texts: Texts, ruleset?: string): Promise<Project> {
  const sources = ruleset === undefined ? [] : [{ name: 'policy.jsonc', text: ruleset }];
  const { ruleset: policy, problems } = await loadRulesets(sources);
  assert.deepEqual(problems, []);
  const result = await scan({ tree: memoryTree(texts), ruleset: policy, clock: testClock });
  const { catalog } = result;
  assert.ok(catalog || result.findings.length === 0);
  const read = new Map(Object.entries(texts).map(([path, text]) => [path, makeSource(path, text)]));
  return {
    texts,
    result,
    context: {
      ruleset: policy,
      catalog: catalog as FixContext['catalog'],
      findings: result.findings,
      sources: read,
    },
  };
}

function fixesFor({ result, context }: Project, isWanted: (finding: Finding) => boolean): Fix[] {
  return result.findings.filter(isWanted).flatMap(finding => fixesOf(finding, context));
}

function applied({ texts }: Project, fix: Fix): Texts {
  const changed = [...fix.edits].map(
    ([path, edits]) => [path, applyEdits(texts[path] ?? '', edits)] as const,
  );
  return { ...texts, ...Object.fromEntries(changed) };
}
