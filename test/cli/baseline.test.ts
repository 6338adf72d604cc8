import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const BASELINE = '.vendor-diligence-baseline.json';
const IMAGE = 'registry.cn-hangzhou.aliyuncs.com/shop/base:1';

describe('baseline', () => {
  let tree: TemporaryTree;
  beforeEach(async () => {
    tree = temporaryTree();
    tree.write('Dockerfile', `FROM ${IMAGE}\n`);
    const { exitCode, stderr } = await runCli(tree.root, ['baseline']);
    assert.equal(exitCode, 0);
    assert.match(stderr, /holds 1 finding; /);
  });
  afterEach(() => tree.remove());

  const scan = (...more: string[]) => runCli(tree.root, ['scan', '--baseline', BASELINE, ...more]);

  it('is a file to review: one finding a line, without line numbers', () => {
    const text = readFileSync(join(tree.root, BASELINE), 'utf8');
    assert.match(text, /"path":"Dockerfile","value":"registry\.cn-hangzhou\.aliyuncs\.com\/shop\/base:1"/);
    assert.doesNotMatch(text, /"line"/);
  });

  it('silences what it has, also when lines moved', async () => {
    tree.write('Dockerfile', `# syntax=docker/dockerfile:1\n\n\nFROM ${IMAGE}\n`);
    const { exitCode, stdout, stderr } = await scan();
    assert.equal(exitCode, 0);
    assert.match(stdout, /No findings.*1 suppressed/);
    assert.equal(stderr, '');
  });

  it('holds also what is said of the ruleset', async () => {
    const unused = {
      match: 'flagged-mirror',
      paths: ['**'],
      reason: 'x',
      approvedBy: 'y',
      expires: '2026-12-31',
    };
    tree.write('.vendor-diligence.jsonc', JSON.stringify({ exceptions: [unused] }));
    await runCli(tree.root, ['baseline']);
    assert.match((await scan()).stdout, /No findings.*2 suppressed/);
  });

  it('does not silence the second of the same', async () => {
    tree.write('web/Dockerfile', `FROM ${IMAGE}\n`);
    const { exitCode, stdout } = await scan('--format', 'json');
    assert.equal(exitCode, 1);
    assert.deepEqual(
      JSON.parse(stdout).findings.map(({ path }: { path: string }) => path),
      ['web/Dockerfile'],
    );
  });

  it('tells which entries are stale', async () => {
    tree.write('Dockerfile', 'FROM node:20\n');
    const { exitCode, stderr } = await scan();
    assert.equal(exitCode, 0);
    assert.match(
      stderr,
      /1 of the baseline's entries no longer occur.*\n {2}Dockerfile: flagged-vendor registry/,
    );
  });

  it('refuses a file that is no baseline, with the place', async () => {
    tree.write(BASELINE, '{\n  "version": 2,\n  "findings": []\n}\n');
    const { exitCode, stderr } = await scan();
    assert.equal(exitCode, 2);
    assert.match(stderr, /^\.vendor-diligence-baseline\.json:2:14 /);
  });

  it('refuses a file that is not there', async () => {
    const { exitCode, stderr } = await runCli(tree.root, ['scan', '--baseline', 'gone.json']);
    assert.equal(exitCode, 2);
    assert.match(stderr, /"gone\.json" cannot be read: there is no such file/);
  });
});
