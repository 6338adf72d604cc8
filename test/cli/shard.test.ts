import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const REPOSITORIES = 40;

describe('scan --shard', () => {
  let tree: TemporaryTree;
  let reports: TemporaryTree;
  before(() => {
    tree = temporaryTree();
    reports = temporaryTree();
    tree.write('README.md');
    tree.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/shop/base:1\n');
    for (let index = 0; index < REPOSITORIES; index++) {
      const name = `group-${index % 3}/service-${index}`;
      // What makes a folder a repository, without a process for each.
      tree.write(`${name}/.git/HEAD`, 'ref: refs/heads/main\n');
      tree.write(`${name}/Dockerfile`, `FROM registry.cn-beijing.aliyuncs.com/acme/service-${index}:1\n`);
      tree.write(`${name}/infra/main.tf`, 'provider "alicloud" {\n  region = var.region\n}\n');
      tree.write(`${name}/infra/variables.tf`, 'variable "region" {\n  default = "cn-hangzhou"\n}\n');
    }
    tree.write('broken/.git/HEAD', 'ref: refs/heads/main\n');
    tree.write('broken/compose.yaml', 'services:\n  a: [registry.cn-hangzhou.aliyuncs.com/x\n');
  });
  after(() => {
    tree.remove();
    reports.remove();
  });

  const scan = async (...more: string[]) =>
    (await runCli(tree.root, ['scan', '--format', 'json', ...more])).stdout;

  for (const count of [1, 3, 8]) {
    it(`${count} merged shards are, byte for byte, the scan of everything`, async () => {
      const files = Array.from({ length: count }, (_each, index) => join(reports.root, `${index + 1}.json`));
      for (const [index, file] of files.entries()) {
        await scan('--shard', `${index + 1}/${count}`, '--output', file);
      }
      const { stdout } = await runCli(tree.root, ['merge', ...files]);
      assert.equal(stdout, await scan());
    });
  }

  it('every part has something to do, and a repository is never divided', async () => {
    const owners = new Map<string, number>();
    for (const part of [1, 2, 3, 4]) {
      const { findings } = JSON.parse(await scan('--shard', `${part}/4`));
      assert.ok(findings.length > 0);
      for (const { path } of findings) {
        const repository = path.split('/').slice(0, 2).join('/');
        assert.equal(owners.get(repository) ?? part, part);
        owners.set(repository, part);
      }
    }
    assert.equal(owners.size, REPOSITORIES + 2);
  });

  it('folders that are named one by one are divided too', async () => {
    const names = [0, 1, 2, 3, 4, 5].map(index => `group-${index % 3}/service-${index}`);
    const counts = [];
    for (const part of [1, 2]) {
      counts.push(JSON.parse(await scan('--shard', `${part}/2`, ...names)).findings.length);
    }
    assert.equal(counts[0] + counts[1], JSON.parse(await scan(...names)).findings.length);
    assert.ok(counts.every(count => count > 0));
  });

  for (const value of ['0/3', '4/3', '1', 'a/b', '1/0']) {
    it(`refuses ${value}`, async () => {
      const { exitCode, stderr } = await runCli(tree.root, ['scan', '--shard', value]);
      assert.equal(exitCode, 2);
      assert.match(stderr, /such as 2\/8/);
    });
  }
});
