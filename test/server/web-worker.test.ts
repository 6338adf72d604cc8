import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { type WebWorker, watchedTransports } from '../../src/client/session-worker.ts';
import { type FileAnswer, LIST_FOLDERS, READ_FILES } from '../../src/protocol/files.ts';
import { SCAN_WORKSPACE, type ScanSummary } from '../../src/protocol/requests.ts';
import { toBase64 } from '../../src/text/base64.ts';
import { ENDLESS } from '../support/slow-format.ts';

const FOLDER = 'memfs:/shop';
const FLAGGED = 'OSS_ENDPOINT=oss-cn-hangzhou.aliyuncs.com\n';
const FILES: Readonly<Record<string, string>> = { '.env': FLAGGED, '.env.slow': `${FLAGGED}X=${ENDLESS}\n` };

/** A client with a server in a worker, and what became of them. */
interface Conversation {
  readonly connection: MessageConnection;
  readonly worker: Worker;
  readonly stopped: readonly string[];
  readonly closed: Promise<void>;
}

async function start(script: string, stoppedFiles: readonly string[]): Promise<Conversation> {
  const worker = new Worker(script, { eval: true });
  const stopped: string[] = [];
  const { reader, writer } = watchedTransports(asWebWorker(worker), path => stopped.push(path));
  const connection = createMessageConnection(reader, writer);
  const closed = new Promise<void>(resolve => connection.onClose(resolve));
  connection.onRequest(LIST_FOLDERS, () => [
    { ok: true, entries: Object.keys(FILES).map(name => ({ name, kind: 'file' })) },
  ]);
  connection.onRequest(READ_FILES, ({ files }: { files: readonly string[] }) => files.map(answerFor));
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly object[] }) =>
    items.map(() => ({})),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: FOLDER, name: 'shop' }],
    initializationOptions: { stoppedFiles },
  });
  await connection.sendNotification('initialized', {});
  return { connection, worker, stopped, closed };
}

/** One file, as browsers get it. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'support/web-worker.ts')],
    bundle: true,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    external: ['node:worker_threads'],
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function answerFor(uri: string): FileAnswer {
  const text = FILES[uri.slice(FOLDER.length + 1)];
  return text === undefined ? { failure: 'missing' } : { content: toBase64(new TextEncoder().encode(text)) };
}

/** A thread with the face of a browser's worker. */
function asWebWorker(worker: Worker): WebWorker {
  return {
    postMessage: message => worker.postMessage(message),
    addEventListener: (_type, listener) => void worker.on('message', data => listener({ data })),
    terminate: () => void worker.terminate(),
  };
}

describe('a server in a web worker', () => {
  it('that does not end reading a file is ended, and the next one reads all but that', async function () {
    this.timeout(60_000);
    const script = await bundle();
    const first = await start(script, []);
    const unanswered = first.connection.sendRequest(SCAN_WORKSPACE, {});
    unanswered.catch(() => {});
    await Promise.all([first.closed, once(first.worker, 'exit')]);
    assert.deepEqual(first.stopped, ['.env.slow']);

    const { connection, worker } = await start(script, first.stopped);
    const published: PublishDiagnosticsParams[] = [];
    connection.onNotification('textDocument/publishDiagnostics', params => void published.push(params));
    const { problems, findings } = await connection.sendRequest<ScanSummary>(SCAN_WORKSPACE, {});
    assert.equal(problems, 1);
    assert.ok(findings.warning > 0);
    const codes = new Map(
      published.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)]),
    );
    assert.deepEqual(codes.get(`${FOLDER}/.env.slow`), ['too-slow']);
    assert.ok((codes.get(`${FOLDER}/.env`)?.length ?? 0) > 0);
    connection.dispose();
    await worker.terminate();
  });
});
