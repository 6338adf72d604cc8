import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a generated tree is like. The same options give the same tree. */
export interface TreeOptions {
  readonly files: number;
  /** One in so many files that a format claims refers to a flagged vendor; no factor in common with the number of kinds. */
  readonly hitEvery: number;
}

/**
 * Writes a tree that looks like many repositories side by side: three quarters of the files are source code that no
 * format claims, a twelfth Terraform, Kubernetes, CloudFormation, Dockerfiles, scripts and package manifests, the rest JSON
 * and YAML that only have such a name.
 *
 * How frequent they are, how long, and how many lie in a folder, was counted in 24 public repositories (November 2026:
 * Terraform providers, servers, command lines, examples; 254,783 files, of them 54,510 claimed). Text is this project's own
 * source, line by line: one line over and over would be searched faster than any real text.
 * @returns how many files are claimed and how many have a hit
 */
export function generateTree(
  root: string,
  { files, hitEvery }: TreeOptions,
): { claimed: number; hits: number } {
  let claimed = 0;
  let hits = 0;
  for (let number = 0; number < files; number++) {
    const module = Math.floor(number / FILES_IN_FOLDER);
    const folder = join(root, `repo-${module % 97}`, `module-${module}`);
    const kind = number % 4 === 0 ? KINDS[(number / 4) % KINDS.length] : undefined;
    if (!kind) {
      write(join(folder, `source-${number}.ts`), sourceCode(number));
      continue;
    }
    const hit = ++claimed % hitEvery === 0;
    if (hit) hits++;
    write(join(folder, kind.name), kind.text(number, hit));
  }
  return { claimed, hits };
}

const KIND = {
  json: { name: 'data.json', text: jsonData },
  otherJson: { name: 'more.json', text: jsonData },
  yaml: { name: 'data.yaml', text: yamlData },
  terraform: { name: 'main.tf', text: terraform },
  kubernetes: { name: 'deployment.yaml', text: kubernetes },
  template: { name: 'template.json', text: cloudFormation },
  manifest: { name: 'package.json', text: manifest },
  dockerfile: { name: 'Dockerfile', text: dockerfile },
  shell: { name: 'install.sh', text: shell },
};

/** Counted: 5.2 and 7.3 in the repositories with many and with few references. */
const FILES_IN_FOLDER = 8;

/**
 * As frequent as counted in all files of those repositories: more than half of what is claimed is JSON, a fifth YAML, and a
 * third is of a format after all (JSON: a tenth, YAML: a quarter). Two that follow each other lie in one folder.
 */
const KINDS = [
  ...[KIND.json, KIND.terraform, KIND.json, KIND.yaml, KIND.json, KIND.kubernetes, KIND.json, KIND.terraform],
  ...[KIND.json, KIND.yaml, KIND.json, KIND.manifest, KIND.json, KIND.terraform, KIND.json, KIND.yaml],
  ...[KIND.json, KIND.dockerfile, KIND.json, KIND.otherJson, KIND.json, KIND.yaml, KIND.json, KIND.terraform],
  ...[KIND.json, KIND.template, KIND.json, KIND.kubernetes, KIND.json, KIND.terraform, KIND.shell, KIND.yaml],
];

/**
 * In lines, resources, documents or dependencies: the middles of the tenths of what was counted, and what one in a hundred
 * has. Longer ones are left out, so that real trees are larger still.
 */
const LENGTHS = {
  /** Of about 50 bytes; 5.5 KB on average. */
  source: { tenths: [2, 8, 15, 22, 32, 46, 66, 97, 160, 420], hundredth: 2000 },
  /** Of about 160 bytes; 0.8 KB. */
  terraform: { tenths: [1, 1, 1, 1, 1, 1, 1, 3, 8, 19], hundredth: 45 },
  /** Of about 300 bytes; 1 KB. */
  yaml: { tenths: [1, 1, 1, 1, 1, 1, 2, 2, 4, 12], hundredth: 40 },
  /** Of about 250 bytes; 4.9 KB. */
  json: { tenths: [1, 1, 2, 4, 5, 6, 8, 12, 21, 90], hundredth: 500 },
  /** Of about 50 bytes; 0.7 KB. */
  dockerfile: { tenths: [0, 0, 1, 3, 5, 7, 10, 15, 22, 45], hundredth: 100 },
  /** Of about 50 bytes; 3 KB. */
  shell: { tenths: [5, 11, 16, 23, 31, 37, 51, 72, 113, 250], hundredth: 805 },
  /** Of about 22 bytes; 0.7 KB. */
  manifest: { tenths: [5, 6, 7, 9, 14, 24, 33, 47, 61, 86], hundredth: 150 },
};

/** What `text` gives for 0, 1, …: as often as is drawn by the file's number, whatever its kind and whether it has a hit. */
function repeated(kind: keyof typeof LENGTHS, number: number, text: (index: number) => string): string[] {
  const { tenths, hundredth } = LENGTHS[kind];
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 16;
  const length = mixed % 100 === 0 ? hundredth : (tenths[mixed % tenths.length] ?? 0);
  return Array.from({ length }, (_, index) => text(index));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function sourceCode(number: number): string {
  return repeated('source', number, index => line(number, index)).join('\n');
}

/** A line of code: neighbours in a file are neighbours. */
function line(number: number, index: number): string {
  return LINES[(number * 31 + index) % LINES.length] ?? '';
}

/** No vendor is named in these. */
const LINES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !/^catalog|generated/.test(path))
  .sort()
  .flatMap(path => readFileSync(join('src', path), 'utf8').split('\n'));

function terraform(number: number, hit: boolean): string {
  const [provider, type] = hit ? ['alicloud', 'alicloud_vswitch'] : ['aws', 'aws_subnet'];
  const resources = repeated(
    'terraform',
    number,
    index =>
      `resource "${type}" "part${index}" {\n  cidr_block = "10.${number % 250}.${index}.0/24"\n  zone_id    = var.zone\n  tags = {\n    Name = "part-\${var.name}-${index}"\n  }\n}\n`,
  );
  return `provider "${provider}" {\n  region = var.region\n}\n\nvariable "region" {\n  default = "us-west-1"\n}\n\n${resources.join('\n')}`;
}

function kubernetes(number: number, hit: boolean): string {
  const registry = hit ? 'registry.cn-hangzhou.aliyuncs.com/team' : 'ghcr.io/example';
  const documents = repeated(
    'yaml',
    number,
    index => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-${number}-${index}
spec:
  template:
    spec:
      containers:
        - name: main
          image: ${registry}/service-${index}:1.${number}
          env:
            - name: DATABASE_URL
              value: postgres://database.internal:5432/service
`,
  );
  return documents.join('---\n');
}

function cloudFormation(number: number, hit: boolean): string {
  const region = hit ? 'cn-north-1' : 'eu-west-1';
  const resources = repeated(
    'json',
    number,
    index =>
      `    "Topic${index}": {\n      "Type": "AWS::SNS::Subscription",\n      "Properties": {\n        "Protocol": "sqs",\n        "Region": "${region}",\n        "Endpoint": { "Fn::GetAtt": ["Queue${index}", "Arn"] },\n        "TopicArn": { "Ref": "Topic${number}" }\n      }\n    }`,
  );
  return `{\n  "AWSTemplateFormatVersion": "2010-09-09",\n  "Resources": {\n${resources.join(',\n')}\n  }\n}\n`;
}

/** What a program reads, tests expect or a documentation is made from: nothing that is deployed. */
function jsonData(number: number, hit: boolean): string {
  return `${JSON.stringify({ items: dataItems('json', number, hit) }, undefined, 2)}\n`;
}

function yamlData(number: number, hit: boolean): string {
  const items = dataItems('yaml', number, hit).map(
    ({ id, title, link, tags }) =>
      `  - id: ${id}\n    title: ${JSON.stringify(title)}\n    link: ${link}\n    tags: [${tags.join(', ')}]\n`,
  );
  return `items:\n${items.join('')}`;
}

function dataItems(kind: 'json' | 'yaml', number: number, hit: boolean) {
  const host = hit ? 'oss-cn-hangzhou.aliyuncs.com' : 'storage.example.com';
  return Array.from(repeated(kind, number, index => line(number, index)).entries(), ([index, title]) => ({
    id: `item-${number}-${index}`,
    title,
    link: `https://bucket-${index}.${host}/files/${number}`,
    tags: ['first', 'second', 'third'],
  }));
}

function dockerfile(number: number, hit: boolean): string {
  const mirror = hit ? 'RUN npm config set registry https://registry.npmmirror.com\n' : '';
  const steps = repeated(
    'dockerfile',
    number,
    step => `RUN ./configure --prefix=/usr/local --with-part=${step}\n`,
  );
  return `FROM node:20-slim AS build\nARG VERSION=${number}\nWORKDIR /app\n${mirror}${steps.join('')}COPY . .\nRUN npm ci && npm run build\n\nFROM node:20-slim\nCOPY --from=build /app/dist /app\nCMD ["node", "/app/main.js"]\n`;
}

function shell(number: number, hit: boolean): string {
  const mirror = hit ? 'pip install --index-url https://mirrors.aliyun.com/pypi/simple/ tool\n' : '';
  const steps = repeated(
    'shell',
    number,
    step => `cp "$SOURCE/part-${step}" "$TARGET/part-${number}-${step}"`,
  );
  return `#!/bin/sh\nset -eu\nSOURCE="$1"\nTARGET="$2"\n${mirror}${steps.join('\n')}\n`;
}

function manifest(number: number, hit: boolean): string {
  const dependencies = Object.fromEntries(
    repeated('manifest', number, index => `library-${index}`).map((name, index) => [name, `^${index}.0.0`]),
  );
  return `${JSON.stringify({ name: `part-${number}`, dependencies: { ...dependencies, ...(hit ? { 'ali-oss': '^6.20.0' } : {}) } }, undefined, 2)}\n`;
}
