import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { limitTimeOfFiles } from '../node/time-limit.ts';
import type { HomeFolders } from '../node/user-excludes.ts';
import { clientFiles } from './host/client-files.ts';
import { clientHost } from './host/client-host.ts';
import { nodeHost } from './host/node-host.ts';
import { createServer } from './server.ts';
import { EDITOR_ALLOWANCE } from './time-allowance.ts';

/** Serves a client until it ends the process. `variables`: the environment, which tells where git's settings lie. */
export function serve(connection: Connection, variables: HomeFolders): void {
  limitTimeOfFiles(EDITOR_ALLOWANCE);
  createServer(connection, nodeHost(variables, clientHost(clientFiles(connection))));
  connection.listen();
}

/** The same over two streams: the process ends with them. */
export function serveStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  variables: HomeFolders,
): void {
  serve(createConnection(ProposedFeatures.all, input, output), variables);
}
