import type { Expression } from '../model/expression.ts';
import type { Definition, Extraction, ModuleCall } from '../model/extraction.ts';

/** A definition and the file that holds it. */
export interface PlacedDefinition extends Definition {
  readonly path: string;
}

/** A module call and the file that holds it. */
export interface PlacedCall extends ModuleCall {
  readonly path: string;
}

/** All names of a set of modules that are resolved together. */
export class Scopes {
  private readonly definitions = new Map<string, PlacedDefinition[]>();
  private readonly calls = new Map<string, PlacedCall[]>();

  /** @param files each file's path and what was extracted from it; order does not matter. */
  constructor(files: Iterable<readonly [path: string, extraction: Extraction]>) {
    for (const [path, extraction] of files) {
      for (const definition of extraction.definitions) {
        append(this.definitions, nameKey(definition.scope, definition.name), { ...definition, path });
      }
      for (const call of extraction.calls) append(this.calls, call.target, { ...call, path });
    }
  }

  definitionsOf(scope: string, name: string): readonly PlacedDefinition[] {
    return this.definitions.get(nameKey(scope, name)) ?? [];
  }

  callsOf(scope: string): readonly PlacedCall[] {
    return this.calls.get(scope) ?? [];
  }
}

/** One expression that a name can stand for, and where it is to be read. */
export interface Candidate {
  readonly scope: string;
  readonly path: string;
  readonly expression: Expression;
  /** What the trail calls this step. */
  readonly name: string;
}

/**
 * What `name` can stand for in `scope`. Every call site gives its input, or the default where it gives none; a
 * module that nobody calls has its overrides, else its default; alternatives are always possible besides.
 */
export function candidatesOf(scopes: Scopes, scope: string, name: string): Candidate[] {
  const definitions = scopes.definitionsOf(scope, name);
  const defaults = definitions.filter(definition => definition.precedence === 'default').map(asCandidate);
  const overrides = definitions.filter(definition => definition.precedence === 'override').map(asCandidate);
  const alternatives = definitions
    .filter(definition => definition.precedence === 'alternative')
    .map(asCandidate);
  const calls = scopes.callsOf(scope);
  const inputs = calls.flatMap(call => inputOf(call, name) ?? []);
  const everyCallGivesIt = calls.length > 0 && inputs.length === calls.length;
  const own = overrides.length > 0 ? overrides : defaults;
  return everyCallGivesIt ? inputs : [...inputs, ...own, ...alternatives];
}

function inputOf(call: PlacedCall, name: string): Candidate | undefined {
  const expression = call.inputs.get(name);
  return expression && { scope: call.scope, path: call.path, expression, name: call.name };
}

function asCandidate(definition: PlacedDefinition): Candidate {
  return {
    scope: definition.scope,
    path: definition.path,
    expression: definition.value,
    name: definition.name,
  };
}

function nameKey(scope: string, name: string): string {
  return `${scope}\n${name}`;
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
