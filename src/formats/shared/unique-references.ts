import type { Reference } from '../../model/extraction.ts';
import { compareSpans } from '../../text/span.ts';

/**
 * In the text's order, the first of those that say the same at the same place: a value that several aliases lead to
 * is one reference.
 */
export function uniqueReferences(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>();
  const unique = references.filter(({ kind, span, scope }) => {
    const key = `${kind} ${span.start} ${span.end} ${scope}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return unique.sort((a, b) => compareSpans(a.span, b.span));
}
