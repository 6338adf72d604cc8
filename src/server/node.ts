import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { setWasmReader } from '../engine/index.ts';
import { readWasmFile } from '../node/wasm.ts';
import { nodeHost } from './node-host.ts';
import { createServer } from './server.ts';

/** The language server as a process of its own: `--node-ipc`, `--stdio`, `--socket=<port>` or `--pipe=<name>`. */
setWasmReader(readWasmFile);
const connection = createConnection(ProposedFeatures.all);
createServer(connection, nodeHost(process.env));
connection.listen();
