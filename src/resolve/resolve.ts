import type { Expression, Resolution, ResolvedValue, TrailStep } from '../model/expression.ts';
import { UNKNOWN_PART } from '../model/expression.ts';
import { chosenBy } from './conditions.ts';
import { concatenate, memberOf, pureFunction } from './functions.ts';
import { type Candidate, candidatesOf, type Scopes } from './scopes.ts';
import { MAX_LENGTH, MAX_VALUES, unionOf, unknownSet, type Value, type ValueSet } from './value.ts';

/** Where an expression stands. */
export interface Place {
  readonly scope: string;
  readonly path: string;
}

/** What an expression can be. */
export interface Texts {
  readonly texts: readonly string[];
  /** Those of which the files do not tell whether they are taken. */
  readonly open: readonly string[];
}

/** Answers what expressions can be, over one set of scopes; remembers names that it has looked up. */
export class Resolver {
  private readonly scopes: Scopes;
  private readonly known = new Map<string, FoundSet>();
  private readonly resolvedNames = new Map<string, Resolution>();
  private readonly knownTexts = new Map<string, Texts>();
  /** All that stands in a branch has the same list. */
  private readonly branches = new WeakMap<readonly Expression[], boolean>();
  private readonly underway = new Set<string>();
  /** How many characters and steps its answers have. */
  private made = 0;

  constructor(scopes: Scopes) {
    this.scopes = scopes;
  }

  /**
   * Every value that `expression` can have at `place`, each with the trail from the use to its literal, and the
   * reason when there may be values that the files do not tell. A collection gives its items' values.
   */
  resolve(expression: Expression, place: Place): Resolution {
    switch (expression.type) {
      case 'literal':
        return resolvedLiteral(expression, place.path);
      case 'variable':
        return expression.fallback
          ? this.resolveAnew(expression, place)
          : this.resolveName(expression, place);
      default:
        return this.resolveAnew(expression, place);
    }
  }

  /** The values alone, for an expression of which nobody asks where they come from. */
  texts(expression: Expression, place: Place): Texts {
    const key = textsKey(expression, place);
    if (key === undefined) return textsOf(this.resolve(expression, place));
    const known = this.knownTexts.get(key) ?? textsOf(this.resolve(expression, place));
    this.knownTexts.set(key, known);
    return known;
  }

  /** Do the files tell that the branches are taken which something stands in? `conditions` has one for each. */
  isTaken(conditions: readonly Expression[], place: Place): boolean {
    const known = this.branches.get(conditions);
    if (known !== undefined) return known;
    const isTaken = conditions.every(each => this.resolve(each, place).values.some(value => !value.isOpen));
    this.branches.set(conditions, isTaken);
    return isTaken;
  }

  /** What a name means does not depend on who uses it: sixty resources of one provider ask the same. */
  private resolveName(expression: Expression & { type: 'variable' }, place: Place): Resolution {
    const key = nameKey(place.scope, expression.name);
    const known = this.resolvedNames.get(key);
    if (known) return known;
    const resolution = this.resolveAnew(expression, place);
    this.resolvedNames.set(key, resolution);
    return resolution;
  }

  private resolveAnew(expression: Expression, place: Place): Resolution {
    const set = this.evaluate(expression, place, 0);
    if (this.made > MAX_MADE) return { values: [], unknown: 'too-many-values' };
    const all = uniqueValues(flatten(set.values, []));
    const values = all.filter(({ value }) => value.length <= MAX_LENGTH);
    for (const { value, trail } of values) this.made += value.length + trail.length;
    const unknown = set.unknown ?? (values.length < all.length ? 'too-many-values' : undefined);
    return unknown === undefined ? { values } : { values, unknown };
  }

  private evaluate(expression: Expression, place: Place, depth: number): ValueSet {
    if (depth > MAX_DEPTH) return unknownSet('unsupported-expression');
    const inner = (part: Expression): ValueSet => this.evaluate(part, place, depth + 1);
    switch (expression.type) {
      case 'literal':
        return literal(expression.value, { path: place.path, span: expression.span });
      case 'template':
        return concatenate(expression.parts.map(inner));
      case 'choice':
        return expression.conditions
          ? chosenBy(expression.conditions, expression.options, inner)
          : unionOf(expression.options.map(inner));
      case 'collection':
        return {
          values: [
            {
              kind: 'collection',
              items: expression.items.map(item => evaluatedItem(item, inner)),
              trail: [],
            },
          ],
        };
      case 'member':
        return memberOf(inner(expression.object), inner(expression.key));
      case 'call':
        return (
          pureFunction(expression.name)?.(expression.arguments.map(inner)) ??
          unknownSet('unsupported-function')
        );
      case 'variable': {
        const found = this.lookUp(place.scope, expression.name, depth);
        const otherwise = expression.fallback && !found?.isCertain ? inner(expression.fallback) : undefined;
        if (found && otherwise) return unionOf([found, otherwise]);
        return found ?? otherwise ?? unknownSet('not-defined');
      }
      case 'unknown':
        return unknownSet(expression.reason);
    }
  }

  /** The values of a name; `undefined` when nothing defines it. */
  private lookUp(scope: string, name: string, depth: number): FoundSet | undefined {
    const key = nameKey(scope, name);
    const known = this.known.get(key);
    if (known) return known;
    if (this.underway.has(key)) return { ...unknownSet('cycle'), isCertain: true };
    const candidates = candidatesOf(this.scopes, scope, name);
    if (candidates.length === 0) return undefined;
    this.underway.add(key);
    const sets = candidates.slice(0, MAX_VALUES).map(candidate => this.follow(candidate, depth));
    const values = unionOf(candidates.some(candidate => candidate.isPassedOn) ? withoutSilent(sets) : sets);
    const set = { ...values, isCertain: candidates.some(candidate => !candidate.isAlternative) };
    this.underway.delete(key);
    this.known.set(key, set);
    return set;
  }

  private follow(candidate: Candidate, depth: number): ValueSet {
    const set = this.evaluate(candidate.expression, candidate, depth + 1);
    // What is only handed down has no name on the way.
    if (candidate.name === '') return set;
    const step: TrailStep = { name: candidate.name, path: candidate.path, span: candidate.expression.span };
    const mark = candidate.isDefault ? ({ isDefault: true } as const) : undefined;
    return {
      ...set,
      values: set.values.map(value => ({ ...value, trail: [step, ...value.trail], ...mark })),
    };
  }
}

/**
 * Where a name may be passed on from several places, those that say nothing of it do not make it unknown, and neither
 * does a declaration that leaves the value to them.
 */
function withoutSilent(sets: readonly ValueSet[]): readonly ValueSet[] {
  const speaking = sets.filter(
    ({ values, unknown }) =>
      values.length > 0 || (unknown !== 'not-defined' && unknown !== 'set-at-run-time'),
  );
  return speaking.some(({ values }) => values.length > 0) ? speaking : sets;
}

/** Of names that mean the same, wherever they and their fallbacks stand; `undefined` for any other expression. */
function textsKey(expression: Expression, { scope }: Place): string | undefined {
  if (expression.type !== 'variable') return undefined;
  const { name, fallback } = expression;
  if (!fallback) return nameKey(scope, name);
  return fallback.type === 'literal' ? `${nameKey(scope, name)}\n${fallback.value}` : undefined;
}

function textsOf({ values }: Resolution): Texts {
  const open = values.filter(each => each.isOpen);
  return { texts: values.map(each => each.value), open: open.map(each => each.value) };
}

function nameKey(scope: string, name: string): string {
  return `${scope}\n${name}`;
}

/** Most expressions are literals: they need no set. */
function resolvedLiteral({ value, span }: Expression & { type: 'literal' }, path: string): Resolution {
  return value === UNKNOWN_PART ? NO_VALUES : { values: [{ value, trail: [], origin: { path, span } }] };
}

const NO_VALUES: Resolution = { values: [] };

/** What a name was found to be, and whether it is that in any case. */
interface FoundSet extends ValueSet {
  readonly isCertain: boolean;
}

/** Deeper expressions than any person writes. */
const MAX_DEPTH = 100;

/** Of all answers about files that were read together: more than there are in any that people write. */
const MAX_MADE = 100_000_000;

type Item = (Expression & { type: 'collection' })['items'][number];

function evaluatedItem(item: Item, evaluate: (part: Expression) => ValueSet) {
  const values = evaluate(item.value);
  return item.key === undefined ? { values } : { key: item.key, values };
}

function literal(text: string, origin: NonNullable<ResolvedValue['origin']>): ValueSet {
  return { values: [{ kind: 'text', text, trail: [], origin }] };
}

function flatten(values: readonly Value[], trail: readonly TrailStep[], isInOpen = false): ResolvedValue[] {
  return values.flatMap(value => {
    const fullTrail = [...trail, ...value.trail];
    if (value.kind === 'collection')
      return value.items.flatMap(item => flatten(item.values.values, fullTrail, isInOpen || value.isOpen));
    const { text, origin, isOpen = isInOpen } = value;
    return [{ value: text, trail: fullTrail, ...(origin && { origin }), ...(isOpen && { isOpen: true }) }];
  });
}

/** Drops repeats of the same text with the same trail, and texts of which nothing is known. */
function uniqueValues(values: readonly ResolvedValue[]): ResolvedValue[] {
  const seen = new Set<string>();
  const unique: ResolvedValue[] = [];
  for (const value of values) {
    const key = `${value.value}\n${value.trail.map(step => `${step.path}:${step.span.start}`).join()}`;
    if (value.value === UNKNOWN_PART || seen.has(key)) continue;
    seen.add(key);
    unique.push(value);
    if (unique.length >= MAX_VALUES) break;
  }
  return unique;
}
