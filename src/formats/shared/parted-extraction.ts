import type { Extraction, Reference, ReferencePart } from '../../model/extraction.ts';
import { compareSpans } from '../../text/span.ts';
import { moveReference } from './settings/move-extracted.ts';

/** What a file says whose references are in parts; they are put together when somebody asks for all. */
export class PartedExtraction implements Extraction {
  readonly parts: readonly ReferencePart[];
  readonly definitions: Extraction['definitions'];
  readonly calls: Extraction['calls'];
  readonly graph?: NonNullable<Extraction['graph']>;
  readonly comments: Extraction['comments'];
  readonly problems: Extraction['problems'];
  private joined: readonly Reference[] | undefined;

  constructor(
    parts: readonly ReferencePart[],
    { definitions, calls, graph, comments, problems }: Omit<Extraction, 'references' | 'parts' | 'projects'>,
  ) {
    this.parts = parts;
    this.definitions = definitions;
    this.calls = calls;
    if (graph) this.graph = graph;
    this.comments = comments;
    this.problems = problems;
  }

  /** Sorted by place. */
  get references(): readonly Reference[] {
    this.joined ??= joined(this.parts);
    return this.joined;
  }
}

function joined(parts: readonly ReferencePart[]): Reference[] {
  return parts
    .flatMap(part => part.references.map(each => part.moved(each)))
    .sort((a, b) => compareSpans(a.span, b.span));
}

/** References that stand `distance` further on than when they were read. */
export function movedPart(references: readonly Reference[], distance: number): ReferencePart {
  return { references, moved: reference => moveReference(reference, distance) };
}
