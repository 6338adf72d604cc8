import assert from 'node:assert/strict';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Source } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';

/** What must hold for every extraction of any text: places lie in the text, and at most one problem of each kind. */
export function assertSound(extraction: Extraction, { path, text }: Source): void {
  const spans = [
    ...extraction.references.flatMap(each => [each.span, each.value.span, ...(each.repeats ?? [])]),
    ...extraction.definitions.map(each => each.value.span),
    ...extraction.comments.flatMap(each => [each.span, each.block]),
    ...extraction.problems.flatMap(each => each.span ?? []),
  ];
  for (const span of spans)
    assert.ok(isInside(span, text), `${path}: ${span.start}-${span.end} of ${text.length}`);
  const codes = extraction.problems.map(problem => problem.code);
  assert.equal(new Set(codes).size, codes.length, `${path}: ${codes.join()}`);
}

function isInside({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
}
