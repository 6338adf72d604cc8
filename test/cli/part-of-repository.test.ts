import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const MAIN = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n';

const rule = (id: string, glob: string) => ({ id, when: { paths: [glob] }, severity: 'error' });

const exception = (glob: string) => ({
  match: 'alibaba-cloud',
  paths: [glob],
  reason: 'moves to Frankfurt',
  approvedBy: 'ciso',
  expires: '2027-01-31',
});

describe('paths in a ruleset, where a part of a repository is scanned', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.git('', 'init', '-q');
    tree.write('infra/live/main.tf', MAIN);
    tree.write('infra/old/main.tf', MAIN);
  });
  afterEach(() => tree.remove());

  const run = (...argv: readonly string[]) => runCli(tree.root, argv);
  const runIn = (folder: string, ...argv: readonly string[]) => runCli(join(tree.root, folder), argv);
  const writeRuleset = (ruleset: object, path = '.vendor-diligence.jsonc') =>
    tree.write(path, JSON.stringify({ extends: ['vendor-diligence:baseline'], ...ruleset }));

  /** `path rule` of every finding that is not suppressed. */
  const rulesOf = (stdout: string): string[] => {
    const { findings }: { findings: readonly { path: string; rule: string }[] } = JSON.parse(stdout);
    return [...new Set(findings.map(each => `${each.path} ${each.rule}`))];
  };

  for (const [how, folder, argv, path] of [
    ['a file from the top', '', ['infra/live/main.tf'], 'infra/live/main.tf'],
    ['a folder', '', ['infra/live'], 'main.tf'],
    ['a folder around it', '', ['infra'], 'live/main.tf'],
    ['the working folder below the top', 'infra/live', [], 'main.tf'],
    ['a file from a working folder below the top', 'infra', ['live/main.tf'], 'live/main.tf'],
  ] as const) {
    it(`start from the folder of the repository’s ruleset: ${how}`, async () => {
      writeRuleset({ rules: [rule('live-only', 'infra/live/**'), rule('never', 'live/**')] });
      const { stdout } = await runIn(folder, 'scan', '--format', 'json', ...argv);
      const told = rulesOf(stdout).filter(each => each.startsWith(`${path} `));
      assert.deepEqual(told, [`${path} live-only`]);
    });
  }

  it('start from the folder of a ruleset that lies below the top', async () => {
    writeRuleset(
      { rules: [rule('live-only', 'live/**'), rule('never', 'infra/**')] },
      'infra/.vendor-diligence.jsonc',
    );
    const { stdout } = await run('scan', '--format', 'json', 'infra/live');
    assert.deepEqual(rulesOf(stdout), ['main.tf live-only']);
  });

  it('of what the repository’s ruleset extends start where its own do', async () => {
    writeRuleset({ rules: [rule('live-only', 'infra/live/**')] }, 'policy/base.jsonc');
    writeRuleset({ extends: ['./policy/base.jsonc'] });
    const { stdout } = await run('scan', '--format', 'json', 'infra/live');
    assert.deepEqual(rulesOf(stdout), ['main.tf live-only']);
  });

  it('of any other ruleset start from the top of the repository', async () => {
    writeRuleset({ rules: [rule('live-only', 'infra/live/**')] }, 'elsewhere/policy.jsonc');
    writeRuleset({}, 'infra/.vendor-diligence.jsonc');
    const { stdout } = await run(
      'scan',
      '--ruleset',
      'elsewhere/policy.jsonc',
      '--format',
      'json',
      'infra/live',
    );
    assert.deepEqual(rulesOf(stdout), ['main.tf live-only']);
  });

  it('of any other ruleset start from the scanned root where there is no repository', async () => {
    const alone = temporaryTree();
    alone.write('infra/main.tf', MAIN);
    alone.write('policy.jsonc', JSON.stringify({ rules: [rule('top-only', '*.tf')] }));
    const argv = ['scan', '--ruleset', 'policy.jsonc', '--format', 'json', 'infra'];
    const { stdout } = await runCli(alone.root, argv);
    alone.remove();
    assert.deepEqual(rulesOf(stdout), ['main.tf top-only']);
  });

  it('of exceptions are taken likewise by scan, fix, baseline and the list of exceptions', async () => {
    writeRuleset({ exceptions: [exception('infra/live/**')] });
    const scanned = await run('scan', '--format', 'json', 'infra');
    assert.deepEqual(rulesOf(scanned.stdout), ['old/main.tf flagged-vendor']);
    const fixed = async (folder: string) => (await run('fix', '--fail-on', 'warning', folder)).exitCode;
    assert.deepEqual([await fixed('infra/live'), await fixed('infra/old')], [0, 1]);
    const baseline = await run('baseline', '--output', 'base.json', 'infra');
    assert.match(baseline.stderr, /\b1 finding\b/);
    const listed = await run('ruleset', 'exceptions', '--format', 'json', 'infra');
    const [{ state, findings }] = JSON.parse(listed.stdout).allowances;
    assert.deepEqual([state, findings], ['active', 1]);
  });

  it('are explained as they are scanned', async () => {
    writeRuleset({ rules: [rule('live-only', 'infra/live/**')] });
    const { stdout } = await run('explain', 'infra/live/main.tf:1');
    assert.match(stdout, /live-only/);
  });
});
