import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { SCAN_WORKSPACE, type ScanSummary } from '../../src/protocol/requests.ts';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const PROGRAM = ['--import', tsx, join(import.meta.dirname, '../../src/cli/main.ts')];

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Starts the program as a process of its own, with caches below `home`. */
function start(workingFolder: string, home: string, argv: readonly string[]): Child {
  const env = { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, 'cache') };
  return spawn(process.execPath, [...PROGRAM, ...argv], {
    cwd: workingFolder,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

function ended(child: Child): Promise<unknown> {
  return new Promise(resolve => child.on('close', resolve));
}

/** A language server whose client has opened the folder. */
async function serve(folder: string, home: string): Promise<{ child: Child; connection: MessageConnection }> {
  const child = start(folder, home, ['lsp', '--stdio']);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onError(() => {});
  // Requests are not answered any more, as a client tells whoever waits.
  child.on('close', () => connection.dispose());
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'folder' }];
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders,
  });
  await connection.sendNotification('initialized', {});
  return { child, connection };
}

describe('a process that is killed', function () {
  this.timeout(120_000);
  const FILES = 1000;
  let tree: TemporaryTree;
  let home: TemporaryTree;
  before(() => {
    [tree, home] = [temporaryTree(), temporaryTree()];
    for (let index = 0; index < FILES; index++)
      tree.write(`${index}/Dockerfile`, 'FROM registry.cn-hangzhou.aliyuncs.com/a/b:1\n'.repeat(10));
  });
  after(() => {
    tree.remove();
    home.remove();
  });

  it('as a server that scans: the next one finds everything, and nothing half-done is left', async () => {
    const before = readdirSync(tree.root).sort();
    const first = await serve(tree.root, home.root);
    const progress = new Promise(resolve => first.connection.onNotification('$/progress', resolve));
    const scanning = first.connection.sendRequest(SCAN_WORKSPACE, { workDoneToken: 'scan' });
    await progress;
    const gone = ended(first.child);
    first.child.kill('SIGKILL');
    await gone;
    await assert.rejects(Promise.resolve(scanning));
    assert.deepEqual(readdirSync(tree.root).sort(), before);
    assert.deepEqual(readdirSync(home.root, { recursive: true }), []);

    const { child, connection } = await serve(tree.root, home.root);
    const summary = await connection.sendRequest<ScanSummary>(SCAN_WORKSPACE, {});
    assert.deepEqual([summary.files.discovered, summary.problems], [FILES, 0]);
    assert.equal(summary.findings.warning, FILES);
    await connection.sendRequest('shutdown');
    const over = ended(child);
    await connection.sendNotification('exit');
    await over;
  });

  it('as a command line that writes a report: the file is the one before, or whole', async () => {
    tree.write('out/report.json', '{"before":true}\n');
    const report = join(tree.root, 'out/report.json');
    // When it is killed is chance: while it writes, if the temporary file is seen in time.
    const child = start(tree.root, home.root, ['scan', '--format', 'json', '--output', report]);
    const gone = ended(child);
    while (child.exitCode === null && readdirSync(join(tree.root, 'out')).length === 1) await wait(1);
    child.kill('SIGKILL');
    await gone;
    assert.ok(child.signalCode === 'SIGKILL' || child.exitCode === 1, 'it ended before it could write');
    assert.ok(existsSync(report));
    const content: { before?: boolean; findings?: unknown[] } = JSON.parse(readFileSync(report, 'utf8'));
    assert.ok(content.before === true || content.findings?.length === FILES);
  });
});
