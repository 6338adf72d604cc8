import { loadRulesets, type RulesetSource } from '../engine/index.ts';
import type { Problem } from '../model/problem.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Audience } from '../model/vocabulary.ts';
import type { RulesetFile } from './host.ts';

/** A ruleset that should be in force. */
export type PolicySource = { readonly bundled: string } | RulesetFile;

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
  async load(sources: readonly PolicySource[], audience: readonly Audience[]): Promise<LoadedPolicy> {
    const current = await loadRulesets(sources.flatMap(withText), audience);
    const problems = [...sources.flatMap(unreadable), ...current.problems];
    const invalid = new Set(current.problems.map(problem => problem.path));
    for (const source of sources) {
      if ('bundled' in source || invalid.has(source.name)) continue;
      if (source.content.ok) this.lastGood.set(source.name, source.content.text);
    }
    if (problems.length === 0) return current;
    const lastGood = sources.flatMap(source => this.lastGoodOf(source));
    const { ruleset } = await loadRulesets(lastGood, audience);
    return { ruleset, problems };
  }

  private lastGoodOf(source: PolicySource): RulesetSource[] {
    if ('bundled' in source) return [source];
    const text = this.lastGood.get(source.name);
    return text === undefined ? withText(source) : [{ name: source.name, text }];
  }
}

function withText(source: PolicySource): RulesetSource[] {
  if ('bundled' in source) return [source];
  return source.content.ok ? [{ name: source.name, text: source.content.text }] : [];
}

function unreadable(source: PolicySource): Problem[] {
  if ('bundled' in source || source.content.ok) return [];
  const { name, content } = source;
  const message = `The ruleset "${name}" cannot be read: ${content.reason}.`;
  return [{ code: 'ruleset-unavailable', path: name, message }];
}
