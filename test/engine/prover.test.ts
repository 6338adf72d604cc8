import assert from 'node:assert/strict';
import { loadRulesets, type PlannedFix, Workspace } from '../../src/engine/index.ts';
import type { Fix, SettledPlace } from '../../src/model/fix.ts';
import { ENGLISH } from '../../src/report/language.ts';
import { applyEdits } from '../../src/text/edit.ts';
import type { Source } from '../../src/text/source.ts';
import { phrase } from '../../src/words/phrase.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** A fix that a kind could have got wrong: `[path, old text, new text]` for each edit. */
type Replacement = readonly [path: string, from: string, to: string];

const MAIN = `provider "aws" {
  region = var.region
}

resource "aws_s3_bucket" "a" {
  bucket = "a"
}

data "aws_region" "other" {
  name = "eu-west-1"
}
`;
const TEXTS = {
  'main.tf': MAIN,
  'variables.tf': 'variable "region" {\n  default = "cn-north-1"\n}\n',
};

describe('a fix is tried before it is offered', () => {
  it('and offered when the finding is gone and all else is as it was', async () => {
    const fix = await prove(['variables.tf', 'cn-north-1', 'eu-central-1']);
    assert.equal(fix.grade, 'guided');
  });

  it('refused when the finding would stay', async () => {
    const fix = await prove(['main.tf', 'bucket = "a"', 'bucket = "b"']);
    assert.equal(fix.grade, 'refused');
    assert.match(reasonOf(fix), /would still be there/);
    assert.deepEqual([...fix.edits], []);
  });

  it('refused when another finding would come in its place', async () => {
    const fix = await prove(['variables.tf', 'cn-north-1', 'cn-northwest-1']);
    assert.match(reasonOf(fix), /Another finding would appear/);
  });

  it('refused when the file could not be read as well', async () => {
    const fix = await prove(['variables.tf', '"cn-north-1"', '"eu-west-1']);
    assert.match(reasonOf(fix), /could not be read as well/);
  });

  it('refused when something outside the edited places changes', async () => {
    // Opens a comment that swallows the rest of the file.
    const fix = await prove(
      ['variables.tf', 'cn-north-1', 'eu-central-1'],
      ['main.tf', 'bucket = "a"', '/* bucket = "a" */\n}\n/*'],
      ['main.tf', '"other" {', '"other" */ {'],
    );
    assert.match(reasonOf(fix), /outside the edited places|read as well/);
  });

  it('refused when the file has changed meanwhile', async () => {
    const { workspace, planned, sources } = await plan(['variables.tf', 'cn-north-1', 'eu-central-1']);
    workspace.setText('variables.tf', '# new\n\nvariable "region" {\n  default = "cn-north-1"\n}\n');
    assert.match(reasonOf(await workspace.prove(planned, sources)), /changed meanwhile/);
  });

  it('place by place where it says what it settles, so that the finding may stay for its other places', async () => {
    const texts = { 'main.tf': 'resource "alicloud_vpc" "a" {}\n\nresource "alicloud_vswitch" "b" {}\n' };
    const settles = [{ path: 'main.tf', kind: 'resource' as const, value: 'alicloud_vswitch' }];
    const part = await proveIn(texts, settles, ['main.tf', 'alicloud_vswitch', 'aws_subnet']);
    assert.equal(part.grade, 'guided', reasonOf(part));
    const other = await proveIn(texts, settles, ['main.tf', 'alicloud_vpc', 'aws_vpc']);
    assert.match(reasonOf(other), /would still be there afterwards \(alicloud_vswitch in main.tf\)/);
    const worse = await proveIn(texts, settles, ['main.tf', 'alicloud_vswitch', 'huaweicloud_vpc']);
    assert.match(reasonOf(worse), /Another finding would appear/);
  });

  it('together with others: a bad one costs the good ones nothing', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const texts = Object.fromEntries(
      names.map(name => [`${name}/main.tf`, 'provider "aws" {\n  region = "cn-north-1"\n}\n']),
    );
    const { workspace } = await open(texts);
    const sources = new Map<string, Source>();
    const planned: PlannedFix[] = [];
    for (const path of Object.keys(texts)) {
      const check = await workspace.check(path);
      for (const [each, source] of check.sources) sources.set(each, source);
      const region = path.startsWith('c/') ? 'cn-northwest-1' : 'eu-west-1';
      for (const finding of check.findings) {
        planned.push({ finding, fix: fixOf([[path, 'cn-north-1', region]], sources) });
      }
    }
    const { accepted, refused } = await workspace.compatible(planned, sources);
    assert.deepEqual(
      accepted.map(({ finding }) => finding.path),
      ['a', 'b', 'd', 'e'].map(name => `${name}/main.tf`),
    );
    assert.deepEqual(
      refused.map(({ finding }) => finding.path),
      ['c/main.tf'],
    );
  });

  it('together with others: one that a bad one stood in the way of gets its turn', async () => {
    const { workspace, planned, sources } = await plan(['variables.tf', 'cn-north-1', 'cn-northwest-1']);
    const good = {
      finding: { ...planned.finding },
      fix: fixOf([['variables.tf', 'cn-north-1', 'eu-west-1']], sources),
    };
    const { accepted, refused } = await workspace.compatible([planned, good], sources);
    assert.deepEqual(accepted, [good]);
    assert.deepEqual(
      refused.map(({ finding }) => finding),
      [planned.finding],
    );
  });
});

async function prove(...replacements: readonly Replacement[]): Promise<Fix> {
  const { workspace, planned, sources } = await plan(...replacements);
  return workspace.prove(planned, sources);
}

async function proveIn(
  texts: Readonly<Record<string, string>>,
  settles: readonly SettledPlace[],
  ...replacements: readonly Replacement[]
): Promise<Fix> {
  const { workspace, sources, findings } = await open(texts);
  const [finding] = findings;
  assert.ok(finding);
  return workspace.prove({ finding, fix: { ...fixOf(replacements, sources), settles } }, sources);
}

async function plan(...replacements: readonly Replacement[]) {
  const { workspace, sources, findings } = await open(TEXTS);
  const [finding] = findings;
  assert.ok(finding);
  return { workspace, sources, planned: { finding, fix: fixOf(replacements, sources) } };
}

async function open(texts: Readonly<Record<string, string>>) {
  const { ruleset } = await loadRulesets([]);
  const workspace = new Workspace({ tree: memoryTree(texts), ruleset, clock: testClock });
  const { findings, sources } = await workspace.check(Object.keys(texts)[0] ?? '');
  return { workspace, sources, findings };
}

function fixOf(replacements: readonly Replacement[], sources: ReadonlyMap<string, Source>): Fix {
  const edits = new Map<string, { span: { start: number; end: number }; newText: string }[]>();
  for (const [path, from, to] of replacements) {
    const text = sources.get(path)?.text ?? '';
    const start = text.indexOf(from);
    assert.ok(start >= 0, `${from} in ${path}`);
    const edit = { span: { start, end: start + from.length }, newText: to };
    edits.set(path, [...(edits.get(path) ?? []), edit]);
    assert.notEqual(applyEdits(text, edits.get(path) ?? []), text);
  }
  return {
    id: 'test',
    title: phrase('fix.replace', { value: 'test' }),
    grade: 'guided',
    preferred: true,
    edits,
  };
}

function reasonOf({ reason }: Fix): string {
  return reason ? ENGLISH.phrase(reason) : '';
}
