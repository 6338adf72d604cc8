import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const CLEAN = '{ "dependencies": { "left-pad": "^1.0.0" } }\n';
const FLAGGED = '{\n  "dependencies": {\n    "ali-oss": "^6.17.0"\n  }\n}\n';

describe('scan', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  async function scanJson(...argv: readonly string[]) {
    const { exitCode, stdout, stderr } = await runCli(tree.root, ['scan', '--format', 'json', ...argv]);
    assert.equal(stderr, '');
    const { findings, problems, stats } = JSON.parse(stdout);
    const places: string[] = findings.map(
      (finding: { path: string; range: { start: { line: number; column: number } } }) =>
        `${finding.path}:${finding.range.start.line}:${finding.range.start.column}`,
    );
    const codes: string[] = problems.map(
      (problem: { code: string; path: string }) => `${problem.path} ${problem.code}`,
    );
    return { exitCode, places, codes, stats };
  }

  describe('of a single file', () => {
    beforeEach(() => {
      tree.write('net/main.tf', 'variable "region" {}\nprovider "alicloud" {\n  region = var.region\n}\n');
      tree.write('net/terraform.tfvars', '# vendor-diligence-ignore other -- x\nregion = "cn-hangzhou"\n');
      tree.write('net/other.tf', 'resource "alicloud_vpc" "main" {}\n');
      tree.write('net/broken.tf', 'resource "a" {\n');
    });

    for (const repository of [true, false]) {
      it(`takes values from the files around it ${repository ? 'in' : 'without'} a repository`, async () => {
        if (repository) tree.git('', 'init');
        const { stdout } = await runCli(tree.root, ['scan', 'net/main.tf', '--format', 'json']);
        const { findings, problems, stats } = JSON.parse(stdout);
        const [finding, ...others] = findings;
        assert.deepEqual([others, problems], [[], []]);
        assert.deepEqual(
          finding.occurrences.map((each: { path: string; value: string }) => [each.path, each.value]),
          [['net/main.tf', 'cn-hangzhou']],
        );
        assert.deepEqual(stats.files, { discovered: 1, classified: 1, prefiltered: 1, parsed: 1 });
      });
    }

    it('says nothing of what the files around it hold', async () => {
      tree.write('net/main.tf', 'locals {}\n');
      const { exitCode, places } = await scanJson('net/main.tf');
      assert.deepEqual([exitCode, places], [0, []]);
    });

    it('lists its references with their values', async () => {
      const { stdout } = await runCli(tree.root, ['inventory', 'net/main.tf', '--format', 'json']);
      const { references } = JSON.parse(stdout);
      assert.deepEqual(
        references.map((each: { path: string; value: string }) => `${each.path} ${each.value}`),
        ['net/main.tf hashicorp/alicloud', 'net/main.tf cn-hangzhou'],
      );
    });
  });

  describe('ends with', () => {
    it('0 for an empty repository', async () => {
      tree.git('', 'init');
      const { exitCode, places, stats } = await scanJson();
      assert.deepEqual([exitCode, places, stats.files.discovered], [0, [], 0]);
    });

    it('0 for clean files', async () => {
      tree.write('package.json', CLEAN);
      assert.equal((await scanJson()).exitCode, 0);
    });

    it('1 for a finding', async () => {
      tree.write('package.json', FLAGGED);
      const { exitCode, places } = await scanJson();
      assert.deepEqual([exitCode, places], [1, ['package.json:3:6']]);
    });

    it('0 for a finding below --fail-on', async () => {
      tree.write('package.json', FLAGGED);
      const { exitCode, places } = await scanJson('--fail-on', 'error', '--audience', 'tw');
      assert.deepEqual([exitCode, places], [0, ['package.json:3:6']]);
    });

    it('3 when something could not be read', async () => {
      tree.write('package.json', Buffer.from([0x7b, 0, 0, 1]));
      assert.deepEqual(await scanJson(), {
        ...(await scanJson()),
        exitCode: 3,
        places: [],
        codes: ['package.json binary'],
      });
    });

    it('1 when there are findings as well', async () => {
      tree.write('a/package.json', Buffer.from([0x7b, 0, 0, 1]));
      tree.write('b/package.json', FLAGGED);
      const { exitCode, codes } = await scanJson();
      assert.deepEqual([exitCode, codes], [1, ['a/package.json binary']]);
    });
  });

  describe('bears', () => {
    const encodings: readonly [title: string, content: Buffer, place: string, codes: readonly string[]][] = [
      ['UTF-16', Buffer.from(`\uFEFF${FLAGGED}`, 'utf16le'), '3:6', []],
      ['a byte order mark', Buffer.from(`\uFEFF${FLAGGED}`), '3:6', []],
      ['CRLF', Buffer.from(FLAGGED.replaceAll('\n', '\r\n')), '3:6', []],
      [
        'invalid UTF-8',
        Buffer.from(FLAGGED.replace('{', '{ "name": "\u00e9",'), 'latin1'),
        '3:6',
        ['package.json invalid-encoding'],
      ],
    ];
    for (const [title, content, place, codes] of encodings) {
      it(title, async () => {
        tree.write('package.json', content);
        const outcome = await scanJson();
        assert.deepEqual([outcome.places, outcome.codes], [[`package.json:${place}`], codes]);
      });
    }

    it('what is no file, and says so once each', async () => {
      tree.write('directory/package.json/inside', '');
      tree.pipe('.npmrc');
      symlinkSync('nothing', join(tree.root, 'package.json'));
      tree.write('large/package.json');
      truncateSync(join(tree.root, 'large/package.json'), 50_000_000);
      symlinkSync('.', join(tree.root, 'loop'));
      tree.write('z/package.json', FLAGGED);
      const { exitCode, places, codes } = await scanJson();
      assert.deepEqual(codes, [
        '.npmrc not-a-file',
        'large/package.json too-large',
        'package.json unreadable',
      ]);
      assert.deepEqual([exitCode, places], [1, ['z/package.json:3:6']]);
    });

    it('names that a terminal would obey', async () => {
      tree.write('a\u001b[2J b\n/package.json', FLAGGED);
      const { stdout } = await runCli(tree.root, ['scan']);
      assert.match(stdout, /^a␛\[2J b␊\/package\.json:3:6 /m);
      assert.equal(stdout.includes('\u001b'), false);
    });
  });

  describe('paths', () => {
    beforeEach(() => {
      tree.git('', 'init');
      tree.write('.gitignore', 'ignored/\n');
      for (const folder of ['a', 'a/b', 'c', 'ignored']) tree.write(`${folder}/package.json`, FLAGGED);
    });

    it('are relative to the one folder that was named', async () => {
      assert.deepEqual((await scanJson('a')).places, ['b/package.json:3:6', 'package.json:3:6']);
    });

    it('are relative to the working folder when several were named', async () => {
      assert.deepEqual((await scanJson('c', 'a/b/package.json')).places, [
        'a/b/package.json:3:6',
        'c/package.json:3:6',
      ]);
    });

    it('are shown in text as the shell needs them', async () => {
      const { stdout } = await runCli(join(tree.root, 'c'), ['scan', '../a']);
      assert.match(stdout, /^\.\.\/a\/package\.json:3:6 /m);
    });

    it('may name what git ignores', async () => {
      assert.deepEqual((await scanJson('ignored')).places, ['package.json:3:6']);
      assert.deepEqual((await scanJson('ignored/package.json')).places, ['ignored/package.json:3:6']);
    });
  });

  describe('output', () => {
    beforeEach(() => tree.write('package.json', FLAGGED));

    it('is the same each time', async () => {
      const first = await runCli(tree.root, ['scan', '--format', 'json']);
      assert.deepEqual(await runCli(tree.root, ['scan', '--format', 'json']), first);
    });

    it('goes to the file, then standard output is empty', async () => {
      const { exitCode, stdout } = await runCli(tree.root, [
        'scan',
        '--format',
        'json',
        '--output',
        'out.json',
      ]);
      assert.deepEqual([exitCode, stdout], [1, '']);
      assert.equal(JSON.parse(readFileSync(join(tree.root, 'out.json'), 'utf8')).findings.length, 1);
    });

    const colors: readonly [
      title: string,
      argv: readonly string[],
      terminal: Parameters<typeof runCli>[2],
      colored: boolean,
    ][] = [
      ['a pipe', [], {}, false],
      ['a terminal', [], { stdoutColumns: 80 }, true],
      ['a terminal, with NO_COLOR', [], { stdoutColumns: 80, variables: { NO_COLOR: '1' } }, false],
      ['a dumb terminal', [], { stdoutColumns: 80, variables: { TERM: 'dumb' } }, false],
      ['a pipe, with FORCE_COLOR', [], { variables: { FORCE_COLOR: '1' } }, true],
      ['a terminal, with --no-color', ['--no-color'], { stdoutColumns: 80 }, false],
      ['a pipe, with --color and NO_COLOR', ['--color'], { variables: { NO_COLOR: '1' } }, true],
    ];
    it('is not wrapped on a terminal that knows no width', async () => {
      const { stdout } = await runCli(tree.root, ['scan', '--no-color'], { stdoutColumns: 0 });
      assert.equal(stdout, (await runCli(tree.root, ['scan'])).stdout);
    });

    for (const [title, argv, terminal, colored] of colors) {
      it(`${colored ? 'has' : 'has no'} colours on ${title}`, async () => {
        const { stdout } = await runCli(tree.root, ['scan', ...argv], terminal);
        assert.equal(stdout.includes('\u001b['), colored);
      });
    }
  });

  describe('the ruleset', () => {
    beforeEach(() => tree.write('package.json', FLAGGED));

    it('of a repository is named as it is seen from the working folder', async () => {
      tree.git('', 'init');
      tree.write('.vendor-diligence.jsonc', '{}');
      tree.write('web/package.json', FLAGGED);
      const { stdout } = await runCli(tree.root, ['scan', '--format', 'json', 'web']);
      assert.equal(JSON.parse(stdout).ruleset.name, '.vendor-diligence.jsonc');
    });

    it('of the command line is in force', async () => {
      tree.write(
        'policy.jsonc',
        '{ "name": "mine", "rules": [{ "id": "all-packages", "when": { "kinds": ["package"] }, "severity": "error" }] }',
      );
      const { stdout } = await runCli(tree.root, ['scan', '--format', 'json', '--ruleset', 'policy.jsonc']);
      const { findings } = JSON.parse(stdout);
      assert.deepEqual(
        findings.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity]),
        [['all-packages', 'error']],
      );
    });

    it('of a repository holds for its folders too', async () => {
      tree.git('', 'init');
      tree.write(
        '.vendor-diligence.jsonc',
        '{ "rules": [{ "id": "local", "when": { "kinds": ["package"] }, "severity": "nonsense" }] }',
      );
      tree.write('a/b/package.json', CLEAN);
      const { exitCode, stderr } = await runCli(tree.root, ['scan', 'a/b']);
      assert.equal(exitCode, 2);
      assert.match(stderr, /^\.vendor-diligence\.jsonc:1:\d+ /);
    });
  });
});
