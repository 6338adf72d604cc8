import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a generated tree is like. The same options give the same tree. */
export interface TreeOptions {
  readonly files: number;
  /** One in so many files that a format claims refers to a flagged vendor. */
  readonly hitEvery: number;
}

/**
 * Writes a tree that looks like many repositories side by side: three quarters of the files are source code that no
 * format claims, the rest Terraform, Kubernetes, Dockerfiles and package manifests.
 * @returns how many files are claimed and how many have a hit
 */
export function generateTree(
  root: string,
  { files, hitEvery }: TreeOptions,
): { claimed: number; hits: number } {
  let claimed = 0;
  let hits = 0;
  for (let number = 0; number < files; number++) {
    const folder = `repo-${number % 97}/module-${Math.floor(number / 97) % 53}`;
    const kind = number % 4 === 0 ? KINDS[(number / 4) % KINDS.length] : undefined;
    if (!kind) {
      write(join(root, folder, `source-${number}.ts`), sourceCode(number));
      continue;
    }
    const hit = ++claimed % hitEvery === 0;
    if (hit) hits++;
    write(join(root, `${folder}/part-${number}`, kind.name), kind.text(number, hit));
  }
  return { claimed, hits };
}

const KINDS = [
  { name: 'main.tf', text: terraform },
  { name: 'deployment.yaml', text: kubernetes },
  { name: 'Dockerfile', text: dockerfile },
  { name: 'package.json', text: manifest },
];

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function sourceCode(number: number): string {
  const body = Array.from(
    { length: 40 + (number % 60) },
    (_, line) => `  const value${line} = compute(${line}, 'item-${number}');`,
  );
  return `export function part${number}() {\n${body.join('\n')}\n}\n`;
}

function terraform(number: number, hit: boolean): string {
  const [provider, type] = hit ? ['alicloud', 'alicloud_vswitch'] : ['aws', 'aws_subnet'];
  const resources = Array.from(
    { length: 20 },
    (_, index) =>
      `resource "${type}" "part${index}" {\n  cidr_block = "10.${number % 250}.${index}.0/24"\n  zone_id    = var.zone\n  tags = {\n    Name = "part-\${var.name}-${index}"\n  }\n}\n`,
  );
  return `provider "${provider}" {\n  region = var.region\n}\n\nvariable "region" {\n  default = "us-west-1"\n}\n\n${resources.join('\n')}`;
}

function kubernetes(number: number, hit: boolean): string {
  const registry = hit ? 'registry.cn-hangzhou.aliyuncs.com/team' : 'ghcr.io/example';
  const documents = Array.from(
    { length: 5 },
    (_, index) => `apiVersion: apps/v1
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

function dockerfile(number: number, hit: boolean): string {
  const mirror = hit ? 'RUN npm config set registry https://registry.npmmirror.com\n' : '';
  return `FROM node:20-slim AS build\nARG VERSION=${number}\nWORKDIR /app\n${mirror}COPY . .\nRUN npm ci && npm run build\n\nFROM node:20-slim\nCOPY --from=build /app/dist /app\nCMD ["node", "/app/main.js"]\n`;
}

function manifest(number: number, hit: boolean): string {
  const dependencies = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [`library-${index}`, `^${index}.0.0`]),
  );
  return `${JSON.stringify({ name: `part-${number}`, dependencies: { ...dependencies, ...(hit ? { 'ali-oss': '^6.20.0' } : {}) } }, undefined, 2)}\n`;
}
