import type { AnnotatedTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Fix } from '../../model/fix.ts';
import { makeSource, type Source } from '../../text/source.ts';
import type { ClientFeatures } from '../connection/features.ts';
import { rangeOf } from '../documents/ranges.ts';
import type { FolderRoot } from '../folders/folder-root.ts';

/** What edits depend on besides the fix. */
export interface EditContext {
  readonly root: FolderRoot;
  readonly features: Pick<ClientFeatures, 'documentChanges' | 'changeAnnotations' | 'createsFiles'>;
  /** The version of a document that is open in the editor. */
  readonly version: (path: string) => number | undefined;
}

/** What an edit is called, and what a person must know of it. */
interface EditWords {
  readonly title: string;
  readonly reason?: string;
}

/**
 * A fix as one edit, which is one step to undo. Edits in several files are to be confirmed first, where the client can
 * show a preview. A file that is not there yet is made.
 * @returns `undefined` when the client cannot make the files that the fix needs.
 */
export function workspaceEdit(
  fix: EditWords & Pick<Fix, 'edits'>,
  sources: ReadonlyMap<string, Source>,
  context: EditContext,
): WorkspaceEdit | undefined {
  const { root, features, version } = context;
  const files = [...fix.edits].map(([path, edits]) => {
    const source = sources.get(path) ?? makeSource(path, '');
    const textEdits: TextEdit[] = edits.map(({ span, newText }) => ({
      range: rangeOf(source, span),
      newText,
    }));
    return { path, uri: root.toUri(path), isNew: !sources.has(path), edits: textEdits };
  });
  const makesFiles = files.some(({ isNew }) => isNew);
  if (makesFiles && !features.createsFiles) return undefined;
  if (!features.documentChanges) {
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
  }
  const isToBeConfirmed = features.changeAnnotations && files.length > 1;
  const documentChanges = files.flatMap(({ path, uri, isNew, edits }) => {
    const change: TextDocumentEdit = {
      textDocument: { uri, version: version(path) ?? null },
      edits: isToBeConfirmed ? edits.map(annotated) : edits,
    };
    return isNew ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }, change] : [change];
  });
  if (!isToBeConfirmed) return { documentChanges };
  const annotation = {
    label: fix.title,
    needsConfirmation: true,
    ...(fix.reason === undefined ? {} : { description: fix.reason }),
  };
  return { documentChanges, changeAnnotations: { [ANNOTATION]: annotation } };
}

const ANNOTATION = 'fix';

function annotated(edit: TextEdit): AnnotatedTextEdit {
  return { ...edit, annotationId: ANNOTATION };
}
