import type { EffectiveRule, Rule, Ruleset, RulesetFile } from '../model/ruleset.ts';
import type { Audience } from '../model/vocabulary.ts';

/** One ruleset file and the name that the trace gives it. */
export interface Layer {
  readonly name: string;
  readonly file: RulesetFile;
}

/**
 * Merges layers, the most general first. A later layer replaces rules of the same id in place and adds its own in
 * front; approved lists, audiences and exceptions are joined; single values are the last layer's that has one.
 * A locked rule stays as it is.
 */
export function mergeLayers(layers: readonly Layer[], audience: readonly Audience[] = []): Ruleset {
  const files = layers.map(layer => layer.file);
  const last = files.at(-1);
  const approved = files.map(file => file.approved ?? {});
  return {
    name: last?.name ?? layers.at(-1)?.name ?? 'none',
    ...(last?.version === undefined ? {} : { version: last.version }),
    audience: unique([...files.flatMap(file => file.audience ?? []), ...audience]),
    preset: lastDefined(files.map(file => file.preset)) ?? 'baseline',
    approved: {
      vendors: unique(approved.flatMap(each => each.vendors ?? [])),
      regions: mergeRecords(approved.map(each => each.regions)),
      registries: mergeRecords(approved.map(each => each.registries)),
      sources: unique(approved.flatMap(each => each.sources ?? [])),
      prefer: lastDefined(approved.map(each => each.prefer)) ?? [],
    },
    rules: layers.reduce<readonly EffectiveRule[]>(withLayer, []),
    replacements: [...files].reverse().flatMap(file => file.replacements ?? []),
    suppressions: lastDefined(files.map(file => file.suppressions)) ?? 'require-reason',
    exceptions: files.flatMap(file => file.exceptions ?? []),
  };
}

function withLayer(rules: readonly EffectiveRule[], { name, file }: Layer): readonly EffectiveRule[] {
  const own = (file.rules ?? []).map((rule: Rule) => ({ ...rule, layer: name }));
  const byId = new Map(own.map(rule => [rule.id, rule]));
  const kept = rules.map(rule => (rule.locked ? rule : (byId.get(rule.id) ?? rule)));
  const known = new Set(rules.map(rule => rule.id));
  return [...own.filter(rule => !known.has(rule.id)), ...kept];
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

function lastDefined<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  return values.findLast(value => value !== undefined);
}

/** Later records win key by key; keys come from repositories, so the result has no prototype to reach. */
function mergeRecords<Value>(
  records: readonly (Readonly<Record<string, Value>> | undefined)[],
): Record<string, Value> {
  return Object.fromEntries(records.flatMap(record => Object.entries(record ?? {})));
}
