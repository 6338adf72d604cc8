import { compareSpans, type Span } from './span.ts';

/** Replace `span` of one text by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Applies edits that were all made against the same `text`.
 * @throws RangeError when two edits overlap or one lies outside the text: a programming mistake, never input.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => compareSpans(a.span, b.span));
  let result = '';
  let position = 0;
  for (const { span, newText } of ordered) {
    if (span.start < position || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit ${span.start}-${span.end} overlaps another or leaves the text`);
    }
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
}
