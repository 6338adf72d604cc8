import type { TextEdit } from '../text/edit.ts';

/** An edit and the file that it is for. */
export interface PlacedEdit {
  readonly path: string;
  readonly edit: TextEdit;
}

/** Edits by file, equal ones once: a fix finds the same place by several ways. */
export function editsByPath(placed: Iterable<PlacedEdit>): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  const seen = new Set<string>();
  for (const { path, edit } of placed) {
    const key = `${path}\n${edit.span.start}\n${edit.span.end}\n${edit.newText}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const others = edits.get(path);
    if (others) others.push(edit);
    else edits.set(path, [edit]);
  }
  return edits;
}
