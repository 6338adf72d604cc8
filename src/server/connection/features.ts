import type { ClientCapabilities } from 'vscode-languageserver';

/** What a client can do, as far as we care. */
export interface ClientFeatures {
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly workspaceFolders: boolean;
  readonly watchedFiles: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly documentChanges: boolean;
  /** It asks for a code action's edit when somebody chooses it. */
  readonly resolvesEdits: boolean;
  readonly disabledActions: boolean;
  /** It can ask for confirmation of an edit, with a preview. */
  readonly changeAnnotations: boolean;
  readonly createsFiles: boolean;
  /** Edits can say where the cursor goes, in the document that is active. */
  readonly snippetEdits: boolean;
  /** It opens a document where it is told to. */
  readonly showsDocuments: boolean;
  /** Completions can say where the cursor goes. */
  readonly snippets: boolean;
  /** Symbols of a document can have symbols in them. */
  readonly nestedSymbols: boolean;
}

/** Reads the features from what the client says when it starts. */
export function clientFeatures({ workspace, textDocument, window }: ClientCapabilities): ClientFeatures {
  const { publishDiagnostics, codeAction, completion, documentSymbol } = textDocument ?? {};
  return {
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relatedInformation: publishDiagnostics?.relatedInformation === true,
    codeDescription: publishDiagnostics?.codeDescriptionSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    resolvesEdits:
      codeAction?.dataSupport === true && (codeAction.resolveSupport?.properties.includes('edit') ?? false),
    disabledActions: codeAction?.disabledSupport === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    snippets: completion?.completionItem?.snippetSupport === true,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}
