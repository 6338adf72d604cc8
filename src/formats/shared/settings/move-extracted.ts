import type { Expression } from '../../../model/expression.ts';
import type { Definition, Extraction, ModuleCall, Reference } from '../../../model/extraction.ts';
import { type MoveSpan, moveExpression } from '../../../parsers/move-expression.ts';
import { span } from '../../../text/span.ts';

/** What a part of a file says. */
type Extracted = Pick<Extraction, 'references' | 'definitions' | 'calls'>;

/**
 * What a part of a file says once it stands `distance` further on in its file.
 * @param moveScope for scopes whose names hold an offset.
 */
export function moveExtracted<Part extends Extracted>(
  part: Part,
  distance: number,
  moveScope: (scope: string) => string = asItIs,
): Part {
  if (distance === 0) return part;
  const move = movingBy(distance);
  return {
    ...part,
    references: part.references.map(reference => movedReference(reference, move, moveScope)),
    definitions: part.definitions.map(definition => movedDefinition(definition, move, moveScope)),
    calls: part.calls.map(call => movedCall(call, move, moveScope)),
  };
}

/** The same reference `distance` further on in its file. */
export function moveReference(
  reference: Reference,
  distance: number,
  moveScope: MoveScope = asItIs,
): Reference {
  return distance === 0 ? reference : movedReference(reference, movingBy(distance), moveScope);
}

function movingBy(distance: number): MoveSpan {
  return place => span(place.start + distance, place.end + distance);
}

type MoveScope = (scope: string) => string;

function asItIs(scope: string): string {
  return scope;
}

function movedReference(reference: Reference, move: MoveSpan, moveScope: MoveScope): Reference {
  const { value, provider, region, repeats } = reference;
  return {
    ...reference,
    value: moveExpression(value, move),
    span: move(reference.span),
    scope: moveScope(reference.scope),
    ...(provider && { provider: moveExpression(provider, move) }),
    ...(region && { region: moveExpression(region, move) }),
    ...(repeats && { repeats: repeats.map(move) }),
  };
}

function movedDefinition(definition: Definition, move: MoveSpan, moveScope: MoveScope): Definition {
  const value = moveExpression(definition.value, move);
  return { ...definition, scope: moveScope(definition.scope), value };
}

function movedCall(call: ModuleCall, move: MoveSpan, moveScope: MoveScope): ModuleCall {
  const inputs = new Map<string, Expression>();
  for (const [name, input] of call.inputs) inputs.set(name, moveExpression(input, move));
  const { otherInputs } = call;
  return {
    ...call,
    scope: moveScope(call.scope),
    span: move(call.span),
    inputs,
    ...(otherInputs && { otherInputs: { ...otherInputs, value: moveExpression(otherInputs.value, move) } }),
  };
}
