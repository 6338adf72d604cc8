import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { percentile } from './measure.ts';

const EDITS = 40;

interface Document {
  readonly title: string;
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
  /** Work to compare with, in the same process conditions. */
  readonly against?: { readonly name: string; readonly run: (text: string) => void };
}

/** From a change of one character to the diagnostics for it, in the real server over its standard streams. */
export async function benchKeystrokes(print: (text: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-diligence-keys-'));
  print('Edit to diagnostics, in the language server\n');
  try {
    for (const document of DOCUMENTS) {
      const times = await measureDocument(folder, document);
      const p50 = percentile(times, 0.5);
      const against = document.against ? compare(document, p50) : '';
      print(
        `  ${document.title.padEnd(46)} p50 ${p50.toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms ${against}\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const DOCUMENTS: readonly Document[] = [
  { title: '5,000-line .tf', name: 'main.tf', languageId: 'terraform', text: terraform(5000) },
  {
    title: '10,000-line Kubernetes YAML',
    name: 'deployment.yaml',
    languageId: 'yaml',
    text: kubernetes(10_000),
  },
  {
    title: '5 MB package-lock.json',
    name: 'package-lock.json',
    languageId: 'json',
    text: lockfile(5_000_000),
    against: { name: 'JSON.parse', run: text => void JSON.parse(text) },
  },
];

async function measureDocument(folder: string, { name, languageId, text }: Document): Promise<number[]> {
  writeFileSync(join(folder, name), text);
  const server = spawn(process.execPath, [resolve('dist/server.mjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  try {
    const uri = pathToFileURL(join(folder, name)).href;
    const diagnostics = diagnosticsOf(connection, uri);
    await connection.sendRequest('initialize', initializeParams(folder));
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    await diagnostics.next();
    const times: number[] = [];
    for (let version = 2; version < EDITS + 2; version++) {
      const started = performance.now();
      const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
      const change = { range, text: ' ' };
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      await diagnostics.next();
      times.push(performance.now() - started);
    }
    return times;
  } finally {
    connection.dispose();
    server.kill();
  }
}

function initializeParams(folder: string) {
  const uri = pathToFileURL(folder).href;
  return {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {},
    initializationOptions: { trusted: true },
  };
}

/** The next publication for the document, however many come. */
function diagnosticsOf(connection: MessageConnection, uri: string) {
  let arrived = 0;
  let taken = 0;
  let wake = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (parameters: { uri: string }) => {
    if (parameters.uri !== uri) return;
    arrived++;
    wake();
  });
  return {
    next: async () => {
      while (arrived <= taken) await new Promise<void>(resume => (wake = resume));
      taken = arrived;
    },
  };
}

function compare({ text, against }: Document, p50: number): string {
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    against?.run(text);
    return performance.now() - started;
  });
  const other = percentile(times, 0.5);
  return `(${(p50 / other).toFixed(1)} × ${against?.name} of it, ${other.toFixed(0)} ms)`;
}

function terraform(lines: number): string {
  const blocks = ['provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'];
  for (let index = 0; blocks.length * 8 < lines; index++) {
    blocks.push(
      `resource "alicloud_vswitch" "part${index}" {\n  vpc_id     = alicloud_vpc.main.id\n  cidr_block = "10.0.${index % 250}.0/24"\n  zone_id    = "cn-hangzhou-b"\n  tags = {\n    Name = "part-\${var.name}-${index}"\n  }\n}`,
    );
  }
  return blocks.join('\n');
}

function kubernetes(lines: number): string {
  const documents: string[] = [];
  for (let index = 0; documents.length * 15 < lines; index++) {
    documents.push(
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: service-${index}\nspec:\n  template:\n    spec:\n      containers:\n        - name: main\n          image: registry.cn-hangzhou.aliyuncs.com/team/service-${index}:1.0\n          env:\n            - name: URL\n              value: https://service-${index}.example.com\n`,
    );
  }
  return documents.join('---\n');
}

function lockfile(bytes: number): string {
  const packages: Record<string, unknown> = {
    '': { name: 'bench', dependencies: { 'library-0': '^1.0.0', 'ali-oss': '^6.20.0' } },
  };
  packages['node_modules/ali-oss'] = {
    version: '6.20.0',
    resolved: 'https://registry.npmmirror.com/ali-oss/-/ali-oss-6.20.0.tgz',
  };
  for (let index = 0, size = 0; size < bytes; index++) {
    const entry = {
      version: `1.${index}.0`,
      resolved: `https://packages.example.com/library-${index}/-/library-${index}-1.${index}.0.tgz`,
      integrity: `sha512-${'A'.repeat(86)}==`,
      dependencies: { [`library-${index + 1}`]: '^1.0.0' },
      engines: { node: '>=18' },
    };
    packages[`node_modules/library-${index}`] = entry;
    size += JSON.stringify(entry).length + 60;
  }
  return JSON.stringify({ name: 'bench', lockfileVersion: 3, requires: true, packages }, undefined, 2);
}
