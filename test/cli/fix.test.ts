import assert from 'node:assert/strict';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const MAIN = 'provider "aws" {\n  region = "cn-north-1" # Beijing\n}\n';
const DIFF = `--- a/main.tf
+++ b/main.tf
@@ -1,3 +1,3 @@
 provider "aws" {
-  region = "cn-north-1" # Beijing
+  region = "eu-central-1" # Beijing
 }
`;

describe('fix', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.git('', 'init');
    tree.write('main.tf', MAIN);
    tree.git('', 'add', '.');
    tree.git('', 'commit', '-m', 'first');
  });
  afterEach(() => tree.remove());

  const fix = (...argv: readonly string[]) => runCli(tree.root, ['fix', ...argv]);
  const main = () => readFileSync(join(tree.root, 'main.tf'), 'utf8');

  it('shows a diff and writes nothing', async () => {
    const { exitCode, stdout, stderr } = await fix('--grade', 'guided');
    assert.equal(stdout, DIFF);
    assert.match(stderr, /1 finding can be fixed, .* 1 file would change with --write/);
    assert.equal(exitCode, 1, 'the findings are still there');
    assert.equal(main(), MAIN);
  });

  it('shows a diff that git applies', async () => {
    const { stdout } = await fix('--grade', 'guided');
    tree.write('fix.diff', stdout);
    tree.git('', 'apply', 'fix.diff');
    assert.equal(main(), MAIN.replace('cn-north-1', 'eu-central-1'));
  });

  it('reads what gives values to a named file', async () => {
    tree.write('main.tf', 'provider "aws" {\n  region = var.region\n}\n');
    tree.write('variables.tf', 'variable "region" {\n  default = "cn-north-1"\n}\n');
    const { stdout } = await fix('main.tf', '--grade', 'guided');
    assert.match(stdout, /^\+\+\+ b\/variables\.tf$/m);
    assert.match(stdout, /^\+ {2}default = "eu-central-1"$/m);
  });

  it('overwrites nothing of which git has no copy', async () => {
    rmSync(join(tree.root, '.git'), { recursive: true });
    const { exitCode, stderr } = await fix('--grade', 'guided', '--write');
    assert.equal(exitCode, 2);
    assert.match(stderr, /nothing was written, because "main\.tf" has changes that are not in git/);
    assert.equal(main(), MAIN);
    assert.equal((await fix('--grade', 'guided', '--write', '--allow-dirty')).exitCode, 0);
  });

  it('counts what it has no fix for', async () => {
    tree.write('main.tf', 'provider "alicloud" {}\n');
    const { stderr } = await fix('--grade', 'guided');
    assert.match(stderr, /^1 more finding has no fix here/m);
    assert.match(stderr, /^0 findings can be fixed/m);
  });

  it('says what could not be read', async () => {
    tree.write('broken.tf', 'resource "alicloud_oss_bucket" {');
    const { stderr } = await fix();
    assert.match(stderr, /^vendor-diligence: broken\.tf: /m);
  });

  it('applies drop-in fixes only, unless told', async () => {
    const { stdout, stderr } = await fix();
    assert.equal(stdout, '');
    assert.match(stderr, /^1 more finding has a fix that leaves something to decide: --grade guided/m);
  });

  it('writes, and finds nothing to do the second time', async () => {
    const first = await fix('--grade', 'guided', '--write');
    assert.deepEqual([first.exitCode, first.stdout], [0, 'main.tf\n']);
    const written = main();
    assert.equal(written, MAIN.replace('cn-north-1', 'eu-central-1'));
    tree.git('', 'commit', '-am', 'fixed');
    const second = await fix('--grade', 'guided', '--write');
    assert.deepEqual([second.exitCode, second.stdout, main()], [0, '', written]);
  });

  it('migrates whole modules only when asked', async () => {
    const text = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n\nresource "alicloud_vpc" "a" {}\n';
    tree.write('main.tf', text);
    const guided = await fix('--grade', 'guided');
    assert.equal(guided.stdout, '');
    const { stdout, stderr } = await fix('--grade', 'guided', '--migrate');
    assert.match(stdout, /^\+resource "aws_vpc" "a" \{\}$/m);
    assert.match(stderr, /^main.tf: Migrate to Amazon Web Services: 1 of 1 resources and data sources/m);
    assert.match(stderr, /To finish, run: terraform state rm alicloud_vpc.a && terraform fmt/);
    assert.equal((await fix('--migrate')).exitCode, 2);
    const { stdout: help } = await fix('--help');
    assert.match(help, /--migrate/);
  });

  it('says from the working folder what is left to be run', async () => {
    const backend = 'terraform {\n  backend "oss" {\n    bucket = "states"\n  }\n}\n';
    const text = `${backend}provider "alicloud" {}\n\nresource "alicloud_vpc" "a" {}\n`;
    tree.write('live/net/main.tf', text);
    const all = await fix('--grade', 'guided', '--migrate');
    const moved = 'terraform -chdir=live/net init -migrate-state -upgrade';
    const commands = `${moved} && terraform -chdir=live/net state rm alicloud_vpc.a && terraform -chdir=live/net fmt`;
    assert.ok(all.stderr.includes(`To finish, run: ${commands}`), all.stderr);
    const one = await fix('--grade', 'guided', '--migrate', 'live/net');
    const inside =
      'terraform init -migrate-state -upgrade && terraform state rm alicloud_vpc.a && terraform fmt';
    assert.ok(one.stderr.includes(`To finish, run: (cd live/net && ${inside}`), one.stderr);
  });

  it('refuses a dirty tree unless told', async () => {
    tree.write('main.tf', `${MAIN}# not committed\n`);
    const refused = await fix('--grade', 'guided', '--write');
    assert.equal(refused.exitCode, 2);
    assert.match(refused.stderr, /"main.tf" has changes that are not in git.*--allow-dirty/);
    assert.match(main(), /cn-north-1/);
    assert.equal((await fix('--grade', 'guided', '--write', '--allow-dirty')).exitCode, 0);
    assert.match(main(), /eu-central-1/);
  });

  it('says when a file cannot be written, and writes none', async () => {
    chmodSync(join(tree.root, 'main.tf'), 0o444);
    const { exitCode, stderr } = await fix('--grade', 'guided', '--write');
    assert.equal(exitCode, 3);
    assert.match(stderr, /cannot write "main.tf": it is read-only; nothing was written/);
    assert.equal(main(), MAIN);
  });

  it('makes nothing in a diff move the cursor of a terminal', async () => {
    tree.write('main.tf', MAIN.replace('Beijing', 'Beijing \u001b[31m'));
    const variables = { NO_COLOR: '1' };
    const { stdout } = await runCli(tree.root, ['fix', '--grade', 'guided'], {
      stdoutColumns: 80,
      variables,
    });
    assert.ok(!stdout.includes('\u001b'));
  });

  it('colours a diff on a terminal only', async () => {
    const terminal = { stdoutColumns: 80 };
    const { stdout } = await runCli(tree.root, ['fix', '--grade', 'guided'], terminal);
    const plain = await runCli(tree.root, ['fix', '--grade', 'guided']);
    assert.ok(stdout.includes('\n\u001b[31m-  region = "cn-north-1"'), stdout);
    assert.ok(stdout.includes('\n\u001b[32m+  region = "eu-central-1"'), stdout);
    assert.equal(stripVTControlCharacters(stdout), plain.stdout);
  });
});

describe('fix in a repository with mirrors in ten ecosystems', () => {
  const folder = join(import.meta.dirname, '../fixes/mirror/ten-ecosystems');
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    cpSync(join(folder, 'before'), tree.root, { recursive: true });
    tree.git('', 'init');
    tree.git('', 'add', '.');
    tree.git('', 'commit', '-m', 'mirrors everywhere');
  });
  afterEach(() => tree.remove());

  it('shows one diff for all', async () => {
    const { stdout } = await runCli(tree.root, ['fix']);
    const expected = join(folder, 'fix.diff');
    if (process.env.UPDATE_CASES !== undefined) writeFileSync(expected, stdout);
    assert.equal(stdout, readFileSync(expected, 'utf8'));
  });

  it('writes exactly that, and nothing the second time', async () => {
    const first = await runCli(tree.root, ['fix', '--write']);
    assert.equal(first.exitCode, 0, first.stderr);
    assert.deepEqual(textsBelow(tree.root), textsBelow(join(folder, 'after')));
    tree.git('', 'commit', '-am', 'fixed');
    const second = await runCli(tree.root, ['fix', '--write']);
    assert.deepEqual([second.exitCode, second.stdout], [0, '']);
    assert.equal(tree.git('', 'status', '--porcelain'), '');
    const scanned = await runCli(tree.root, ['scan', '--format', 'json']);
    assert.deepEqual(JSON.parse(scanned.stdout).findings, []);
  });
});

function textsBelow(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const own = files.map(file => file.slice(root.length + 1)).filter(path => !path.startsWith('.git/'));
  return Object.fromEntries(own.sort().map(path => [path, readFileSync(join(root, path), 'utf8')]));
}
