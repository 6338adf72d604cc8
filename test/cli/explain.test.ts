import assert from 'node:assert/strict';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const MAIN = 'terraform {\n  required_providers {\n    cloud = { source = "aliyun/alicloud" }\n  }\n}\n';

describe('explain', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.write('infra/main.tf', MAIN);
  });
  afterEach(() => tree.remove());

  const explain = (...argv: readonly string[]) => runCli(tree.root, ['explain', ...argv]);

  it('says who a vendor is, by any of its names, and where the folder uses it', async () => {
    for (const name of ['alibaba-cloud', 'Alibaba Cloud', 'aliyun']) {
      const { exitCode, stdout } = await explain(name);
      assert.equal(exitCode, 0);
      assert.match(stdout, /^Dossier: Alibaba Cloud\n/);
      assert.match(stdout, /Run from +China \(source, read \d+ \w+ 2026 <https:/);
      assert.match(stdout, /infra\/main\.tf:3:25 {2}warning · provider aliyun\/alicloud/);
    }
  });

  it('says what a rule flags', async () => {
    const { stdout } = await explain('flagged-location');
    assert.match(stdout, /From the ruleset vendor-diligence:baseline/);
    assert.match(stdout, /the region lies in China, Iran or Russia/);
    assert.match(stdout, /Nothing found/);
  });

  it('says why a line is flagged, as the hover does', async () => {
    const { stdout } = await explain('infra/main.tf:3:25');
    assert.match(stdout, /^Alibaba Cloud · operator: .* · parent: Alibaba Group .* · run from China\n/);
    assert.match(stdout, /Why am I seeing this\? {2}provider aliyun\/alicloud of Alibaba Cloud → .* → rule/);
    assert.match((await explain('infra/main.tf:1')).stdout, /^Nothing is found on that line\.\n$/);
  });

  it('says where a lockfile does not tell what depends on a package', async () => {
    tree.write('go.mod', 'module example.com/shop\n');
    tree.write('go.sum', 'github.com/aliyun/credentials-go v1.3.10 h1:AAAA=\n');
    const { stdout } = await explain('go.sum:1');
    assert.match(
      stdout,
      /Why am I seeing this\? {2}only in go\.sum, which does not say what depends on it → /,
    );
  });

  it('writes Markdown', async () => {
    const { stdout } = await explain('alibaba-cloud', '--format', 'markdown');
    assert.match(stdout, /^# Dossier: Alibaba Cloud\n/);
    assert.match(stdout, /^\d+\. \[Section 1260H list of June 2026\]\(https:/m);
  });

  it('refuses what it does not know, and names the rules', async () => {
    const { exitCode, stdout, stderr } = await explain('nobody');
    assert.deepEqual([exitCode, stdout], [2, '']);
    assert.match(stderr, /"nobody" is no vendor .* Rules: .*flagged-vendor/);
  });

  it('asks whether something else was meant', async () => {
    const { stderr } = await explain('Alibab');
    assert.match(stderr, /Did you mean alibaba-cloud\b/);
    assert.match((await explain('flaged-vendor')).stderr, /Did you mean .*flagged-vendor/);
  });
});
