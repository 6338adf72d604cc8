import assert from 'node:assert/strict';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const GERMAN = { variables: { LANG: 'de_DE.UTF-8' } };

describe('the language of commands', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/shop/base:1\n');
    tree.write('policy.jsonc', '{ "approved": { "vendors": ["awz"] } }\n');
  });
  afterEach(() => tree.remove());

  const said: readonly (readonly [argv: string, expected: RegExp])[] = [
    ['inventory', /^1 Verweis: 1 zugeordnet, 0 nicht zugeordnet/m],
    ['inventory', /^Dockerfile:1:6 Container-Image registry.* zugeordnet: alibaba-cloud$/m],
    ['baseline', /enthält 1 Befund; „vendor-diligence scan --baseline/],
    ['ruleset init', /^vendor-diligence: „\.vendor-diligence\.jsonc“ wurde geschrieben/],
    ['ruleset check policy.jsonc', /^policy\.jsonc:1:29 Fehler .*keinen Anbieter „awz“/],
    ['ruleset check policy.jsonc', /^vendor-diligence: 1 Fehler, 0 Warnungen\.$/m],
    ['ruleset test policy.jsonc', /^policy\.jsonc:1:29 Fehler /],
    ['ruleset sign policy.jsonc --key policy.jsonc', /ist kein privater Schlüssel, der signieren kann/],
    ['explain nobody', /ist kein Anbieter des Katalogs/],
    ['fix --migrate', /Es braucht --grade guided\.$/m],
    ['scan nowhere', /^vendor-diligence: es gibt keine Datei und keinen Ordner „nowhere“\.$/m],
    ['scan --ruleset nowhere', /^vendor-diligence: „nowhere“ kann nicht gelesen werden: diese Datei/],
    ['scan --output no/where', /^vendor-diligence: „no\/where“ kann nicht geschrieben werden: diese Datei/m],
    ['scan --since HEAD', /^vendor-diligence: der geprüfte Ordner liegt in keinem git-Repository\.$/m],
  ];
  for (const [argv, expected] of said) {
    it(`is that of the environment: ${argv}`, async () => {
      const { stdout, stderr } = await runCli(tree.root, argv.split(' '), GERMAN);
      assert.match(stdout + stderr, expected);
    });
  }

  it('is the one that is asked for, before the command or behind it', async () => {
    for (const argv of [
      ['--lang', 'fr', 'scan', 'nowhere'],
      ['scan', 'nowhere', '--lang', 'fr'],
    ]) {
      const { stderr } = await runCli(tree.root, argv, GERMAN);
      assert.match(stderr, /il n’y a ni fichier ni dossier/);
    }
  });

  it('says whole sentences also where an act binds many', async () => {
    tree.write('Dockerfile', 'FROM swr.cn-north-4.myhuaweicloud.com/acme/api:1\n');
    const argv = ['scan', '--lang', 'fr', '--audience', 'us-federal-contractor', '--format', 'json'];
    const { stdout } = await runCli(tree.root, argv);
    const [{ message }] = JSON.parse(stdout).findings;
    assert.match(message, /et oblige les agences fédérales américaines et 2 autres\.$/);
  });

  it('is that of the person who is asked', async () => {
    const asked: string[] = [];
    const ask = async (question: string) => String(asked.push(question) && '');
    await runCli(tree.root, ['ruleset', 'init', 'x.jsonc'], { ...GERMAN, ask });
    assert.match(asked.join('\n'), /^Auf welcher Richtlinie aufbauen\?/);
  });

  it('is English in what programs read, whatever the environment says', async () => {
    tree.write('.vendor-diligence.jsonc', '{ "preset": "watch" }\n');
    tree.write('strict.jsonc', '{ "preset": "strict" }\n');
    for (const argv of [
      'inventory --format json',
      'ruleset exceptions --format json',
      'scan --format json',
    ]) {
      const english = await runCli(tree.root, argv.split(' '));
      assert.deepEqual(await runCli(tree.root, argv.split(' '), GERMAN), english, argv);
    }
    const show = ['ruleset', 'show', '--ruleset', 'strict.jsonc', '--format', 'json'];
    assert.match((await runCli(tree.root, show, GERMAN)).stdout, /is weaker than the organisation/);
  });
});
