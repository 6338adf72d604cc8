import { loadAnchors } from '../../catalog/anchors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Refusal, Ruleset } from '../../model/ruleset.ts';
import type { Audience } from '../../model/vocabulary.ts';
import { BUNDLED } from '../../ruleset/generated/bundled.ts';
import { type Layer, mergeLayers } from '../../ruleset/merge.ts';
import { tightenOnly } from '../../ruleset/tighten.ts';
import { DEFAULT_RULESET, LayerCollector, type RulesetPorts, type RulesetSource } from './ruleset-layers.ts';

export type { RulesetPorts, RulesetSource, RulesetTextSource } from './ruleset-layers.ts';

/** The name of the ruleset file that a repository may have in its root. */
export const WORKSPACE_RULESET = '.vendor-diligence.jsonc';

/** The policy in force. */
export interface LoadedRulesets {
  readonly ruleset: Ruleset;
  /** What could not be used. A `ruleset-stale` one is in force as its last good copy. */
  readonly problems: readonly Problem[];
  /** What was merged, the most general first. */
  readonly layers: readonly Layer[];
  /** The texts that places in problems, refusals and exceptions are about, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The policy in force, from the most general source to the most particular. A ruleset that cannot be used gives
 * problems and is left out: the others, at least the bundled baseline, stay in force. What the sources of the rank
 * `repository` say cannot weaken what those of the rank `organisation` lock, if there are any.
 */
export async function loadRulesets(
  sources: readonly RulesetSource[],
  audience: readonly Audience[] = [],
  ports: RulesetPorts = {},
): Promise<LoadedRulesets> {
  const collector = new LayerCollector(ports);
  const isOwn = (source: RulesetSource) => source.rank === 'repository';
  const above = sources.filter(source => !isOwn(source));
  for (const source of above) await collector.add(source);
  const { layers, problems, texts } = collector;
  // An organisation whose ruleset cannot be used is not as if there were none.
  if (above.length > 0 && layers.length === 0) await collector.add({ bundled: DEFAULT_RULESET });
  for (const source of sources.filter(isOwn)) await collector.add(source);
  if (layers.length === 0) await collector.add({ bundled: DEFAULT_RULESET });
  const { ruleset, merged } = await merge(layers, audience);
  const isComplete = problems.every(problem => problem.code === 'ruleset-invalid');
  return { ruleset: isComplete ? ruleset : await atLeastBaseline(ruleset), problems, layers: merged, texts };
}

/** The names that `extends` and `--ruleset` accept for rulesets that come with the product. */
export function bundledNames(): readonly string[] {
  return Object.keys(BUNDLED);
}

/** The text of a ruleset that comes with the product; `undefined` when there is none of that name. */
export function bundledText(name: string): string | undefined {
  return Object.hasOwn(BUNDLED, name) ? `${JSON.stringify(BUNDLED[name], undefined, 2)}\n` : undefined;
}

async function merge(
  layers: readonly Layer[],
  audience: readonly Audience[],
): Promise<{ ruleset: Ruleset; merged: readonly Layer[] }> {
  const own = layers.filter(layer => layer.rank === 'repository');
  const above = layers.filter(layer => layer.rank === 'organisation');
  if (own.length === 0 || above.length === 0)
    return { ruleset: mergeLayers(layers, audience), merged: layers };
  const organisation = mergeLayers(above, audience);
  const { jurisdictions } = await loadAnchors();
  const tightened = own.map(layer => tightenOnly(layer, organisation, vendor => jurisdictions.get(vendor)));
  const refusals: Refusal[] = tightened.flatMap(each => each.refusals);
  const merged = [...above, ...tightened.map(each => each.layer)];
  const ruleset: Ruleset = {
    ...mergeLayers(merged, audience),
    floors: [{ ruleset: organisation, lockedOnly: true }],
    ...(refusals.length > 0 ? { refusals } : {}),
  };
  return { ruleset, merged };
}

/** Failing closed when a layer is missing or old: whichever is stricter of what is known to be good and what comes with the product. */
async function atLeastBaseline(ruleset: Ruleset): Promise<Ruleset> {
  const { ruleset: baseline } = await loadRulesets([{ bundled: DEFAULT_RULESET }], ruleset.audience);
  return {
    ...ruleset,
    suppressions: ruleset.suppressions === 'allow' ? baseline.suppressions : ruleset.suppressions,
    floors: [...(ruleset.floors ?? []), { ruleset: baseline, lockedOnly: false }],
  };
}
