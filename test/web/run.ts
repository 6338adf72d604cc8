import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { REPORT, type ReportParams } from '../../src/protocol/reports.ts';
import { toBase64 } from '../../src/text/base64.ts';
import { runWebTests } from '../host/web-host.mjs';

/**
 * The same files through three hosts: the command line, the language server over standard input and output, and the
 * extension in a web worker, where they are in memory only. All three must find the very same, byte by byte.
 */
const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'vdw-'));
/** No configuration of the user's counts. */
const environment = { PATH: process.env.PATH, HOME: folder };

const BUNDLE: BuildOptions = {
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  logLevel: 'warning',
  external: ['vscode'],
};

const MEMFS_MANIFEST = {
  name: 'memfs',
  publisher: 'test',
  version: '1.0.0',
  engines: { vscode: '*' },
  browser: './extension.js',
  activationEvents: ['onFileSystem:memfs'],
};

try {
  const corpus = makeCorpus();
  const expected = commandLineReport(corpus);
  const served = await serverReport(corpus);
  assert.equal(served, expected);
  console.log(
    `the server over stdio says the same as the command line (${JSON.parse(expected).findings.length} findings)`,
  );
  count(1, 0);
  process.exitCode = await webTests(corpus, expected);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The example, a module whose region stands in another file, and every case. */
function makeCorpus(): string {
  const corpus = join(folder, 'corpus');
  cpSync(join(root, 'test', 'example'), join(corpus, 'example'), { recursive: true });
  cpSync(join(root, 'test', 'client', 'fixtures', 'shop'), join(corpus, 'shop'), { recursive: true });
  cpSync(join(root, 'test', 'cases'), join(corpus, 'cases'), { recursive: true });
  return corpus;
}

function commandLineReport(corpus: string): string {
  const cli = join(root, 'dist', 'npm', 'vendor-diligence.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'scan', '--format', 'json'], {
    cwd: corpus,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout;
}

async function serverReport(corpus: string): Promise<string> {
  const server = spawn(process.execPath, [join(root, 'dist', 'server.mjs'), '--stdio'], { env: environment });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const uri = pathToFileURL(corpus).toString();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri, name: 'corpus' }],
  });
  await connection.sendNotification('initialized', {});
  const asked: ReportParams = { workDoneToken: 'report', folder: uri, format: 'json' };
  const report = await connection.sendRequest<string>(REPORT, asked);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  return report;
}

async function webTests(corpus: string, expected: string): Promise<number> {
  const memfs = join(folder, 'memfs');
  await build({
    ...BUNDLE,
    entryPoints: [join(import.meta.dirname, 'memfs', 'extension.ts')],
    outfile: join(memfs, 'extension.js'),
    define: { FILES: JSON.stringify(contentsOf(corpus)) },
  });
  writeFileSync(join(memfs, 'package.json'), JSON.stringify(MEMFS_MANIFEST));
  const tests = join(folder, 'tests', 'suite.cjs');
  await build({
    ...BUNDLE,
    entryPoints: [join(import.meta.dirname, 'index.ts')],
    outfile: tests,
    define: { EXPECTED_REPORT: JSON.stringify(expected) },
    inject: [join(root, 'node_modules', 'mocha', 'mocha.js')],
    alias: { 'node:assert/strict': join(import.meta.dirname, 'assert.ts') },
    footer: { js: 'module.exports = { run: globalThis.runWebSuite };' },
  });
  const workspace = join(folder, 'memory.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ uri: 'memfs:/corpus', name: 'corpus' }] }));
  return runWebTests({
    extensionPath: root,
    otherExtensionPaths: [memfs],
    testsPath: tests,
    workspace,
    timeoutSeconds: 240,
    print: line => {
      const [, passed, failed] = /^stats (\d+) (\d+)$/.exec(line) ?? [];
      if (passed === undefined) console.log(line);
      else count(Number(passed), Number(failed));
    },
  });
}

/** Contents in base64 by the path that they have in the virtual file system. */
function contentsOf(corpus: string): Record<string, string> {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(dirname(corpus).length), toBase64(readFileSync(path))];
    }),
  );
}

/** For `test/run.mjs`, which reads what a stage ran. */
function count(passed: number, failed: number): void {
  const file = process.env.TEST_COUNTS_FILE;
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify({ passed, failed })}\n`);
}
