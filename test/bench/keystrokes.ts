import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { kubernetes, lockfile, terraform } from './documents.ts';
import { percentile } from './measure.ts';
import type { Score } from './score.ts';

/** Edits that count, and those before them that warm up: people type for longer. */
const EDITS = 60;
const WARM_UP = 20;

interface Document {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

interface Latency {
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of the server's processor time for one edit; undefined where `/proc` is not there. */
  readonly cpu: number | undefined;
}

/** From a change of one character to the diagnostics for it, in the real server over its standard streams. */
export async function benchKeystrokes(print: (text: string) => void, score: Score): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-diligence-keys-'));
  const measure = async (title: string, document: Document): Promise<Latency> => {
    const latency = await measureDocument(folder, document);
    const cpu = latency.cpu === undefined ? '' : `, ${latency.cpu.toFixed(1)} ms of processor time`;
    print(`  ${title.padEnd(46)} p50 ${latency.p50.toFixed(0)} ms, p95 ${latency.p95.toFixed(0)} ms${cpu}\n`);
    return latency;
  };
  print('Edit to diagnostics, in the language server\n');
  try {
    const small = await measure('500-line .tf', terraformFile(500));
    const large = await measure('5,000-line .tf', terraformFile(5000));
    score.note('terraform', large.p95);
    const huge = await measure('50,000-line .tf', terraformFile(50_000));
    score.note('tenfoldTerraform', Math.max(costs(large, small), costs(huge, large)));
    const manifest = await measure('10,000-line Kubernetes YAML', kubernetesFile(10_000));
    score.note('yaml', manifest.p95);
    score.note('tenfoldYaml', costs(await measure('100,000-line', kubernetesFile(100_000)), manifest));
    const text = lockfile(5_000_000);
    const lock = await measure('5 MB package-lock.json', {
      name: 'package-lock.json',
      languageId: 'json',
      text,
    });
    score.note('lockfile', lock.p50 / timeOf(() => JSON.parse(text)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many times as much one document costs as another: in processor time, where waiting and pausing count nothing. */
function costs(large: Latency, small: Latency): number {
  return large.cpu && small.cpu ? large.cpu / small.cpu : large.p50 / small.p50;
}

function terraformFile(lines: number): Document {
  return { name: 'main.tf', languageId: 'terraform', text: terraform(lines) };
}

function kubernetesFile(lines: number): Document {
  return { name: 'deployment.yaml', languageId: 'yaml', text: kubernetes(lines) };
}

function timeOf(run: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return percentile(times, 0.5);
}

async function measureDocument(folder: string, { name, languageId, text }: Document): Promise<Latency> {
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
    let cpuBefore: number | undefined;
    for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
      if (edit === WARM_UP) cpuBefore = cpuTimeOf(server.pid);
      const started = performance.now();
      const start = { line: 2, character: 0 };
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: edit + 2 },
        contentChanges: [{ range: { start, end: start }, text: ' ' }],
      });
      await diagnostics.next();
      if (edit >= WARM_UP) times.push(performance.now() - started);
    }
    const cpuAfter = cpuTimeOf(server.pid);
    const cpu =
      cpuBefore === undefined || cpuAfter === undefined ? undefined : (cpuAfter - cpuBefore) / EDITS;
    return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), cpu };
  } finally {
    connection.dispose();
    server.kill();
    rmSync(join(folder, name), { force: true });
  }
}

/** Milliseconds of processor time that a process has used, to a hundredth of a second, as Linux tells it. */
function cpuTimeOf(pid: number | undefined): number | undefined {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  // Behind the name in brackets: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
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
