import type { Problem } from '../model/problem.ts';
import { type DataIssue, readData } from '../model/read-data.ts';
import { type RulesetFile, RulesetSchema } from '../model/ruleset.ts';
import { phrase } from '../words/phrase.ts';

/** A ruleset's text and where it came from. */
export interface RulesetInput {
  /** What messages and traces call it: a path, or `vendor-diligence:baseline`. */
  readonly name: string;
  readonly text: string;
}

/** Reads one ruleset file; `undefined` and its problems when it is not valid. */
export function readRuleset({ name, text }: RulesetInput): { ruleset?: RulesetFile; problems: Problem[] } {
  const result = readData(RulesetSchema, name, text);
  if (!result.ok) return { problems: result.issues.map(asProblem) };
  const repeated = repeatedRuleIds(result.value);
  if (repeated.length > 0) {
    return {
      problems: repeated.map(id => ({
        code: 'ruleset-invalid',
        path: name,
        message: phrase('policy.twice', { rule: id }),
      })),
    };
  }
  return { ruleset: result.value, problems: [] };
}

function asProblem({ path, span, message }: DataIssue): Problem {
  return { code: 'ruleset-invalid', path, span, message };
}

function repeatedRuleIds({ rules = [] }: RulesetFile): string[] {
  const ids = rules.map(rule => rule.id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
