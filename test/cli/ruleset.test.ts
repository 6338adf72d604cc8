import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { runCli } from './run-cli.ts';

const KEYS = join(import.meta.dirname, '..', 'ruleset', 'keys');

describe('ruleset', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  const run = (...argv: readonly string[]) => runCli(tree.root, ['ruleset', ...argv]);
  const write = (ruleset: object, file = 'policy.jsonc') =>
    tree.write(file, JSON.stringify(ruleset, undefined, 1));

  describe('init', () => {
    it('writes a ruleset that check has nothing against, and never over one', async () => {
      assert.equal((await run('init')).exitCode, 0);
      const { exitCode, stdout } = await run('check');
      assert.deepEqual([exitCode, stdout], [0, '']);
      const again = await run('init');
      assert.equal(again.exitCode, 2);
      assert.match(again.stderr, /is there already; it was not changed/);
    });

    it('takes no file for a vendor', async () => {
      const { exitCode, stderr } = await run('init', '--approve', 'aws', 'y.jsonc');
      assert.deepEqual([exitCode, stderr], [2, 'vendor-diligence: "y.jsonc" is no id of a vendor.\n']);
    });

    it('takes no vendor that the catalog does not have', async () => {
      const { exitCode, stderr } = await run('init', 'y.jsonc', '--approve', 'aws', 'ovh');
      const said = 'vendor-diligence: "ovh" is no id of a vendor. Did you mean ovhcloud?\n';
      assert.deepEqual([exitCode, stderr], [2, said]);
    });

    it('takes no answer that the ruleset could not have', async () => {
      const ask = async (question: string) => (question.includes('silence') ? 'sometimes' : '');
      const { exitCode, stderr } = await runCli(tree.root, ['ruleset', 'init', 'x.jsonc'], { ask });
      const said = 'vendor-diligence: "sometimes" is none of allow, require-reason, forbid.\n';
      assert.deepEqual([exitCode, stderr], [2, said]);
    });

    it('asks whom it can ask', async () => {
      const asked: string[] = [];
      const answers = ['strict', 'aws, hetzner', ''];
      const ask = async (question: string) => {
        asked.push(question);
        return answers[asked.length - 1] ?? '';
      };
      await runCli(tree.root, ['ruleset', 'init', 'x.jsonc'], { ask });
      assert.equal(asked.length, 3);
      const text = readFileSync(join(tree.root, 'x.jsonc'), 'utf8');
      assert.match(text, /"extends": \["vendor-diligence:strict"\]/);
      assert.match(text, /"vendors": \["aws", "hetzner"\]/);
      assert.match(text, /"suppressions": "require-reason"/);
    });
  });

  describe('check', () => {
    const cases: readonly (readonly [says: string, ruleset: object, expected: RegExp, exitCode: number])[] = [
      ['an unknown property', { rulez: [] }, /policy\.jsonc:2:11 error "rulez" is not a known property/, 2],
      ['an unknown vendor', { approved: { vendors: ['awz'] } }, /:4:4 error there is no vendor "awz"/, 2],
      [
        'two rules of one name',
        { rules: [1, 2].map(() => ({ id: 'a', when: { locations: ['HK'] }, severity: 'error' })) },
        /policy\.jsonc:13:10 error rule "a" is defined twice/,
        2,
      ],
      [
        'half a vendor’s name',
        { approved: { vendors: ['ovh'] } },
        /no vendor "ovh" in the catalog; there is "ovhcloud"/,
        2,
      ],
      [
        'an unknown region',
        { approved: { regions: { aws: ['eu-x'] } } },
        /warning aws has no region "eu-x"/,
        0,
      ],
      [
        'a rule that can never match',
        { rules: [{ id: 'a', when: { vendors: ['aws'], jurisdictions: ['CN'] } }] },
        /error rule "a" can never match: none of its vendors is run from one of its jurisdictions/,
        2,
      ],
      [
        'a country without a code of its own',
        { rules: [{ id: 'a', when: { locations: ['UK'] } }] },
        /warning nothing in the catalog lies in "UK"/,
        0,
      ],
      [
        'a country that nobody is run from',
        { rules: [{ id: 'a', when: { jurisdictions: ['XX'] } }] },
        /warning no vendor of the catalog is run from "XX"/,
        0,
      ],
      [
        'a misspelt region',
        { rules: [{ id: 'a', when: { regions: ['cn-*', 'cn-nort-1'] } }] },
        /warning no vendor of the catalog has a region "cn-nort-1"/,
        0,
      ],
      [
        'a misspelt operator',
        { rules: [{ id: 'a', when: { operators: ['Sinnet', 'Sinet'] } }] },
        /warning no region in the catalog is operated by "Sinet"/,
        0,
      ],
      [
        'a rule for a place where its vendor is not',
        { rules: [{ id: 'a', when: { vendors: ['scaleway'], locations: ['CN'] } }] },
        /error rule "a" can never match: its vendors have no region in one of its locations/,
        2,
      ],
      [
        'a rule without a test that finds nothing',
        { rules: [{ id: 'a', when: { vendors: ['aws'] } }] },
        /:4:10 warning rule "a" has no test that finds nothing/,
        0,
      ],
      [
        'an exception for nobody',
        {
          exceptions: [
            { match: 'nobody', paths: ['**'], reason: 'r', approvedBy: 'a', expires: '2027-01-01' },
          ],
        },
        /error "nobody" is neither a rule of this policy nor a vendor of the catalog/,
        2,
      ],
      [
        'an exception that has ended',
        {
          exceptions: [
            { match: 'flagged-vendor', paths: ['**'], reason: 'r', approvedBy: 'a', expires: '2026-01-01' },
          ],
        },
        /warning the exception ended on 2026-01-01: remove it/,
        0,
      ],
      [
        'an exception without an end',
        { exceptions: [{ match: 'flagged-vendor', paths: ['**'], reason: 'r', approvedBy: 'a' }] },
        /error "exceptions\.0\.expires" is missing/,
        2,
      ],
      [
        'an exception without a scope',
        { exceptions: [{ match: 'flagged-vendor', reason: 'r', approvedBy: 'a', expires: '2027-01-01' }] },
        /error "exceptions\.0\.paths" is missing/,
        2,
      ],
      ['a ruleset that has expired', { expires: '2026-11-22' }, /error the ruleset expired on 2026-11-22/, 2],
      ['a version that is none', { version: 'v1' }, /"version" must be numbers joined by dots/, 2],
    ];
    for (const [says, ruleset, expected, exitCode] of cases) {
      it(`finds ${says}`, async () => {
        write(ruleset);
        const outcome = await run('check', 'policy.jsonc');
        assert.match(outcome.stdout, expected);
        assert.equal(outcome.exitCode, exitCode);
      });
    }
  });

  describe('test', () => {
    const RULE = { id: 'no-hong-kong', when: { locations: ['HK'] }, severity: 'warning' };
    const snippet = (region: string) => ['provider "aws" {', `  region = "${region}"`, '}'];
    const FINDS = {
      rule: 'no-hong-kong',
      file: 'main.tf',
      text: snippet('ap-east-1'),
      finds: [{ severity: 'warning', value: 'ap-east-1', line: 2 }],
    };
    const NOTHING = { ...FINDS, text: snippet('eu-central-1'), finds: [] };

    it('passes where what is found is what should be', async () => {
      write({ rules: [RULE], tests: [FINDS, NOTHING] });
      const { stdout, exitCode } = await run('test', 'policy.jsonc');
      assert.equal(
        stdout,
        'ok    no-hong-kong finds in main.tf\nok    no-hong-kong finds nothing in main.tf\n',
      );
      assert.equal(exitCode, 0);
    });

    it('shows the difference where it is not', async () => {
      write({
        rules: [RULE],
        tests: [
          { ...FINDS, finds: [{ severity: 'error', line: 2 }] },
          { ...NOTHING, text: snippet('ap-east-1') },
        ],
      });
      const { stdout, exitCode } = await run('test', 'policy.jsonc');
      assert.deepEqual(stdout.replace(/policy\.jsonc:\d+:\d+/g, 'policy.jsonc:…').split('\n'), [
        'FAIL  no-hong-kong finds in main.tf  policy.jsonc:…',
        '        - expected, not found  line 2: error',
        '        + found, not expected  line 2: warning aws ap-east-1',
        'FAIL  no-hong-kong finds nothing in main.tf  policy.jsonc:…',
        '        + found, not expected  line 2: warning aws ap-east-1',
        '',
      ]);
      assert.equal(exitCode, 1);
    });

    it('warns of a rule without a negative test, and does not run a ruleset that is wrong', async () => {
      write({ rules: [RULE], tests: [FINDS] });
      const untested = await run('test', 'policy.jsonc');
      assert.match(untested.stdout, /warning rule "no-hong-kong" has no test that finds nothing/);
      assert.equal(untested.exitCode, 0);
      write({ rules: [RULE], tests: [{ ...FINDS, rule: 'no-such-rule' }] });
      assert.equal((await run('test', 'policy.jsonc')).exitCode, 2);
    });
  });

  it('show prints every value with the layer that it comes from', async () => {
    write({ extends: ['vendor-diligence:us-private'], preset: 'strict', approved: { vendors: ['hetzner'] } });
    write({ suppressions: 'forbid', preset: 'watch' }, '.vendor-diligence.jsonc');
    const { stdout, exitCode } = await run('show', '--ruleset', 'policy.jsonc', '--audience', 'eu');
    const rows = stdout.split('\n').map(row => row.trim().replace(/\s{2,}/g, ' | '));
    for (const row of [
      'audience | us (vendor-diligence:us-private)',
      'audience | eu (command line or settings)',
      'preset | strict (policy.jsonc)',
      'approved.vendors | aws (vendor-diligence:baseline)',
      'approved.vendors | hetzner (policy.jsonc)',
      'approved.regions.aws | us-east-1, us-east-2, us-west-2, !(cn-*|ap-east-1) (vendor-diligence:us-private)',
      'rules.flagged-mirror | warning when jurisdictions CN, IR, RU; relationships mirror (vendor-diligence:baseline)',
      'suppressions | forbid (.vendor-diligence.jsonc)',
      '.vendor-diligence.jsonc | refused: preset "watch" is weaker than the organisation\'s "strict"',
    ])
      assert.ok(rows.includes(row), `${row}\n\n${rows.join('\n')}`);
    assert.equal(exitCode, 0);
    const json = await run('show', '--format', 'json');
    assert.ok(JSON.parse(json.stdout).values.length > 0);
  });

  it('exceptions says when there is nothing to list', async () => {
    const { stdout, stderr, exitCode } = await run('exceptions');
    assert.deepEqual([exitCode, stdout], [0, '']);
    assert.match(stderr, /there is no exception and no suppression comment here\./);
  });

  it('exceptions lists who allowed what until when, the first to end first', async () => {
    write(
      {
        exceptions: [
          {
            match: 'yandex',
            paths: ['**'],
            reason: 'moving',
            approvedBy: 'ciso',
            ticket: 'SEC-7',
            expires: '2027-06-30',
          },
          {
            match: 'flagged-vendor',
            paths: ['old/**'],
            reason: 'legacy',
            approvedBy: 'cto',
            expires: '2026-01-01',
          },
        ],
      },
      '.vendor-diligence.jsonc',
    );
    tree.write('a.tf', 'resource "yandex_storage_bucket" "b" {}\n');
    tree.write(
      'b.tf',
      '# vendor-diligence-ignore-next-line flagged-vendor until 2027-01-31 -- trial\nresource "alicloud_oss_bucket" "b" {}\n',
    );
    const { stdout, exitCode } = await run('exceptions');
    assert.deepEqual(stdout.split('\n'), [
      '2026-01-01  expired  flagged-vendor in old/** (0 findings)  approved by cto: legacy',
      '2027-01-31  active   flagged-vendor in b.tf (1 finding)  comment: trial',
      '2027-06-30  active   yandex in ** (1 finding)  approved by ciso: moving, SEC-7',
      '',
    ]);
    assert.equal(exitCode, 0);
  });

  describe('sign and verify', () => {
    for (const kind of ['p256', 'ed25519']) {
      const [secret, open] = [join(KEYS, `${kind}.pem`), join(KEYS, `${kind}.pub`)];

      it(`${kind}: what is signed verifies, what is changed does not`, async () => {
        write({ name: 'acme' });
        assert.equal((await run('sign', 'policy.jsonc', '--key', secret)).exitCode, 0);
        assert.equal((await run('verify', 'policy.jsonc', '--key', open)).exitCode, 0);
        write({ name: 'evil' });
        const { exitCode, stderr, stdout } = await run('verify', 'policy.jsonc', '--key', open);
        assert.match(stderr, /"policy\.jsonc\.sig" is no signature of this key for "policy\.jsonc"/);
        assert.deepEqual([exitCode, stdout], [2, '']);
      });

      it(`${kind}: a signature that openssl made verifies`, async () => {
        const policy = join(KEYS, 'policy.jsonc');
        const signature = join(KEYS, `policy.${kind}.sig`);
        assert.equal((await run('verify', policy, '--key', open, '--signature', signature)).exitCode, 0);
      });
    }

    it('explain what cannot be used', async () => {
      write({});
      const cases: readonly (readonly [argv: readonly string[], expected: RegExp])[] = [
        [['sign', 'policy.jsonc', '--key', 'nowhere.pem'], /"nowhere\.pem" cannot be read/],
        [['sign', 'policy.jsonc', '--key', 'policy.jsonc'], /is no private key that can sign/],
        [['verify', 'policy.jsonc', '--key', 'policy.jsonc'], /is no public key that can verify/],
        [['verify', 'policy.jsonc', '--key', join(KEYS, 'p256.pub')], /"policy\.jsonc\.sig" cannot be read/],
        [['verify', 'policy.jsonc'], /required option/],
      ];
      for (const [argv, expected] of cases) {
        const { exitCode, stderr } = await run(...argv);
        assert.equal(exitCode, 2);
        assert.match(stderr, expected);
      }
    });
  });
});
