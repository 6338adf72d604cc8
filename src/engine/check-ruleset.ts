import { loadCatalog } from '../catalog/index.ts';
import type { Problem } from '../model/problem.ts';
import { placeInData } from '../model/read-data.ts';
import { mistakesIn, rulesWithoutNegativeTest } from '../ruleset/check.ts';
import type { Clock } from './ports.ts';
import { type LoadedRulesets, loadRulesets, type RulesetPorts, type RulesetTextSource } from './rulesets.ts';

/** What is wrong in a ruleset; `path` is the source's name where the source itself is meant. */
export interface RulesetRemark extends Problem {
  readonly level: 'error' | 'warning';
}

/** A ruleset with all that it stands on, and what is wrong with it. */
export interface CheckedRuleset extends LoadedRulesets {
  readonly remarks: readonly RulesetRemark[];
}

/** Reads a ruleset and checks syntax, schema and meaning. Never rejects. */
export async function checkRuleset(
  source: RulesetTextSource,
  clock: Clock,
  ports: RulesetPorts = {},
): Promise<CheckedRuleset> {
  const loaded = await loadRulesets([source], [], ports);
  const { ruleset, layers, problems } = loaded;
  const errors = problems.map((problem): RulesetRemark => ({ ...problem, level: 'error' }));
  const file = layers.find(layer => layer.name === source.name)?.file;
  if (!file) return { ...loaded, remarks: errors };
  const facts = await loadCatalog(ruleset.vendors);
  const ruleIds = new Set(ruleset.rules.map(rule => rule.id));
  const remark = (location: readonly (string | number)[], level: 'error' | 'warning', message: string) => {
    const span = placeInData(source.text, [...location]);
    return { code: 'ruleset-invalid' as const, path: source.path ?? source.name, span, level, message };
  };
  const mistakes = mistakesIn(file, { facts, ruleIds, today: clock.today() });
  const untested = rulesWithoutNegativeTest(file).map(rule =>
    remark(
      ['rules', (file.rules ?? []).indexOf(rule), 'id'],
      'warning',
      `rule "${rule.id}" has no test that finds nothing: add one to "tests", so that it flags no more than it should`,
    ),
  );
  return {
    ...loaded,
    remarks: [
      ...errors,
      ...mistakes.map(({ location, level, message }) => remark(location, level, message)),
      ...untested,
    ].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)),
  };
}
