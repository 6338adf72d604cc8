import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './serve.ts';

/** The language server as a process of its own: `--node-ipc`, `--stdio`, `--socket=<port>` or `--pipe=<name>`. */
serve(createConnection(ProposedFeatures.all), process.env);
