import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { type Outcome, runCli } from './run-cli.ts';

/** What `--since` says of the changes that a history is made of. Each begins on `main` with the same small project. */

const PROVIDER = `terraform {
  required_providers {
    cloud = { source = "aliyun/alicloud" }
  }
}
provider "cloud" { region = var.region }
`;
const BUCKET = `resource "alicloud_oss_bucket" "invoices" {
  provider = cloud
  bucket   = "invoices"
}
`;
const VARIABLES = `variable "region" {
  default = "us-west-1"
}
`;
const LOCKED = (packages: object): string =>
  JSON.stringify({ name: 'web', lockfileVersion: 3, packages }, null, 2);

interface Change {
  readonly name: string;
  readonly make: (tree: TemporaryTree) => void;
  /** `path: kind value` of what the change adds. */
  readonly adds: readonly string[];
  readonly ref?: string;
}

const CHANGES: readonly Change[] = [
  { name: 'nothing', make: () => {}, adds: [] },
  {
    name: 'add: an image in a new file that is not even staged',
    make: tree => tree.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/shop/base:1\n'),
    adds: ['Dockerfile: image registry.cn-hangzhou.aliyuncs.com/shop/base:1'],
  },
  {
    name: 'move: lines within a file, and comments above them',
    make: tree => tree.write('infra/main.tf', `# The shop's cloud.\n\n${BUCKET}\n${PROVIDER}`),
    adds: [],
  },
  {
    name: 'move: a resource to another file of its folder',
    make: tree => {
      tree.write('infra/main.tf', PROVIDER);
      tree.write('infra/storage.tf', BUCKET);
    },
    adds: [],
  },
  {
    name: 'rename: a folder',
    make: tree => tree.git('', 'mv', 'infra', 'platform'),
    adds: [],
  },
  {
    name: 'copy: a file beside the old one is new',
    make: tree => tree.write('infra-eu/main.tf', PROVIDER + BUCKET),
    adds: ['infra-eu/main.tf: provider aliyun/alicloud', 'infra-eu/main.tf: resource alicloud_oss_bucket'],
  },
  {
    name: 'reformat: indentation, quotes and line ends',
    make: tree => {
      tree.write('infra/main.tf', (PROVIDER + BUCKET).replaceAll('  ', '\t').replaceAll('\n', '\r\n'));
      tree.write('web/package.json', '{"name":"web","dependencies":{"ali-oss":"^6.0.0"}}');
    },
    adds: [],
  },
  {
    name: 'revert: what was added is taken back',
    make: tree => {
      tree.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/shop/base:1\n');
      commit(tree, 'add an image');
      tree.git('', 'revert', '--no-edit', 'HEAD');
    },
    adds: [],
  },
  {
    name: 'merge: what came in from main by a merge is not the branch’s',
    make: tree => {
      commitOnMain(tree, 'ops/Dockerfile', 'FROM registry.cn-beijing.aliyuncs.com/ops/base:1\n');
      tree.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/shop/base:1\n');
      commit(tree, 'add an image');
      tree.git('', 'merge', '--no-edit', 'main');
    },
    adds: ['Dockerfile: image registry.cn-hangzhou.aliyuncs.com/shop/base:1'],
  },
  {
    name: 'rebase: the branch stands on a newer main',
    make: tree => {
      tree.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/shop/base:1\n');
      commit(tree, 'add an image');
      commitOnMain(tree, 'ops/Dockerfile', 'FROM registry.cn-beijing.aliyuncs.com/ops/base:1\n');
      tree.git('', 'rebase', 'main');
    },
    adds: ['Dockerfile: image registry.cn-hangzhou.aliyuncs.com/shop/base:1'],
  },
  {
    name: 'main went on: what the branch does not have is no finding of the branch',
    make: tree => commitOnMain(tree, 'ops/Dockerfile', 'FROM registry.cn-beijing.aliyuncs.com/ops/base:1\n'),
    adds: [],
  },
  {
    name: 'lockfile bump: a package that a dependency brings in stands on its line in the manifest',
    make: tree =>
      tree.write(
        'web/package-lock.json',
        LOCKED({
          '': { dependencies: { 'ali-oss': '^6.0.0', uploader: '^2.0.0' } },
          'node_modules/ali-oss': { version: '6.1.0' },
          'node_modules/uploader': { version: '2.1.0', dependencies: { 'cos-nodejs-sdk-v5': '^2.0.0' } },
          'node_modules/cos-nodejs-sdk-v5': { version: '2.14.0' },
        }),
      ),
    adds: ['web/package.json: package cos-nodejs-sdk-v5'],
  },
  {
    name: 'a default that changes in another file makes the finding where it is used',
    make: tree => tree.write('cdn/variables.tf', VARIABLES.replace('us-west-1', 'cn-north-1')),
    adds: ['cdn/main.tf: region cn-north-1'],
  },
  {
    name: 'a default that changes where the vendor is flagged anyway adds nothing',
    make: tree => tree.write('infra/variables.tf', VARIABLES.replace('us-west-1', 'cn-hangzhou')),
    adds: [],
  },
  {
    name: 'policy: a comment that silenced a finding is taken away',
    make: tree => tree.write('legacy/Dockerfile', 'FROM registry.cn-shanghai.aliyuncs.com/old/base:1\n'),
    adds: ['legacy/Dockerfile: image registry.cn-shanghai.aliyuncs.com/old/base:1'],
  },
  {
    name: 'a tag can be named as well',
    ref: 'v1',
    make: tree => tree.write('web/.npmrc', 'registry=https://registry.npmmirror.com\n'),
    adds: ['web/.npmrc: mirror https://registry.npmmirror.com'],
  },
];

function exceptionsUntil(expires: string): string {
  const exception = { match: 'yandex', paths: ['**'], reason: 'Moves', approvedBy: 'ciso', expires };
  return JSON.stringify({ extends: ['vendor-diligence:baseline'], exceptions: [exception] });
}

describe('scan --since', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = startProject();
  });
  afterEach(() => tree.remove());

  for (const { name, make, adds, ref = 'main' } of CHANGES) {
    it(name, async () => {
      make(tree);
      const outcome = await runCli(tree.root, ['scan', '--since', ref, '--format', 'json']);
      assert.deepEqual(added(outcome), adds);
      assert.equal(outcome.exitCode, adds.length > 0 ? 1 : 0);
    });
  }

  it('says what the change means in terms of who can reach the data', async () => {
    tree.write('deploy/compose.yaml', 'services:\n  db:\n    image: cr.yandex/crp0/db:1\n');
    const { stdout } = await runCli(tree.root, ['scan', '--since', 'main']);
    assert.match(
      stdout,
      /since main: adds 1 new vendor \(Yandex Cloud\), 1 new jurisdiction \(Russia\); \d+ findings were there before, 0 are gone/,
    );
  });

  it('says which exceptions the change uses, and how soon one ends', async () => {
    tree.write('.vendor-diligence.jsonc', exceptionsUntil('2026-12-02'));
    tree.write('old/Dockerfile', 'FROM cr.yandex/crp0/old:1\n');
    commit(tree, 'what is there already');
    tree.git('', 'branch', '-f', 'main', 'HEAD');
    tree.write('deploy/Dockerfile', 'FROM cr.yandex/crp0/db:1\n');
    const { stdout, exitCode } = await runCli(tree.root, ['scan', '--since', 'main']);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^No findings · 1 suppressed$/m);
    assert.match(stdout, /^ {2}exceptions {2}1 exception used, 1 expires in 9 days$/m);
    const comment = await runCli(tree.root, ['scan', '--since', 'main', '--format', 'markdown']);
    assert.match(
      comment.stdout,
      /^Since main: adds no new vendor; \d+ findings were there before, 0 are gone\.$/m,
    );
    assert.match(comment.stdout, /1 suppressed · 1 exception used, 1 expires in 9 days/);
  });

  it('compares a submodule with the commit that was recorded before', async () => {
    const library = temporaryTree();
    library.git('', 'init', '-b', 'main');
    library.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/lib/base:1\n');
    commit(library, 'first');
    tree.git('', '-c', 'protocol.file.allow=always', 'submodule', 'add', library.root, 'vendor/lib');
    commit(tree, 'add the library');
    tree.git('', 'branch', '-f', 'main', 'HEAD');
    tree.write('vendor/lib/compose.yaml', 'services:\n  a:\n    image: ccr.ccs.tencentyun.com/a/b:1\n');
    tree.git('vendor/lib', 'add', '.');
    commit(tree, 'second', 'vendor/lib');
    const outcome = await runCli(tree.root, ['scan', '--since', 'main', '--format', 'json']);
    library.remove();
    assert.deepEqual(added(outcome), ['vendor/lib/compose.yaml: image ccr.ccs.tencentyun.com/a/b:1']);
  });

  it('works in a linked worktree, and from a folder of the repository', async () => {
    tree.git('', 'worktree', 'add', 'elsewhere', '-b', 'other');
    tree.write('elsewhere/infra/Dockerfile', 'FROM ccr.ccs.tencentyun.com/a/b:1\n');
    const folder = join(tree.root, 'elsewhere', 'infra');
    const outcome = await runCli(folder, ['scan', '--since', 'main', '--format', 'json']);
    assert.deepEqual(added(outcome), ['Dockerfile: image ccr.ccs.tencentyun.com/a/b:1']);
  });

  for (const [name, argv, message] of [
    ['an unknown ref', ['--since', 'nowhere'], /there is no commit "nowhere" here/],
    ['a ref that looks like an option', ['--since=--output=x'], /there is no commit "--output=x" here/],
    ['both kinds of change', ['--since', 'main', '--staged'], /either --since or --staged/],
  ] as const) {
    it(`refuses ${name}`, async () => {
      const { exitCode, stderr } = await runCli(tree.root, ['scan', ...argv]);
      assert.equal(exitCode, 2);
      assert.match(stderr, message);
    });
  }

  it('says in a shallow clone that the history is too short, and how to get more', async () => {
    commitOnMain(tree, 'README.md', 'later\n');
    const clone = temporaryTree();
    clone.git('', 'clone', '--depth', '1', '--no-single-branch', `file://${tree.root}`, '.');
    const { exitCode, stderr } = await runCli(clone.root, ['scan', '--since', 'origin/main']);
    clone.remove();
    assert.equal(exitCode, 2);
    assert.match(stderr, /fetch-depth: 0/);
  });

  it('says so outside a repository', async () => {
    rmSync(join(tree.root, '.git'), { recursive: true });
    const { exitCode, stderr } = await runCli(tree.root, ['scan', '--since', 'main']);
    assert.equal(exitCode, 2);
    assert.match(stderr, /in no git repository/);
  });

  it('runs nothing that the repository’s configuration names', async () => {
    const trap = join(tree.root, '..', `${tree.root.split('/').at(-1)}-trap`);
    for (const name of [
      'core.fsmonitor',
      'core.sshCommand',
      'core.pager',
      'filter.x.smudge',
      'filter.x.clean',
    ]) {
      tree.git('', 'config', name, `touch ${trap}`);
    }
    tree.write('.gitattributes', '* filter=x\n');
    await runCli(tree.root, ['scan', '--since', 'main']);
    assert.throws(() => renameSync(trap, trap));
  });
});

describe('scan --staged', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = startProject();
  });
  afterEach(() => tree.remove());

  it('reports what is staged as it is staged, not as it is on disk', async () => {
    tree.write('Dockerfile', 'FROM registry.cn-hangzhou.aliyuncs.com/shop/base:1\n');
    tree.git('', 'add', 'Dockerfile');
    tree.write('Dockerfile', 'FROM node:20\n');
    tree.write('other/Dockerfile', 'FROM registry.cn-beijing.aliyuncs.com/shop/base:1\n');
    const outcome = await runCli(tree.root, ['scan', '--staged', '--format', 'json']);
    assert.deepEqual(added(outcome), ['Dockerfile: image registry.cn-hangzhou.aliyuncs.com/shop/base:1']);
  });

  it('compares with nothing before the first commit', async () => {
    const fresh = temporaryTree();
    fresh.git('', 'init', '-b', 'main');
    fresh.write('Dockerfile', 'FROM ccr.ccs.tencentyun.com/a/b:1\n');
    fresh.git('', 'add', '.');
    const outcome = await runCli(fresh.root, ['scan', '--staged', '--format', 'json']);
    fresh.remove();
    assert.deepEqual(added(outcome), ['Dockerfile: image ccr.ccs.tencentyun.com/a/b:1']);
  });
});

/** A repository with findings on `main`, and a branch `work` that begins there. */
function startProject(): TemporaryTree {
  const tree = temporaryTree();
  tree.git('', 'init', '-b', 'main');
  tree.write('infra/main.tf', PROVIDER + BUCKET);
  tree.write('infra/variables.tf', VARIABLES);
  tree.write('cdn/main.tf', 'provider "aws" {\n  region = var.region\n}\n');
  tree.write('cdn/variables.tf', VARIABLES);
  tree.write(
    'web/package.json',
    '{\n  "name": "web",\n  "dependencies": { "ali-oss": "^6.0.0", "uploader": "^2.0.0" }\n}\n',
  );
  tree.write(
    'web/package-lock.json',
    LOCKED({
      '': { dependencies: { 'ali-oss': '^6.0.0', uploader: '^2.0.0' } },
      'node_modules/ali-oss': { version: '6.0.0' },
      'node_modules/uploader': { version: '2.0.0' },
    }),
  );
  tree.write(
    'legacy/Dockerfile',
    '# vendor-diligence-ignore-next-line flagged-vendor -- moves in spring\nFROM registry.cn-shanghai.aliyuncs.com/old/base:1\n',
  );
  commit(tree, 'start');
  tree.git('', 'tag', 'v1');
  tree.git('', 'checkout', '-b', 'work');
  return tree;
}

function commit(tree: TemporaryTree, message: string, folder = ''): void {
  tree.git(folder, 'add', '.');
  tree.git(folder, 'commit', '-m', message);
}

function commitOnMain(tree: TemporaryTree, path: string, text: string): void {
  tree.git('', 'stash', '--include-untracked');
  tree.git('', 'checkout', 'main');
  tree.write(path, text);
  commit(tree, 'meanwhile');
  tree.git('', 'checkout', 'work');
}

function added({ stdout, stderr }: Outcome): string[] {
  assert.equal(stderr, '');
  const { findings }: { findings: { path: string; kind: string; value: string }[] } = JSON.parse(stdout);
  return findings.map(({ path, kind, value }) => `${path}: ${kind} ${value}`);
}
