import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFiles } from './host/client-files.ts';
import { clientHost } from './host/client-host.ts';
import { createServer } from './server.ts';

/** The language server in a web worker, which has no disk: the client reads files for it. */
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(globalThis),
  new BrowserMessageWriter(globalThis),
);
createServer(connection, clientHost(clientFiles(connection)));
connection.listen();
