import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const repository = join(import.meta.dirname, '../..');

/** Starts the program as a process of its own; `closeEarly` is a reader that goes away at once, as `head` does. */
async function start(workingFolder: string, argv: readonly string[], closeEarly = false) {
  const program = ['--import', tsx, join(repository, 'src/cli/main.ts')];
  const child = spawn(process.execPath, [...program, ...argv], { cwd: workingFolder });
  let stdout = '';
  let stderr = '';
  if (closeEarly) child.stdout.destroy();
  else child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
  const exitCode = await new Promise(resolve => child.on('close', resolve));
  return { exitCode, stdout, stderr };
}

/** The language server, as an editor starts it. */
function startServer(workingFolder: string) {
  const program = ['--import', tsx, join(repository, 'src/cli/main.ts'), 'lsp', '--stdio'];
  const child = spawn(process.execPath, program, { cwd: workingFolder });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { connection, exitCode: new Promise(resolve => child.on('close', resolve)) };
}

describe('the program', () => {
  let tree: TemporaryTree;
  before(() => {
    tree = temporaryTree();
    for (let index = 0; index < 300; index++) {
      tree.write(`${index}/package.json`, '{ "dependencies": { "ali-oss": "^6.17.0" } }\n');
    }
  });
  after(() => tree.remove());

  it('ends with the exit code and the whole report', async () => {
    const { exitCode, stdout, stderr } = await start(tree.root, ['scan', '--format', 'json']);
    assert.deepEqual([exitCode, stderr], [1, '']);
    assert.equal(JSON.parse(stdout).findings.length, 300);
  }).timeout(20_000);

  it('serves an editor', async () => {
    const { connection, exitCode } = startServer(tree.root);
    const uri = pathToFileURL(join(tree.root, '0/package.json')).href;
    const text = '{ "dependencies": { "ali-oss": "^6.17.0" } }\n';
    const published = new Promise<PublishDiagnosticsParams>(resolve =>
      connection.onNotification('textDocument/publishDiagnostics', resolve),
    );
    const rootUri = pathToFileURL(tree.root).href;
    await connection.sendRequest('initialize', { processId: null, rootUri, capabilities: {} });
    await connection.sendNotification('initialized', {});
    const textDocument = { uri, languageId: 'json', version: 1, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const { diagnostics } = await published;
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['flagged-vendor'],
    );
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await exitCode, 0);
  }).timeout(20_000);

  it('bears a reader that goes away', async () => {
    const { exitCode, stderr } = await start(tree.root, ['scan'], true);
    assert.deepEqual([exitCode, stderr], [1, '']);
  }).timeout(20_000);
});
