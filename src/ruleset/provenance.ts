import type { EffectiveRule, Ruleset, RulesetFile } from '../model/ruleset.ts';
import type { Layer } from './merge.ts';

/** One value of the policy in force, and the layer that it comes from. */
export interface PolicyValue {
  /** `audience`, `approved.vendors`, `rules.flagged-vendor`, … */
  readonly name: string;
  readonly value: string;
  readonly layer: string;
}

/**
 * Every value of the policy in force in the order of the schema, with the name of the layer that it comes from.
 * @param layers what was merged, the most general first
 */
export function policyValues(ruleset: Ruleset, layers: readonly Layer[]): PolicyValue[] {
  const origins = new Origins(layers);
  const { preset, suppressions } = ruleset;
  return [
    ...ruleset.audience.map(value => ({
      name: 'audience',
      value,
      layer: origins.first(file => file.audience?.includes(value)),
    })),
    { name: 'preset', value: preset, layer: origins.last(file => file.preset === preset) },
    ...approvedValues(ruleset.approved, origins),
    ...ruleset.rules.map(ruleValue),
    ...replacementValues(ruleset, origins),
    {
      name: 'suppressions',
      value: suppressions,
      layer: origins.last(file => file.suppressions === suppressions),
    },
    ...exceptionValues(ruleset, origins),
    ...(ruleset.vendors ?? []).map(({ id, name }) => ({
      name: `vendors.${id}`,
      value: name,
      layer: origins.first(file => file.vendors?.some(vendor => vendor.id === id)),
    })),
  ];
}

type Has = (file: RulesetFile) => boolean | undefined;

/** Answers which layer has something. */
class Origins {
  private readonly layers: readonly Layer[];

  constructor(layers: readonly Layer[]) {
    this.layers = layers;
  }

  /** Of lists that are joined, the most general layer that has an entry; none: a face added it. */
  first(has: Has): string {
    return this.layers.find(({ file }) => has(file))?.name ?? 'command line or settings';
  }

  /** Of single values, the most particular layer that has it. */
  last(has: Has): string {
    return this.layers.findLast(({ file }) => has(file))?.name ?? 'default';
  }
}

function approvedValues(approved: Ruleset['approved'], origins: Origins): PolicyValue[] {
  const list = (name: 'vendors' | 'sources') =>
    approved[name].map(value => ({
      name: `approved.${name}`,
      value,
      layer: origins.first(file => file.approved?.[name]?.includes(value)),
    }));
  const record = (name: 'regions' | 'registries') =>
    Object.entries<string | readonly string[]>(approved[name]).map(([key, value]) => ({
      name: `approved.${name}.${key}`,
      value: typeof value === 'string' ? value : value.join(', '),
      layer: origins.last(file => Object.hasOwn(file.approved?.[name] ?? {}, key)),
    }));
  const prefer = {
    name: 'approved.prefer',
    value: approved.prefer.join(', '),
    layer: origins.last(file => file.approved?.prefer !== undefined),
  };
  return [
    ...list('vendors'),
    ...record('regions'),
    ...record('registries'),
    ...list('sources'),
    ...(approved.prefer.length > 0 ? [prefer] : []),
  ];
}

function ruleValue({ id, when, severity, atLeast, locked, layer }: EffectiveRule): PolicyValue {
  const words = [
    severity,
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(locked ? ['locked'] : []),
    `when ${Object.entries(when).map(conditionText).join('; ')}`,
  ];
  return { name: `rules.${id}`, value: words.join(' '), layer };
}

/** `jurisdictions CN, RU`: the words of the ruleset, without the marks of its syntax. */
function conditionText([name, condition]: [name: string, condition: unknown]): string {
  return `${name} ${textOf(condition)}`;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value).map(conditionText).join(', ');
}

function replacementValues({ replacements }: Ruleset, origins: Origins): PolicyValue[] {
  return replacements.map(({ from, to }) => ({
    name: 'replacements',
    value: `${from} → ${to}`,
    layer: origins.first(file => file.replacements?.some(each => each.from === from && each.to === to)),
  }));
}

function exceptionValues({ exceptions }: Ruleset, origins: Origins): PolicyValue[] {
  return exceptions.map(({ match, paths, reason, expires, approvedBy }) => ({
    name: `exceptions.${match}`,
    value: `${paths.join(', ')} until ${expires}, approved by ${approvedBy}`,
    layer: origins.first(file =>
      file.exceptions?.some(each => each.match === match && each.reason === reason),
    ),
  }));
}
