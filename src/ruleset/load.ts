import type { Problem } from '../model/problem.ts';
import { type DataIssue, placeInData, readData } from '../model/read-data.ts';
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
  const problems = repeatedRules(result.value).map(
    ({ id, index }): Problem => ({
      code: 'ruleset-invalid',
      path: name,
      span: placeInData(text, ['rules', index, 'id']),
      message: phrase('policy.twice', { rule: id }),
    }),
  );
  if (problems.length > 0) return { problems };
  return { ruleset: result.value, problems: [] };
}

function asProblem({ path, span, message }: DataIssue): Problem {
  return { code: 'ruleset-invalid', path, span, message };
}

/** Rules whose id an earlier one has. */
function repeatedRules({ rules = [] }: RulesetFile): { readonly id: string; readonly index: number }[] {
  const known = new Set<string>();
  return rules.flatMap(({ id }, index) => {
    const isRepeated = known.has(id);
    known.add(id);
    return isRepeated ? [{ id, index }] : [];
  });
}
