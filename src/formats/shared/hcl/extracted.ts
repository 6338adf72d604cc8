import type { Definition, ModuleCall, Reference, TableLookup } from '../../../model/extraction.ts';

/** What one part of a file says; parts are put together by `joinExtracted`. */
export interface Extracted {
  readonly references: readonly Reference[];
  readonly definitions?: readonly Definition[];
  readonly calls?: readonly ModuleCall[];
  readonly lookups?: readonly TableLookup[];
}

/**
 * All that the parts say, each reference once: what a loop repeats is written in one place. A reference to nothing,
 * such as an empty string or a value that is yet to be typed, is none.
 */
export function joinExtracted(parts: readonly Extracted[]): Required<Extracted> {
  return {
    references: withoutRepeats(
      parts.flatMap(part => part.references).filter(({ span }) => span.end > span.start),
    ),
    definitions: parts.flatMap(part => part.definitions ?? []),
    calls: parts.flatMap(part => part.calls ?? []),
    lookups: parts.flatMap(part => part.lookups ?? []),
  };
}

function withoutRepeats(references: readonly Reference[]): Reference[] {
  const byStart = new Map<number, Reference[]>();
  return references.filter(reference => {
    const { kind, span } = reference;
    const known = byStart.get(span.start);
    if (!known) byStart.set(span.start, [reference]);
    else if (known.some(each => each.kind === kind && each.span.end === span.end)) return false;
    else known.push(reference);
    return true;
  });
}
