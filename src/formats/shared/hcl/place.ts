import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import type { ReferenceKind } from '../../../model/vocabulary.ts';
import type { Span } from '../../../text/span.ts';
import { type LoopVariables, putIn } from './repetition.ts';

/** Where in a file something stands, and what holds there. */
export interface Place {
  /** The file's text. */
  readonly text: string;
  readonly scope: string;
  readonly structuralPath: readonly string[];
  readonly provider: Expression | undefined;
  readonly resourceType: string | undefined;
  readonly loops: LoopVariables;
  /**
   * What the block that it stands in configures: there an attribute such as `region` says where that is, elsewhere
   * it is data. A backend is configured like a provider.
   */
  readonly configures: 'provider' | 'resource' | undefined;
}

/** The place of a whole file, outside of all blocks. */
export function outermostPlace(text: string, scope: string): Place {
  return {
    text,
    scope,
    structuralPath: [],
    provider: undefined,
    resourceType: undefined,
    loops: NO_LOOPS,
    configures: undefined,
  };
}

const NO_LOOPS: LoopVariables = new Map();

/** One step further into the structure. Written out, as every attribute of every file comes by here. */
export function within(place: Place, ...names: readonly string[]): Place {
  const { text, scope, structuralPath, provider, resourceType, loops, configures } = place;
  return {
    text,
    scope,
    structuralPath: structuralPath.concat(names),
    provider,
    resourceType,
    loops,
    configures,
  };
}

/** A reference that stands at `place`. `span` is what is underlined. */
export function referenceAt(place: Place, kind: ReferenceKind, value: Expression, span: Span): Reference {
  return {
    kind,
    value: putIn(value, place.loops),
    span,
    structuralPath: place.structuralPath,
    scope: place.scope,
    ...(place.provider && { provider: place.provider }),
    ...(place.resourceType !== undefined && { resourceType: place.resourceType }),
  };
}
