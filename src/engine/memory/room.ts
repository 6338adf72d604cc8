import { allPartsOf, type Expression } from '../../model/expression.ts';
import type { Extraction } from '../../model/extraction.ts';

/** Bytes of memory that files may take which are read together: a module, with all that it calls. */
export const ROOM_TOGETHER = 1_000_000_000;

/** What is left of the memory that files may take. */
export class Room {
  private left: number;

  constructor(bytes = ROOM_TOGETHER) {
    this.left = bytes;
  }

  /** What was taken last did not fit any more. */
  get isFull(): boolean {
    return this.left < 0;
  }

  take(bytes: number): void {
    this.left -= bytes;
  }
}

/**
 * About how many bytes a file takes until its findings are made, as far as that makes a difference. The same for the same
 * text, however it was read.
 */
export function bytesOf(text: string, extraction: Extraction): number {
  const { definitions, calls, graph, comments } = extraction;
  const size = new Size(text.length * BYTES.character + comments.length * BYTES.node);
  for (const references of extraction.parts?.map(part => part.references) ?? [extraction.references]) {
    let asked: Extraction['references'][number]['conditions'];
    for (const { value, provider, region, conditions, structuralPath, repeats = [] } of references) {
      size.add(BYTES.reference + structuralPath.length * BYTES.slot + repeats.length * BYTES.node);
      size.addExpressions([value, provider, region]);
      // All that stands in a branch has the same list.
      if (conditions && conditions !== asked) size.addExpressions(conditions);
      asked = conditions;
    }
  }
  for (const { value } of definitions) {
    size.add(BYTES.name);
    size.addExpressions([value]);
  }
  for (const { inputs, otherInputs } of calls) {
    size.add(BYTES.name + BYTES.node * inputs.size);
    size.addExpressions(inputs.values());
    size.addExpressions([otherInputs?.value]);
  }
  for (const targets of graph?.edges.values() ?? []) size.add(BYTES.name + targets.length * BYTES.slot);
  return size.bytes;
}

/** Measured with texts of each syntax that have as many of them as can be. */
const BYTES = { character: 2, slot: 8, node: 120, name: 700, reference: 1500 };

class Size {
  bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  add(bytes: number): void {
    this.bytes += bytes;
  }

  /** One that is made use of in many places counts in each: to be looked at no longer than until there is no room. */
  addExpressions(expressions: Iterable<Expression | undefined>): void {
    for (const expression of expressions) {
      if (!expression || this.bytes > ROOM_TOGETHER) continue;
      this.bytes += BYTES.node;
      if (expression.type !== 'literal') this.addExpressions(allPartsOf(expression));
    }
  }
}
