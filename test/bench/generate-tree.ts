import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a generated tree is like. The same options give the same tree. */
export interface TreeOptions {
  readonly files: number;
  /** One in so many files that a format claims refers to a flagged vendor; no multiple of the number of kinds. */
  readonly hitEvery: number;
}

/**
 * Writes a tree that looks like many repositories side by side: three quarters of the files are source code that no
 * format claims, the rest Terraform, Kubernetes, CloudFormation, Dockerfiles and package manifests.
 *
 * How long they are, and how many lie in a folder, was counted in 24 public repositories (November 2026: Terraform
 * providers, servers, command lines, examples; 254,000 files, of them 54,000 claimed). {@link LENGTHS} are the middles of
 * the tenths of what was counted; the longest hundredth of each kind is left out, so real trees are larger still.
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

/** Counted: 5.2 and 7.3 in the repositories with many and with few references. */
const FILES_IN_FOLDER = 8;

const KINDS = [
  { name: 'main.tf', text: terraform },
  { name: 'deployment.yaml', text: kubernetes },
  { name: 'template.json', text: cloudFormation },
  { name: 'Dockerfile', text: dockerfile },
  { name: 'package.json', text: manifest },
];

/** In lines, resources, documents or dependencies; each length is as frequent as the others. */
const LENGTHS = {
  /** Of about 50 bytes; 4.5 KB on average. */
  source: [2, 8, 15, 22, 32, 46, 66, 97, 160, 420],
  /** Of about 160 bytes; 0.7 KB. */
  terraform: [1, 1, 1, 1, 1, 1, 1, 3, 8, 19],
  /** Of about 370 bytes; 1 KB. */
  kubernetes: [1, 1, 1, 1, 1, 1, 2, 2, 4, 12],
  /** Of about 250 bytes; 3.7 KB. */
  cloudFormation: [1, 1, 2, 4, 5, 6, 8, 12, 21, 90],
  /** Of about 50 bytes; 0.7 KB. */
  dockerfile: [0, 0, 1, 3, 5, 7, 10, 15, 22, 45],
  /** Of about 22 bytes; 0.7 KB. */
  manifest: [5, 6, 7, 9, 14, 24, 33, 47, 61, 86],
};

/** Draws one of the lengths, by the number of the file and not by its kind or by whether it has a hit. */
function drawn(lengths: readonly number[], number: number): number {
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 16;
  return lengths[mixed % lengths.length] ?? 0;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What `text` gives for 0, 1, … as often as a length is drawn. */
function repeated(kind: keyof typeof LENGTHS, number: number, text: (index: number) => string): string[] {
  return Array.from({ length: drawn(LENGTHS[kind], number) }, (_, index) => text(index));
}

function sourceCode(number: number): string {
  const body = repeated(
    'source',
    number,
    line => `  const value${line} = compute(${line}, 'item-${number}');`,
  );
  return `export function part${number}() {\n${body.join('\n')}\n}\n`;
}

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
    'kubernetes',
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
    'cloudFormation',
    number,
    index =>
      `    "Topic${index}": {\n      "Type": "AWS::SNS::Subscription",\n      "Properties": {\n        "Protocol": "sqs",\n        "Region": "${region}",\n        "Endpoint": { "Fn::GetAtt": ["Queue${index}", "Arn"] },\n        "TopicArn": { "Ref": "Topic${number}" }\n      }\n    }`,
  );
  return `{\n  "AWSTemplateFormatVersion": "2010-09-09",\n  "Resources": {\n${resources.join(',\n')}\n  }\n}\n`;
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

function manifest(number: number, hit: boolean): string {
  const dependencies = Object.fromEntries(
    repeated('manifest', number, index => `library-${index}`).map((name, index) => [name, `^${index}.0.0`]),
  );
  return `${JSON.stringify({ name: `part-${number}`, dependencies: { ...dependencies, ...(hit ? { 'ali-oss': '^6.20.0' } : {}) } }, undefined, 2)}\n`;
}
