import type {
  AnnotatedTextEdit,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Blank, Fix } from '../../model/fix.ts';
import { makeSource, type Source } from '../../text/source.ts';
import type { ClientFeatures } from '../connection/features.ts';
import { rangeOf } from '../documents/ranges.ts';
import type { FolderRoot } from '../folders/folder-root.ts';

/** What edits depend on besides the fix. */
export interface EditContext {
  readonly root: FolderRoot;
  readonly features: Pick<
    ClientFeatures,
    'documentChanges' | 'changeAnnotations' | 'createsFiles' | 'snippetEdits'
  >;
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
 * show a preview. A file that is not there yet is made. In the active document the cursor goes to what is to be filled in,
 * where the client can do that.
 * @returns `undefined` when the client cannot make the files that the fix needs.
 */
export function workspaceEdit(
  fix: EditWords & Pick<Fix, 'edits' | 'blanks'>,
  sources: ReadonlyMap<string, Source>,
  context: EditContext,
  active?: string,
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
    const blanks = features.snippetEdits && path === active ? fix.blanks : undefined;
    const change: TextDocumentEdit = {
      textDocument: { uri, version: version(path) ?? null },
      edits: isToBeConfirmed
        ? edits.map(annotated)
        : edits.map((edit, index) => withBlanks(edit, fix.edits.get(path)?.[index], blanks)),
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

/** The same edit, with a stop of the cursor at each place that is to be filled in. */
function withBlanks(
  edit: TextEdit,
  described: Blank['edit'] | undefined,
  blanks: readonly Blank[] = [],
): TextEdit | SnippetTextEdit {
  const own = blanks.filter(blank => blank.edit === described).map(({ offset }) => offset);
  if (own.length === 0) return edit;
  const pieces = [0, ...own].map((start, index) => {
    const text = edit.newText.slice(start, own[index]).replace(/[\\$}]/g, '\\$&');
    return index < own.length ? `${text}$${index + 1}` : text;
  });
  return { range: edit.range, snippet: { kind: 'snippet', value: pieces.join('') } };
}

const ANNOTATION = 'fix';

function annotated(edit: TextEdit): AnnotatedTextEdit {
  return { ...edit, annotationId: ANNOTATION };
}
