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
  private readonly callsByTarget = new Map<string, PlacedCall[]>();
  private readonly callsByName = new Map<string, PlacedCall[]>();
  private readonly callsGivingOutputs = new Map<string, PlacedCall[]>();
  private readonly inheritances = new Set<string>();

  /** @param files each file's path and what was extracted from it; order does not matter. */
  constructor(files: Iterable<readonly [path: string, extraction: Extraction]>) {
    const floating: PlacedDefinition[] = [];
    for (const [path, extraction] of files) {
      for (const definition of extraction.definitions) {
        if (definition.outerScopes) floating.push({ path, ...definition });
        else this.define({ path, ...definition });
      }
      for (const call of extraction.calls) {
        if (this.isKnown(call)) continue;
        append(this.callsByTarget, call.target, { path, ...call });
        append(this.callsByName, nameKey(call.scope, call.name), { path, ...call });
        if (call.givesOutputs) append(this.callsGivingOutputs, call.scope, { path, ...call });
      }
    }
    for (const definition of floating) this.define(this.settled(definition));
  }

  definitionsOf(scope: string, name: string): readonly PlacedDefinition[] {
    return this.definitions.get(nameKey(scope, name)) ?? [];
  }

  callsOf(scope: string): readonly PlacedCall[] {
    return this.callsByTarget.get(scope) ?? [];
  }

  /** What `name` is when it names an output of a module that `scope` calls: `module.network.region`. */
  outputsOf(scope: string, name: string): readonly PlacedDefinition[] {
    const dot = name.lastIndexOf('.');
    const calls = dot < 0 ? [] : (this.callsByName.get(nameKey(scope, name.slice(0, dot))) ?? []);
    return calls.flatMap(call => this.outputOf(call.target, `output.${name.slice(dot + 1)}`, 0));
  }

  /** An output of a module, or of those whose outputs are its own. */
  private outputOf(scope: string, name: string, depth: number): readonly PlacedDefinition[] {
    const own = this.definitionsOf(scope, name);
    if (own.length > 0 || depth >= MAX_GIVEN_OUTPUTS) return own;
    const calls = this.callsGivingOutputs.get(scope) ?? [];
    return calls.flatMap(call => this.outputOf(call.target, name, depth + 1));
  }

  /** Many files of a folder can say the same of what surrounds them. */
  private isKnown({ scope, target, name, inheritedPrefix = '' }: ModuleCall): boolean {
    if (name !== '') return false;
    const key = `${scope}\n${target}\n${inheritedPrefix}`;
    if (this.inheritances.has(key)) return true;
    this.inheritances.add(key);
    return false;
  }

  private define(definition: PlacedDefinition): void {
    append(this.definitions, nameKey(definition.scope, definition.name), definition);
  }

  /** A file of values belongs to its own folder's module, or to the nearest one above that declares the name. */
  private settled(definition: PlacedDefinition): PlacedDefinition {
    const declares = (scope: string) =>
      this.definitionsOf(scope, definition.name).some(each => each.precedence === 'default');
    if (declares(definition.scope)) return definition;
    const scope = definition.outerScopes?.find(declares);
    return scope === undefined ? definition : { ...definition, scope, precedence: 'alternative' };
  }
}

/** Modules that only stand for another one: more in a row than anybody writes. */
const MAX_GIVEN_OUTPUTS = 4;

/** One expression that a name can stand for, and where it is to be read. */
export interface Candidate {
  /** It may also be something else: a default where the name is used still counts. */
  readonly isAlternative?: true;
  /** Whoever runs it may give another value. */
  readonly isDefault?: true;
  /** Another place hands it down or takes it over, and may have it or not. */
  readonly isPassedOn?: true;
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
  const definitions = [...scopes.definitionsOf(scope, name), ...scopes.outputsOf(scope, name)];
  const defaults = definitions.filter(definition => definition.precedence === 'default').map(asCandidate);
  const overrides = definitions.filter(definition => definition.precedence === 'override').map(asCandidate);
  const alternatives = definitions
    .filter(definition => definition.precedence === 'alternative')
    .map(asCandidate);
  const calls = scopes.callsOf(scope);
  const inputs = calls.flatMap(call => inputOf(call, name) ?? []);
  const others = calls.flatMap(call => otherInputOf(call, name) ?? []);
  const inherited = definitions.length > 0 ? [] : calls.flatMap(call => inheritedFrom(call, name) ?? []);
  const everyCallGivesIt = calls.length > 0 && inputs.length === calls.length;
  const own = overrides.length > 0 ? overrides : defaults;
  return everyCallGivesIt ? inputs : [...inputs, ...inherited, ...own, ...alternatives, ...others];
}

function inputOf(call: PlacedCall, name: string): Candidate | undefined {
  const expression = call.inputs.get(name);
  return expression && { scope: call.scope, path: call.path, expression, name: call.name };
}

/** What the caller takes over from others: it may have the name or not. */
function otherInputOf(call: PlacedCall, name: string): Candidate | undefined {
  const { otherInputs, span } = call;
  if (!otherInputs || !name.startsWith(otherInputs.prefix) || call.inputs.has(name)) return undefined;
  const key: Expression = { type: 'literal', value: name.slice(otherInputs.prefix.length), span };
  const expression: Expression = { type: 'member', object: otherInputs.value, key, span };
  return {
    scope: call.scope,
    path: call.path,
    expression,
    name: call.name,
    isAlternative: true,
    isPassedOn: true,
  };
}

function inheritedFrom(call: PlacedCall, name: string): Candidate | undefined {
  const prefix = call.inheritedPrefix;
  if (prefix === undefined || !name.startsWith(prefix) || call.inputs.has(name)) return undefined;
  const expression: Expression = { type: 'variable', name, span: call.span };
  return { scope: call.scope, path: call.path, expression, name: call.name, isPassedOn: true };
}

function asCandidate(definition: PlacedDefinition): Candidate {
  return {
    scope: definition.scope,
    path: definition.path,
    expression: definition.value,
    name: definition.name,
    ...(definition.precedence === 'alternative' ? { isAlternative: true } : {}),
    ...(definition.isReplaceable && { isDefault: true }),
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
