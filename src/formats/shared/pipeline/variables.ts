import type { Expression, UnknownReason } from '../../../model/expression.ts';
import type { Definition } from '../../../model/extraction.ts';
import type { VariableLookUp } from '../expressions.ts';

/** A name with its value, which is read with the names that hold where it stands. */
export interface NamedValue {
  /** As uses name it: `env.REGION`, `matrix.image`, `TAG`. */
  readonly name: string;
  readonly value: (lookUp: VariableLookUp) => Expression;
}

/** Why a name that the file does not define has no known value. */
export type UnknownNames = (name: string) => UnknownReason;

/**
 * The variables that hold in one part of a pipeline. Those of the parts around it hold too, unless it gives the name
 * another value: each value is a definition of its own.
 */
export class VariableLevel {
  readonly definitions: Definition[];
  /** How many levels are around this one. */
  readonly depth: number;
  private readonly scope: string;
  private readonly unknown: UnknownNames;
  private readonly outer: VariableLevel | undefined;
  private readonly timesDefined: Map<string, number>;
  private readonly bound = new Map<string, string>();

  /** @param scope of the file's references and definitions. */
  constructor(scope: string, unknown: UnknownNames, outer?: VariableLevel) {
    this.scope = scope;
    this.unknown = unknown;
    this.outer = outer;
    this.depth = outer ? outer.depth + 1 : 0;
    this.definitions = outer?.definitions ?? [];
    this.timesDefined = outer?.timesDefined ?? new Map();
  }

  /** The level of a part of this part, with values of its own; a name with several values can be any of them. */
  inner(values: readonly NamedValue[]): VariableLevel {
    const level = new VariableLevel(this.scope, this.unknown, this);
    for (const { name } of values) {
      if (!level.bound.has(name)) level.bound.set(name, level.newDefinitionName(name));
    }
    for (const { name, value } of values) level.define(name, value);
    return level;
  }

  /** A name as it is here. */
  readonly lookUp: VariableLookUp = (name, span, fallback) => {
    const definition = this.definitionOf(name);
    if (definition !== undefined)
      return { type: 'variable', name: definition, span, ...(fallback && { fallback }) };
    return fallback ?? { type: 'unknown', reason: this.unknown(name), span };
  };

  has(name: string): boolean {
    return this.definitionOf(name) !== undefined;
  }

  /** A value that is made from the same name extends what it is outside: `PATH: $PATH:/opt/bin`. */
  private define(name: string, value: NamedValue['value']): void {
    const lookUp: VariableLookUp = (used, span, fallback) =>
      (used === name && this.outer ? this.outer : this).lookUp(used, span, fallback);
    const definition = this.bound.get(name) ?? name;
    this.definitions.push({
      scope: this.scope,
      name: definition,
      value: value(lookUp),
      precedence: 'default',
    });
  }

  private definitionOf(name: string): string | undefined {
    for (let level: VariableLevel | undefined = this; level; level = level.outer) {
      const definition = level.bound.get(name);
      if (definition !== undefined) return definition;
    }
    return undefined;
  }

  /** The second and later definitions of a name are told apart by a number. */
  private newDefinitionName(name: string): string {
    const times = (this.timesDefined.get(name) ?? 0) + 1;
    this.timesDefined.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  }
}
