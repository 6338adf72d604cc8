import { loadRulesets, type RulesetPorts, type RulesetSource } from '../../engine/index.ts';
import type { Problem } from '../../model/problem.ts';
import type { Rank, Ruleset } from '../../model/ruleset.ts';
import type { Audience } from '../../model/vocabulary.ts';
import { phrase } from '../../words/phrase.ts';
import type { RulesetFile } from '../host/host.ts';

/** A ruleset that should be in force; `pathPrefix` as in `RulesetSource`. */
export type PolicySource = { readonly pathPrefix?: string } & (
  | { readonly bundled: string }
  /** An address or an npm package, as a setting names it. */
  | { readonly reference: string }
  | (RulesetFile & { readonly rank?: Rank })
);

/** The policy in force, and what is wrong with the sources that it should come from; `path` is a source's name. */
export interface LoadedPolicy {
  readonly ruleset: Ruleset;
  readonly problems: readonly Problem[];
}

/**
 * Loads rulesets and remembers the last good text of each file: one that has become invalid or unreadable never means
 * less protection than before.
 */
export class Policy {
  private readonly lastGood = new Map<string, string>();

  /** @param sources the most general first. */
  async load(
    sources: readonly PolicySource[],
    audience: readonly Audience[],
    ports: RulesetPorts,
  ): Promise<LoadedPolicy> {
    const current = await loadRulesets(sources.flatMap(withText), audience, ports);
    const problems = [...sources.flatMap(unreadable), ...current.problems];
    // What is old all the same is what was last good of another file.
    const broken = current.problems.filter(({ code }) => code !== 'ruleset-stale');
    const invalid = new Set(broken.map(problem => problem.path));
    for (const source of sources) {
      if (!('name' in source) || invalid.has(source.name)) continue;
      if (source.content.ok) this.lastGood.set(source.name, source.content.text);
    }
    const isBroken = (source: PolicySource) =>
      'name' in source && (!source.content.ok || invalid.has(source.name));
    // What else can be wrong has fallen back on its last good copy already.
    if (!sources.some(isBroken)) return { ruleset: current.ruleset, problems };
    const lastGood = sources.flatMap(source => this.lastGoodOf(source));
    const { ruleset } = await loadRulesets(lastGood, audience, ports);
    return { ruleset, problems };
  }

  private lastGoodOf(source: PolicySource): RulesetSource[] {
    if (!('name' in source)) return [source];
    const text = this.lastGood.get(source.name);
    return text === undefined ? withText(source) : withText({ ...source, content: { ok: true, text } });
  }
}

function withText(source: PolicySource): RulesetSource[] {
  if (!('name' in source)) return [source];
  const { name, content, location, rank = 'organisation', pathPrefix = '' } = source;
  return content.ok
    ? [{ name, text: content.text, rank, pathPrefix, ...(location === undefined ? {} : { location }) }]
    : [];
}

function unreadable(source: PolicySource): Problem[] {
  if (!('name' in source) || source.content.ok) return [];
  const { name, content } = source;
  const message = phrase('policy.not-readable', { ruleset: name, reason: content.reason });
  return [{ code: 'ruleset-unavailable', path: name, message }];
}
