import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractWithin } from '../../src/engine/extract.ts';
import { classify } from '../../src/formats/classify.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { makeSource } from '../../src/text/source.ts';
import { phrase } from '../../src/words/phrase.ts';
import { runCli } from '../cli/run-cli.ts';
import { temporaryTree } from '../node/temporary-tree.ts';

const IMAGE = 'registry.cn-hangzhou.aliyuncs.com/a/b:1';

const DEPENDENCY = '<dependency><groupId>com.aliyun</groupId><artifactId>a</artifactId></dependency>\n';

/** Small texts of each syntax, over and over. */
const ENDLESS: readonly { readonly path: string; readonly first: string; readonly rest: string }[] = [
  { path: 'main.tf', first: 'provider "alicloud" {}\n', rest: 'a {\n  b = 1\n}\n' },
  { path: 'compose.yaml', first: `services:\n  a:\n    image: ${IMAGE}\nx:\n`, rest: '  - a\n' },
  { path: 'compose.yml', first: `services:\n  a: {image: !x ${IMAGE}}\nx:\n`, rest: '  - a\n' },
  { path: 'package.json', first: '{"dependencies":{"ali-oss":"6.0.0"},"x":[\n', rest: '[],\n' },
  {
    path: 'package-lock.json',
    first: '{"lockfileVersion":3,"packages":{\n',
    rest: '"node_modules/ali-oss":{},\n',
  },
  { path: 'pyproject.toml', first: '[project]\ndependencies=["oss2"]\n[tool.x]\n', rest: 'a=1\n' },
  { path: 'pom.xml', first: '<project><dependencies>\n', rest: DEPENDENCY },
  { path: 'Dockerfile', first: `FROM ${IMAGE}\n`, rest: 'RUN a\n' },
  { path: 'requirements.txt', first: 'oss2\n', rest: 'a\n' },
  { path: 'go.sum', first: '', rest: 'github.com/aliyun/alibaba-cloud-sdk-go v1.0.0 h1:x=\n' },
  { path: 'yarn.lock', first: '# yarn lockfile v1\n\n', rest: 'ali-oss@6:\n  version "6.0.0"\n\n' },
  { path: 'deploy.sh', first: `docker pull ${IMAGE}\n`, rest: 'a $(b)\n' },
  { path: '.env', first: 'OSS_ENDPOINT=oss-cn-hangzhou.aliyuncs.com\n', rest: 'A=b\n' },
  { path: 'Makefile', first: `a:\n\tdocker pull ${IMAGE}\n`, rest: '\tb\n' },
  { path: 'build.gradle', first: "dependencies {\nimplementation 'com.aliyun:a:1'\n", rest: "a 'b'\n" },
  { path: 'main.bicep', first: "param x string = 'oss-cn-hangzhou.aliyuncs.com'\n", rest: 'var a = 1\n' },
];

describe('a file that would take all memory', () => {
  for (const { path, first, rest } of ENDLESS) {
    it(`is read as far as may be: ${path}`, async () => {
      const text = first + rest.repeat(10_000);
      const { references, problems } = await extract(path, text, { parts: 3000, references: 100 });
      assert.ok(references.length > 0);
      assert.deepEqual(
        problems.map(({ code, message }) => [code, message]),
        [['too-large', phrase('problem.too-much')]],
      );
      const end = problems[0]?.span?.start ?? 0;
      assert.ok(end > 0 && end < text.length / 2 && text[end - 1] === '\n', `${end}`);
      for (const { span } of references) assert.ok(span.end <= end);
    });
  }

  it('gives the command line its exit code for what is incomplete', async function () {
    this.timeout(30_000);
    const tree = temporaryTree();
    try {
      tree.write('Dockerfile', `FROM scratch\n${'RUN a\n'.repeat(3_000_000)}FROM ${IMAGE}\n`);
      const { exitCode, stdout } = await runCli(tree.root, ['scan']);
      assert.equal(exitCode, 3);
      assert.match(stdout, /Holds more than is read of one file/);
    } finally {
      tree.remove();
    }
  });
});

describe('a process that reads what would take all memory', () => {
  const entries = (count: number) => lines(count, index => `"node_modules/p${index}":{},`);
  it('needs no more for a file than there is on small machines', function () {
    this.timeout(60_000);
    const { status, report } = scanWithHeap(450, {
      'package-lock.json': `{"lockfileVersion":3,"packages":{"node_modules/ali-oss":{},${entries(700_000)}"":{}}}`,
    });
    assert.equal(status, 1);
    assert.deepEqual(problemsIn(report), ['package-lock.json too-large']);
  });

  it('leaves out those files of a module that there is no room for', function () {
    this.timeout(120_000);
    const names = Array.from({ length: 16 }, (_, index) => `m${index + 10}.tf`);
    const list = '1,'.repeat(40);
    const files = names.map(name => [
      name,
      `provider "alicloud" {}\nlocals {\n${lines(20_000, index => `  ${name.slice(0, 3)}_${index} = [${list}]`)}}\n`,
    ]);
    const { status, report } = scanWithHeap(1400, Object.fromEntries(files));
    assert.equal(status, 1);
    assert.deepEqual(
      report.findings.map(({ path, vendor }) => `${path} ${vendor}`),
      ['m10.tf alibaba-cloud'],
    );
    const told = problemsIn(report);
    assert.ok(told.length > 2 && told.length < 16, told.join('\n'));
    assert.deepEqual(
      told,
      names.slice(-told.length).map(name => `${name} too-large`),
    );
  });
});

interface JsonReport {
  readonly findings: readonly { readonly path: string; readonly vendor: string }[];
  readonly problems: readonly { readonly path: string; readonly code: string }[];
}

/** Scans in a process of its own that may have so many megabytes. */
function scanWithHeap(
  megabytes: number,
  files: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly report: JsonReport } {
  const tree = temporaryTree();
  try {
    for (const [path, text] of Object.entries(files)) tree.write(path, text);
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const program = join(import.meta.dirname, '../../src/cli/main.ts');
    const { status, stdout } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${megabytes}`, '--import', tsx, program, 'scan', '--format', 'json'],
      { cwd: tree.root, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: tree.root } },
    );
    return { status, report: JSON.parse(stdout) };
  } finally {
    tree.remove();
  }
}

function problemsIn({ problems }: JsonReport): string[] {
  return problems.map(({ path, code }) => `${path} ${code}`);
}

/** As large as the largest that tools write and people keep. */
const LARGE: readonly { readonly path: string; readonly text: string; readonly references: number }[] = [
  {
    path: 'package-lock.json',
    text: `{"lockfileVersion":3,"packages":{${lines(
      25_000,
      index => `    "node_modules/package-${index}": {
      "version": "7.1.${index}",
      "resolved": "https://registry.example.org/package-${index}/-/package-${index}-7.1.${index}.tgz",
      "integrity": "sha512-${'0123456789abcdef'.repeat(5)}",
      "license": "MIT",
      "dependencies": { "package-1": "^7.0.0", "package-2": "^7.0.0", "package-3": "^7.0.0" },
      "engines": { "node": ">=6.9.0" }
    },`,
    )}"":{}}}`,
    references: 25_000,
  },
  {
    path: 'go.sum',
    text: lines(
      30_000,
      index => `github.com/organisation/module-${index} v1.0.0 h1:${'0123456789'.repeat(4)}=
github.com/organisation/module-${index} v1.0.0/go.mod h1:${'0123456789'.repeat(4)}=`,
    ),
    references: 30_000,
  },
  {
    path: 'main.tf',
    text: lines(
      5000,
      index => `resource "alicloud_instance" "web_${index}" {
  instance_name   = "web-\${var.env}-${index}"
  instance_type   = "ecs.g6.large"
  security_groups = [alicloud_security_group.main.id]
  image_id        = data.alicloud_images.main.images[0].id
  tags = merge(local.tags, {
    Name = "web-${index}"
    Team = "shop"
  })
}`,
    ),
    references: 5000,
  },
];

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

describe('a large ordinary file', () => {
  for (const { path, text, references } of LARGE) {
    it(`is read whole: ${path}`, async function () {
      this.timeout(30_000);
      const extraction = await extract(path, text);
      assert.deepEqual(extraction.problems, []);
      assert.ok(extraction.references.length >= references, `${extraction.references.length}`);
    });
  }
});

async function extract(
  path: string,
  text: string,
  allowance?: Parameters<typeof extractWithin>[2],
): Promise<Extraction> {
  const format = classify(path, text);
  assert.ok(format, path);
  return extractWithin(await format.load(), makeSource(path, text), allowance);
}
