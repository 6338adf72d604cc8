import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { CallerSearch, possibleCallers } from '../../src/engine/callers.ts';
import { isLinked } from '../../src/engine/claimed-file.ts';
import { type FileTree, loadRulesets, scan, Workspace } from '../../src/engine/index.ts';
import { type LoadedFile, Loader } from '../../src/engine/load.ts';
import { formatsByName } from '../../src/formats/classify.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';
import { CASES, readCases } from '../support/damage.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

const MODULE = 'variable "region" {}\nprovider "alicloud" {\n  region = var.region\n}\n';

function call(source: string, region: string): string {
  return `module "network" {\n  source = "${source}"\n  region = "${region}"\n}\n`;
}

describe('callers of a module', () => {
  let ruleset: Ruleset;
  before(async () => {
    ({ ruleset } = await loadRulesets([]));
  });

  const rows: readonly [source: string, module: string, caller: string][] = [
    ['../modules/network', 'modules/network', 'env/main.tf'],
    ['./modules/network', 'modules/network', 'main.tf'],
    ['../../', 'modules/network', 'modules/network/examples/complete/main.tf'],
    ['../..', 'modules/network', 'modules/network/examples/complete/main.tf'],
    ['./../../', 'modules/network', 'modules/network/examples/complete/main.tf'],
    ['../', 'modules/network', 'modules/network/example/main.tf'],
    ['../..', '', 'examples/complete/main.tf'],
  ];
  for (const [source, module, caller] of rows) {
    it(`${caller} calls ${source}`, async () => {
      const main = `${module && `${module}/`}main.tf`;
      const tree = memoryTree({ [main]: MODULE, [caller]: call(source, 'cn-hangzhou') });
      const { findings } = await scan({ tree, ruleset, clock: testClock });
      const values = findings.flatMap(finding => finding.occurrences.map(({ path, value }) => [path, value]));
      assert.deepEqual(values, [[main, 'cn-hangzhou']]);
    });
  }

  it('are not read again after each key', async () => {
    const texts = {
      'modules/network/main.tf': MODULE,
      'modules/network/example/main.tf': call('../', 'cn-hangzhou'),
      'other/main.tf': '# elsewhere\n',
      'env/main.tf': '# nothing\n',
    };
    const reads: string[] = [];
    const workspace = new Workspace({ tree: counted(memoryTree(texts), reads), ruleset, clock: testClock });
    const regions = async () => {
      const { findings } = await workspace.check('modules/network/main.tf');
      const own = findings.filter(({ path }) => path === 'modules/network/main.tf');
      return own.flatMap(finding => finding.occurrences.map(({ value }) => value));
    };
    assert.deepEqual(await regions(), ['cn-hangzhou']);
    reads.length = 0;
    workspace.setText('modules/network/main.tf', `# typed\n${MODULE}`);
    assert.deepEqual(await regions(), ['cn-hangzhou']);
    assert.deepEqual(
      reads.filter(path => path.startsWith('other') || path.startsWith('env')),
      [],
    );
    texts['env/main.tf'] = call('../modules/network', 'cn-beijing');
    workspace.filesChanged(['env/main.tf'], false);
    assert.deepEqual(await regions(), ['cn-beijing', 'cn-hangzhou']);
  });

  it('are read a few times, however many modules are asked about', async () => {
    const texts: Record<string, string> = { 'env/main.tf': call('../modules/none', 'cn-beijing') };
    const modules = Array.from({ length: 40 }, (_, number) => `modules/network${number}`);
    for (const module of modules) texts[`${module}/main.tf`] = MODULE;
    const reads: string[] = [];
    const workspace = new Workspace({ tree: counted(memoryTree(texts), reads), ruleset, clock: testClock });
    for (const module of modules) await workspace.check(`${module}/main.tf`);
    const ofCaller = reads.filter(path => path === 'env/main.tf');
    assert.ok(ofCaller.length < 20, `${ofCaller.length} times`);
    const [first = ''] = modules;
    texts['env/main.tf'] = call(`../${first}`, 'cn-hangzhou');
    workspace.filesChanged(['env/main.tf'], false);
    const { findings } = await workspace.check(`${first}/main.tf`);
    assert.deepEqual(
      findings.flatMap(finding => finding.occurrences.map(({ value }) => value)),
      ['cn-hangzhou'],
    );
  });
});

describe('the search for callers', () => {
  it('passes every file that calls a module of the same case', async () => {
    let calls = 0;
    for (const texts of readdirSync(CASES).flatMap(readCases)) {
      const files = await loadAll(texts);
      for (const { source, extraction } of files) {
        for (const { target } of extraction.calls) {
          const called = files.filter(file => file.module === target && isLinked(file.format));
          if (called.length === 0 || files.find(file => file.source === source)?.module === target) continue;
          calls++;
          assert.ok(mayCall(source.path, source.text, called), `${source.path} calls ${target}`);
        }
      }
    }
    assert.ok(calls > 20, `${calls} calls`);
  });

  const aws = { 'modules/aws/main.tf': 'variable "zone" {}\n' };
  const above = { 'kustomization.yaml': 'resources: [web.yaml]\n' };
  const properties = { 'gradle.properties': 'mirror=https://maven.aliyun.com/repository\n' };
  const rows: readonly [path: string, text: string, called: Record<string, string>, passes: boolean][] = [
    ['live/main.tf', 'module "aws" {\n  source = "../modules/aws"\n}\n', aws, true],
    ['live/versions.tf', 'required_providers {\n  aws = { source = "hashicorp/aws" }\n}\n', aws, false],
    ['live/terragrunt.hcl', 'terraform {\n  source = "../modules/aws"\n}\n', aws, true],
    ['.github/workflows/deploy.yml', 'steps:\n  - uses: ./modules/aws\n', aws, false],
    ['overlays/eu/kustomization.yaml', 'resources:\n  - ../..\n', above, true],
    ['app/build.gradle', 'repositories {\n  maven { url mirror }\n}\n', properties, true],
    ['app/build.gradle', '', { 'other/gradle.properties': 'mirror=x\n' }, false],
  ];
  for (const [path, text, called, passes] of rows) {
    const what = `${path} with ${text.split('\n')[1]?.trim() ?? 'nothing'} for ${Object.keys(called)}`;
    it(`${passes ? 'passes' : 'leaves out'} ${what}`, async () => {
      assert.equal(mayCall(path, text, await loadAll(called)), passes);
    });
  }
});

function mayCall(path: string, text: string, called: readonly LoadedFile[]): boolean {
  const [caller] = possibleCallers([{ path, formats: formatsByName(path) }]);
  const question = caller && new CallerSearch(called).questionFor(caller);
  if (!question) return false;
  const bytes = new TextEncoder().encode(text);
  return question.hasSign(bytes) && question.hasMarker(bytes);
}

async function loadAll(texts: Readonly<Record<string, string>>): Promise<LoadedFile[]> {
  const paths = Object.keys(texts).filter(path => formatsByName(path).length > 0);
  const loaded = await new Loader(memoryTree(texts), 'nothing').loadAll(paths.map(path => ({ path })));
  return loaded.flatMap(({ file }) => file ?? []);
}

function counted(tree: FileTree, reads: string[]): FileTree {
  return {
    list: () => tree.list(),
    read: path => {
      reads.push(path);
      return tree.read(path);
    },
  };
}
