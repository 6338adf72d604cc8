import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

describe('command line usage', () => {
  let tree: TemporaryTree;
  before(() => {
    tree = temporaryTree();
    tree.write('main.tf', 'locals {}\n');
    tree.write(
      'wrong.jsonc',
      '{\n  // no severity of that name\n  "rules": [{ "id": "a", "when": { "kinds": ["host"] }, "severity": "fatal" }]\n}\n',
    );
    tree.write('half.jsonc', '{ "name": "mine"');
  });
  after(() => tree.remove());

  it('shows the version', async () => {
    const outcome = await runCli(tree.root, ['--version']);
    assert.deepEqual(outcome, { exitCode: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  for (const argv of [['--help'], ['help'], ['scan', '--help'], ['help', 'inventory']]) {
    it(`shows help for: ${argv.join(' ')}`, async () => {
      const { exitCode, stdout, stderr } = await runCli(tree.root, argv);
      assert.deepEqual([exitCode, stderr], [0, '']);
      assert.match(stdout, /^Usage: vendor-diligence/);
    });
  }

  it('shows help when there is no command', async () => {
    const { exitCode, stdout, stderr } = await runCli(tree.root, []);
    assert.deepEqual([exitCode, stdout], [2, '']);
    assert.match(stderr, /^Usage: vendor-diligence/);
  });

  const mistakes: readonly [argv: readonly string[], sentence: RegExp][] = [
    [['scann'], /unknown command 'scann' \(Did you mean scan\?\)/],
    [['scan', '--formt', 'json'], /unknown option '--formt' \(Did you mean --format\?\)/],
    [['scan', '--format', 'xml'], /'xml' is invalid. Allowed choices are text, json, sarif, /],
    [['scan', '--format'], /'--format <name>' argument missing/],
    [['scan', '--audience', 'everybody'], /'everybody' is invalid. Allowed choices are us, .*tw\./],
    [
      ['scan', '--fail-on', 'never'],
      /'never' is invalid. Allowed choices are error, warning, information, hint\./,
    ],
    [['scan', 'nowhere'], /there is no file or folder "nowhere"\./],
    [['scan', '.', 'nowhere/\u001b[2Jx'], /there is no file or folder "nowhere\/␛\[2Jx"\./],
    [['inventory', 'nowhere'], /there is no file or folder "nowhere"\./],
    [['inventory', '--ruleset', 'x'], /unknown option '--ruleset'/],
    [
      ['scan', '--ruleset', 'nowhere.jsonc'],
      /"nowhere.jsonc" cannot be read: there is no such file or folder\./,
    ],
    [['scan', '--ruleset', 'strict'], /no such file or folder\. Did you mean vendor-diligence:strict\?/],
    [['scan', '--lang', 'xx'], /'xx' is invalid\. Allowed choices are en, fr, de\./],
    [['ruleset', 'check'], /there is no such file or folder\. "vendor-diligence ruleset init" writes one\./],
    [['explain', 'nowhere.tf:1'], /there is no file or folder "nowhere\.tf"\./],
    [['explain', 'main.tf'], /"main\.tf" is a file: name the line too, as in main\.tf:12\./],
    [['scan', '--ruleset', '.'], /"." cannot be read: it is a folder\./],
    [
      ['scan', '--ruleset', 'vendor-diligence:nothing'],
      /"vendor-diligence:nothing" cannot be loaded: give a file, an https address, an npm package \(npm:name\), or one of vendor-diligence:allow-list, /,
    ],
    [
      ['scan', '--ruleset', 'http://example.com/policy.jsonc'],
      /cannot be loaded: give a file, an https address/,
    ],
    [
      ['scan', '--ruleset', 'https://example.com/policy.jsonc'],
      /cannot be loaded: add "#sha256=…" or "#key=…", which proves what it holds/,
    ],
    [['scan', '--ruleset', 'wrong.jsonc'], /^wrong\.jsonc:3:\d+ .*severity/],
    [['scan', '--ruleset', 'half.jsonc'], /^half\.jsonc:1:\d+ /],
    [
      ['scan', '--output', 'nowhere/report.txt'],
      /cannot write "nowhere\/report.txt": there is no such file or folder\./,
    ],
  ];
  for (const [argv, sentence] of mistakes) {
    it(`explains: ${JSON.stringify(argv.join(' '))}`, async () => {
      const { exitCode, stdout, stderr } = await runCli(tree.root, argv);
      assert.deepEqual([exitCode, stdout], [2, '']);
      assert.match(stderr, sentence);
      assert.match(stderr, /^[^\n]+\n$/, 'one line');
    });
  }
});
