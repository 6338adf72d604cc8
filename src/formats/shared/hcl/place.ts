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
  /** What is asked for, as `Reference.conditions` has it. */
  readonly conditions: readonly Expression[];
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
    conditions: [],
  };
}

const NO_LOOPS: LoopVariables = new Map();

/** One step further into the structure. Written out, as every attribute of every file comes by here. */
export function within(place: Place, ...names: readonly string[]): Place {
  const { text, scope, structuralPath, provider, resourceType, loops, configures, conditions } = place;
  return {
    text,
    scope,
    structuralPath: structuralPath.concat(names),
    provider,
    resourceType,
    loops,
    configures,
    conditions,
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
    ...circumstancesOf(place),
  };
}

/** What a place says of every reference in it. */
export function circumstancesOf({ provider, resourceType, conditions }: Place) {
  return {
    ...(provider && { provider }),
    ...(resourceType !== undefined && { resourceType }),
    ...(conditions.length > 0 && { conditions }),
  };
}

/** What a choice can be, each option with the place of what stands in it. */
export function branchesOf(value: Expression & { type: 'choice' }, place: Place): PlacedExpression[] {
  const asked = value.conditions?.slice(0, MAX_ASKED).map(each => putIn(each, place.loops));
  return value.options.map((option, index) => ({
    expression: option,
    place: asked ? inBranch(index, asked, value.span, place) : place,
  }));
}

export interface PlacedExpression {
  readonly expression: Expression;
  readonly place: Place;
}

/** Conditions in a row, and conditionals in each other: more than anybody writes. Of what is beyond, less is told. */
const MAX_ASKED = 20;

function inBranch(index: number, asked: readonly Expression[], place: Span, outer: Place): Place {
  if (outer.conditions.length >= MAX_ASKED) return outer;
  const { conditions, ...around } = outer;
  return { conditions: [...conditions, conditionOf(index, asked, place)], ...around };
}

/** A conditional that has a value only where the branch is taken. */
function conditionOf(index: number, asked: readonly Expression[], place: Span): Expression {
  const taken: Expression = { type: 'literal', value: 'true', span: place };
  const other: Expression = { type: 'choice', options: [], span: place };
  if (index >= MAX_ASKED) return { type: 'unknown', reason: 'unsupported-expression', span: place };
  const others = Array.from({ length: index }, () => other);
  return { type: 'choice', options: [...others, taken], conditions: asked, span: place };
}
