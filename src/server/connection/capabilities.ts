import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { SHOW_NEXT_STEP, SHOW_PLACE } from '../../protocol/requests.ts';
import { FIX_ALL_KIND } from '../actions/fix-all.ts';

/** What the server tells a client that it can do. */
export const SERVER_CAPABILITIES: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['"'] },
  definitionProvider: true,
  documentSymbolProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: true },
  executeCommandProvider: { commands: [SHOW_NEXT_STEP, SHOW_PLACE] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
