import type { TextEdit } from '../text/edit.ts';

/** An edit and the file that it is for. */
export interface PlacedEdit {
  readonly path: string;
  readonly edit: TextEdit;
}

/**
 * Edits by file: equal ones once, as a fix finds the same place by several ways, and what is put into one place in the
 * order in which it came.
 */
export function editsByPath(placed: Iterable<PlacedEdit>): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  const seen = new Set<string>();
  for (const { path, edit } of placed) {
    const key = `${path}\n${edit.span.start}\n${edit.span.end}\n${edit.newText}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const others = edits.get(path) ?? [];
    edits.set(path, others);
    const before = isInsertion(edit) ? others.findIndex(other => isSamePlace(other, edit)) : -1;
    const first = others[before];
    if (first) others[before] = { span: first.span, newText: first.newText + edit.newText };
    else others.push(edit);
  }
  return edits;
}

function isInsertion({ span: { start, end } }: TextEdit): boolean {
  return start === end;
}

function isSamePlace({ span: { start, end } }: TextEdit, { span: other }: TextEdit): boolean {
  return start === other.start && end === other.end;
}
