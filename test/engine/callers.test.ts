import assert from 'node:assert/strict';
import { type FileTree, loadRulesets, scan, Workspace } from '../../src/engine/index.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';
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
});

function counted(tree: FileTree, reads: string[]): FileTree {
  return {
    list: () => tree.list(),
    read: path => {
      reads.push(path);
      return tree.read(path);
    },
  };
}
