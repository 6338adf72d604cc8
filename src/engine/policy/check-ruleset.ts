import { loadCatalog } from '../../catalog/index.ts';
import type { Problem } from '../../model/problem.ts';
import { placeInData } from '../../model/read-data.ts';
import type { Rank } from '../../model/ruleset.ts';
import { type Mistake, mistakesIn, rulesWithoutNegativeTest } from '../../ruleset/check.ts';
import { phrase } from '../../words/phrase.ts';
import type { Clock } from '../ports.ts';
import { type LoadedRulesets, loadRulesets, type RulesetPorts, type RulesetTextSource } from './rulesets.ts';

/** What is wrong in a ruleset; `path` is the source's name where the source itself is meant. */
export interface RulesetRemark extends Problem {
  readonly level: 'error' | 'warning' | 'information';
  /** It is about a name that nothing has. */
  readonly isUnknown?: true;
  /** It is about a rule without a test that finds nothing. */
  readonly isUntested?: true;
}

/** A ruleset with all that it stands on, and what is wrong with it. */
export interface CheckedRuleset extends LoadedRulesets {
  readonly remarks: readonly RulesetRemark[];
}

/** Reads a ruleset and checks syntax, schema and meaning. Never rejects. */
export async function checkRuleset(
  source: RulesetTextSource & { readonly rank?: Rank },
  clock: Clock,
  ports: RulesetPorts = {},
): Promise<CheckedRuleset> {
  const loaded = await loadRulesets([source], [], ports);
  const { ruleset, layers, problems } = loaded;
  const errors = problems.map((problem): RulesetRemark => ({ ...problem, level: 'error' }));
  const file = layers.find(layer => layer.name === source.name)?.file;
  if (!file) return { ...loaded, remarks: errors };
  const facts = await loadCatalog(ruleset.vendors);
  const remark = ({ location, message, ...mistake }: Mistake): RulesetRemark => {
    const span = placeInData(source.text, [...location]);
    return {
      code: 'ruleset-invalid',
      path: source.path ?? source.name,
      span,
      message,
      ...mistake,
    };
  };
  const layer = source.name;
  const mistakes = mistakesIn(file, { facts, rules: ruleset.rules, today: clock.today(), layer });
  const untested = rulesWithoutNegativeTest(file).map(rule => ({
    ...remark({
      location: ['rules', (file.rules ?? []).indexOf(rule), 'id'],
      level: 'warning',
      message: phrase('policy.untested', { rule: rule.id }),
    }),
    isUntested: true as const,
  }));
  return {
    ...loaded,
    remarks: [...errors, ...mistakes.map(remark), ...untested].sort(
      (a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0),
    ),
  };
}
