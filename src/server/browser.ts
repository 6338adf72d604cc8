import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { setWasmReader } from '../engine/index.ts';
import { clientFiles } from './host/client-files.ts';
import { clientHost } from './host/client-host.ts';
import { createServer } from './server.ts';

/** The language server in a web worker, which has no disk: the client reads files for it. */
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(globalThis),
  new BrowserMessageWriter(globalThis),
);
const host = clientHost(clientFiles(connection));
createServer(connection, {
  ...host,
  start: options => {
    host.start?.(options);
    const { wasmFolder } = options;
    if (wasmFolder !== undefined) setWasmReader(file => fetchBytes(`${wasmFolder}/${file}`));
  },
});
connection.listen();

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be loaded: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
