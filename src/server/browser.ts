import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFiles } from './host/client-files.ts';
import { clientHost } from './host/client-host.ts';
import { tellReading } from './host/tell-reading.ts';
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
    if (options.stoppedFiles) tellReading(connection, options.stoppedFiles);
  },
});
connection.listen();
