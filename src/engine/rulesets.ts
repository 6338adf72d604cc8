import type { Problem } from '../model/problem.ts';
import type { Ruleset, RulesetFile } from '../model/ruleset.ts';
import type { Audience } from '../model/vocabulary.ts';
import { BUNDLED } from '../ruleset/generated/bundled.ts';
import { type Layer, mergeLayers } from '../ruleset/merge.ts';

/** The ruleset that is in force when nobody gives one. */
const DEFAULT_RULESET = 'vendor-diligence:baseline';

/** The name of the ruleset file that a repository may have in its root. */
export const WORKSPACE_RULESET = '.vendor-diligence.jsonc';

/** A ruleset as a face hands it over: the name of a bundled one, or a file's text. */
export type RulesetSource =
  | { readonly bundled: string }
  /** `name` is what messages and traces call it, usually the path. */
  | { readonly name: string; readonly text: string };

/**
 * The policy in force, from the most general source to the most particular. A ruleset that cannot be used gives
 * problems and is left out: the others, at least the bundled baseline, stay in force.
 */
export async function loadRulesets(
  sources: readonly RulesetSource[],
  audience: readonly Audience[] = [],
): Promise<{ ruleset: Ruleset; problems: Problem[] }> {
  const layers: Layer[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const read = await readSource(source);
    problems.push(...read.problems);
    if (!read.layer) continue;
    const { name, file } = read.layer;
    // The first ruleset stands on the baseline unless it says what it stands on.
    const bases = file.extends ?? (layers.length === 0 && name !== DEFAULT_RULESET ? [DEFAULT_RULESET] : []);
    for (const base of bases) {
      if (bundledLayer(base)) layers.push(...bundledLayers(base));
      else problems.push(unknownBase(name, base));
    }
    layers.push(read.layer);
  }
  if (layers.length === 0) layers.push(...bundledLayers(DEFAULT_RULESET));
  return { ruleset: mergeLayers(withoutRepetition(layers), audience), problems };
}

/** What two rulesets stand on stands below both, once. */
function withoutRepetition(layers: readonly Layer[]): Layer[] {
  return [...new Map(layers.map(layer => [layer.name, layer])).values()];
}

/** The names that `extends` and `--ruleset` accept for rulesets that come with the product. */
export function bundledNames(): readonly string[] {
  return Object.keys(BUNDLED);
}

async function readSource(source: RulesetSource): Promise<{ layer?: Layer; problems: readonly Problem[] }> {
  if ('bundled' in source) {
    const layer = bundledLayer(source.bundled);
    return layer ? { layer, problems: [] } : { problems: [unknownRuleset(source.bundled)] };
  }
  // The validator is loaded only when there is something to validate.
  const { readRuleset } = await import('../ruleset/load.ts');
  const { ruleset, problems } = readRuleset(source);
  return ruleset ? { layer: { name: source.name, file: ruleset }, problems } : { problems };
}

function bundledLayer(name: string): Layer | undefined {
  const file: RulesetFile | undefined = Object.hasOwn(BUNDLED, name) ? BUNDLED[name] : undefined;
  return file && { name, file };
}

/** A bundled ruleset below which stand those that it extends. The build has checked that they exist and end. */
function bundledLayers(name: string): Layer[] {
  const layer = bundledLayer(name);
  return layer ? [...(layer.file.extends ?? []).flatMap(bundledLayers), layer] : [];
}

function unknownRuleset(name: string): Problem {
  return {
    code: 'ruleset-unavailable',
    message: `There is no bundled ruleset "${name}": use one of ${bundledNames().join(', ')}.`,
  };
}

function unknownBase(name: string, base: string): Problem {
  return {
    code: 'ruleset-unavailable',
    path: name,
    message: `"extends" names "${base}", which cannot be loaded: use one of ${bundledNames().join(', ')}.`,
  };
}
