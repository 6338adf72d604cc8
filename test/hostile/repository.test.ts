import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type FileTree, inventory, loadRulesets, type ScanResult, scan } from '../../src/engine/index.ts';
import { SCAN_REPORTERS } from '../../src/report/index.ts';
import { phrase } from '../../src/words/phrase.ts';
import { runCli } from '../cli/run-cli.ts';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';
import { takesAtMost } from '../support/time.ts';

const FLAGGED = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n';

async function scanTree(tree: FileTree): Promise<ScanResult> {
  const { ruleset } = await loadRulesets([]);
  return scan({ tree, ruleset, clock: testClock });
}

describe('a hostile repository', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  it('has links to folders with the names of files, and its other files are read whole', async () => {
    tree.write('inventory-files/hosts', '[web]\n');
    tree.write('main.tf', FLAGGED);
    for (const name of ['inventory', 'Dockerfile', 'package.json', 'variables.tf']) {
      symlinkSync('inventory-files', join(tree.root, name));
    }
    symlinkSync('..', join(tree.root, 'compose.yaml'));
    const { exitCode, stdout } = await runCli(tree.root, ['scan', '--format', 'json']);
    assert.equal(exitCode, 1);
    assert.deepEqual(JSON.parse(stdout).problems, []);
  });

  it('has a file of a gigabyte, which is told and not read', async () => {
    const file = openSync(join(tree.root, 'package-lock.json'), 'w');
    ftruncateSync(file, 1024 ** 3);
    closeSync(file);
    tree.write('main.tf', FLAGGED);
    const { exitCode, stdout } = await runCli(tree.root, ['scan', '--format', 'json']);
    assert.equal(exitCode, 1);
    assert.deepEqual(
      JSON.parse(stdout).problems.map(({ code }: { code: string }) => code),
      ['too-large'],
    );
  });

  it('has 100,000 files, of which one matters', async function () {
    this.timeout(120_000);
    const texts: Record<string, string> = { 'm/main.tf': FLAGGED };
    for (let index = 0; index < 100_000; index++) texts[`d${index % 500}/${index}.tf`] = 'locals {}\n';
    const { findings, problems, stats } = await scanTree(memoryTree(texts));
    assert.equal(stats.files.discovered, 100_001);
    assert.deepEqual([findings.length > 0, problems], [true, []]);
  });

  it('has a lockfile of a million entries, or of very deep ones', async function () {
    this.timeout(120_000);
    const entries = Array.from({ length: 1_000_000 }, (_, index) => `"node_modules/p${index}":{}`);
    const wide = `{"lockfileVersion":3,"packages":{"node_modules/ali-oss":{"version":"6.0.0"},${entries.join(',')}}}`;
    const deep = `${'{"dependencies":{"ali-oss":'.repeat(100_000)}1${'}}'.repeat(100_000)}`;
    const { findings, problems } = await scanTree(
      memoryTree({ 'wide/package-lock.json': wide, 'deep/package-lock.json': deep }),
    );
    assert.ok(findings.some(({ path }) => path === 'wide/package-lock.json'));
    assert.deepEqual(
      problems.map(({ path, code }) => `${path} ${code}`),
      ['deep/package-lock.json too-deep', 'wide/package-lock.json too-large'],
    );
  });

  it('has patterns that pattern libraries would try for hours', async () => {
    const name = 'a'.repeat(200);
    const patterns = ['*a'.repeat(40), '*?'.repeat(40), '[ab]*'.repeat(40)].map(pattern => `${pattern}9`);
    const folders = ['**/a/'.repeat(20), '*a/**/'.repeat(20)].map(pattern => `${pattern}9`);
    tree.write('.gitignore', [...patterns, ...folders].join('\n'));
    tree.write('package.json', JSON.stringify({ workspaces: [...patterns, ...folders] }));
    tree.write(
      'yarn.lock',
      '# yarn lockfile v1\n\n"ali-oss@^6.0.0":\n  version "6.0.0"\n  resolved "https://example.org/ali-oss.tgz"\n',
    );
    tree.write(`${name}/package.json`, '{"dependencies":{"ali-oss":"^6.0.0"}}');
    tree.write(`${'a/'.repeat(60)}package.json`, '{}');
    await takesAtMost(5000, async () => {
      const { exitCode } = await runCli(tree.root, ['scan']);
      assert.equal(exitCode, 1);
    });
  });

  it('has more references in a folder than a call can have arguments', async function () {
    this.timeout(120_000);
    const lines = 30_000;
    const text = 'OSS_ENDPOINT=oss-cn-hangzhou.aliyuncs.com\n'.repeat(lines);
    const files = memoryTree({
      '.env': text,
      '.env.a': text,
      '.env.b': text,
      '.env.c': text,
      '.env.d': text,
    });
    const { references, problems } = await inventory({ tree: files });
    assert.deepEqual([references.length >= 5 * lines, problems], [true, []]);
    const { findings } = await scanTree(files);
    assert.ok(findings.reduce((sum, { occurrences }) => sum + 1 + occurrences.length, 0) >= 5 * lines);
  });

  it('has files that vanish or may not be read while it is scanned', async () => {
    const whole = memoryTree({ 'a/main.tf': FLAGGED, 'b/main.tf': FLAGGED, 'c/main.tf': FLAGGED });
    const reads = new Map<string, number>();
    const { findings, problems } = await scanTree({
      list: () => whole.list(),
      read: path => {
        const count = (reads.get(path) ?? 0) + 1;
        reads.set(path, count);
        // One can never be read; another one is gone once the prefilter has seen it.
        const isRefused = path.startsWith('a/') || (path.startsWith('b/') && count > 1);
        if (!isRefused) return whole.read(path);
        return { ok: false, problem: { code: 'unreadable', path, message: phrase('problem.unreadable') } };
      },
    });
    assert.deepEqual(new Set(findings.map(({ path }) => path)), new Set(['c/main.tf']));
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['a/main.tf', 'b/main.tf'],
    );
  });

  it('changes nothing in objects that all code shares', async () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const json = `{${names.map(name => `"${name}":{"polluted":"ali-oss","version":"1"}`).join(',')}}`;
    const yaml = names.map(name => `${name}:\n  polluted: aliyun\n  <<: {polluted: 1}\n`).join('');
    const toml = names.map(name => `[${name}]\npolluted = "aliyun"\n`).join('');
    const { problems } = await scanTree(
      memoryTree({
        'package.json': `{"dependencies":${json},"overrides":${json}}`,
        'package-lock.json': `{"lockfileVersion":3,"packages":${json},"dependencies":${json}}`,
        'composer.json': `{"require":${json},"repositories":${json}}`,
        'compose.yaml': `services:\n${yaml.replace(/^/gm, '  ')}x-aliyun: 1\n`,
        'pnpm-lock.yaml': `lockfileVersion: '9.0'\npackages:\n${yaml.replace(/^/gm, '  ')}`,
        'values.yaml': yaml,
        'pyproject.toml': toml,
        'Cargo.toml': toml,
        'main.tf':
          names.map(name => `variable "${name}" {\n  default = "cn-hangzhou"\n}\n`).join('') + FLAGGED,
        '.env': names.map(name => `${name}=oss-cn-hangzhou.aliyuncs.com\n`).join(''),
      }),
    );
    assert.ok(problems.every(({ code }) => code !== 'internal-error'));
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    assert.equal(Reflect.get(Object, 'polluted'), undefined);
  });

  it('puts no control character and no markup into a report', async () => {
    const evil = '\\u001b[31m<img src=x onerror=alert(1)>\\u202e[click](command:evil)`${7*7}`';
    tree.write('package.json', `{"dependencies":{"ali-oss":"1.0.0 ${evil}","@alicloud/${evil}":"1"}}`);
    tree.write('<b>x\u001b[31m/main.tf', FLAGGED);
    tree.write(
      'Dockerfile',
      `FROM registry.cn-hangzhou.aliyuncs.com/a/b:1\u001b]0;title\u0007\u202e<script>alert(1)</script>\n`,
    );
    for (const format of Object.keys(SCAN_REPORTERS)) {
      const { stdout } = await runCli(tree.root, ['scan', '--format', format]);
      assert.ok(stdout.length > 0, format);
      assert.doesNotMatch(stdout.replace(/[\t\r\n]/g, ''), /[\p{Cc}\p{Bidi_Control}]/u, format);
      if (format === 'html') assert.doesNotMatch(stdout, /<(?:img|b>|script>alert)/);
    }
  });
});

describe('a report that cannot be written', () => {
  it('because the disk is full is an error of its own, not a clean scan', async function () {
    if (process.platform !== 'linux') this.skip();
    const tree = temporaryTree();
    tree.write('main.tf', FLAGGED);
    try {
      const { exitCode, stderr } = await runCli(tree.root, ['scan', '--output', '/dev/full']);
      assert.equal(exitCode, 2);
      assert.match(stderr, /cannot write "\/dev\/full": the disk is full\./);
    } finally {
      tree.remove();
    }
  });
});
