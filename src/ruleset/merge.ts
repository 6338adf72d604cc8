import type {
  EffectiveException,
  EffectiveRule,
  Rank,
  Rule,
  Ruleset,
  RulesetFile,
} from '../model/ruleset.ts';
import type { Audience } from '../model/vocabulary.ts';
import type { Span } from '../text/span.ts';

/** One ruleset file, and what the trace and messages say of it. */
export interface Layer {
  readonly name: string;
  readonly file: RulesetFile;
  readonly rank: Rank;
  /** What leads to the scanned root from where its globs of paths start; absent where they start at the root. */
  readonly pathPrefix?: string;
  /** Where findings about it stand; absent for a ruleset that comes with the product. */
  readonly origin?: LayerOrigin;
}

/** The file that people can change. */
export interface LayerOrigin {
  /** Relative to the scanned root, or as messages call it. */
  readonly path: string;
  /** Where a value of the file stands. For a layer that another one extends: where it does. */
  readonly spanOf: (location: readonly (string | number)[]) => Span;
}

/**
 * Merges layers, the most general first. A later layer replaces rules of the same id in place and adds its own in
 * front; approved lists, audiences, vendors and exceptions are joined; single values are the last layer's that has one.
 * A locked rule stays as it is.
 */
export function mergeLayers(layers: readonly Layer[], audience: readonly Audience[] = []): Ruleset {
  const files = layers.map(layer => layer.file);
  const last = files.at(-1);
  const approved = files.map(file => file.approved ?? {});
  const repositoryExceptions = lastDefined(files.map(file => file.repositoryExceptions));
  const vendors = files.flatMap(file => file.vendors ?? []);
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
    replacements: [...ofRank(layers, 'organisation'), ...ofRank(layers, 'repository')].flatMap(
      ({ file }) => file.replacements ?? [],
    ),
    suppressions: lastDefined(files.map(file => file.suppressions)) ?? 'require-reason',
    exceptions: layers.flatMap(exceptionsOf),
    ...(repositoryExceptions === undefined ? {} : { repositoryExceptions }),
    ...(vendors.length === 0 ? {} : { vendors }),
  };
}

/** The layers of a rank, the most particular first. */
function ofRank(layers: readonly Layer[], rank: Rank): Layer[] {
  return layers.filter(layer => layer.rank === rank).reverse();
}

function withLayer(rules: readonly EffectiveRule[], layer: Layer): readonly EffectiveRule[] {
  const { name, file } = layer;
  const own = (file.rules ?? []).map((rule: Rule) => ({ ...rule, layer: name, ...globStart(layer) }));
  const byId = new Map(own.map(rule => [rule.id, rule]));
  const kept = rules.map(rule => (rule.locked ? rule : (byId.get(rule.id) ?? rule)));
  const known = new Set(rules.map(rule => rule.id));
  return [...own.filter(rule => !known.has(rule.id)), ...kept];
}

function exceptionsOf(layer: Layer): EffectiveException[] {
  const { file, rank, origin } = layer;
  return (file.exceptions ?? []).map((exception, index) => {
    const place = origin && { path: origin.path, span: origin.spanOf(['exceptions', index]) };
    return { ...exception, rank, ...globStart(layer), ...(place ? { place } : {}) };
  });
}

function globStart({ pathPrefix }: Layer): Pick<Layer, 'pathPrefix'> {
  return pathPrefix === undefined ? {} : { pathPrefix };
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
  return Object.assign(Object.create(null), ...records);
}
