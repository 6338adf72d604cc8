import { bundledNames, loadRulesets, type RulesetSource, WORKSPACE_RULESET } from '../engine/index.ts';
import type { Problem } from '../model/problem.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Audience } from '../model/vocabulary.ts';
import type { Targets } from '../node/targets.ts';
import { readTextFile } from '../node/text-file.ts';
import { findWorkspaceRuleset } from '../node/workspace-ruleset.ts';
import { placeAt } from '../report/place.ts';
import { makeSource } from '../text/source.ts';
import type { Environment } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * The policy that a command line asks for: the rulesets it names, then the one that the repository has.
 * @throws UsageError naming every mistake, because a scan under half a policy would look clean.
 */
export async function loadPolicy(
  names: readonly string[],
  audience: readonly Audience[],
  targets: Targets,
  { workingFolder }: Environment,
): Promise<Ruleset> {
  const sources = [...names.map(name => namedSource(name, workingFolder)), ...workspaceSource(targets)];
  const { ruleset, problems } = await loadRulesets(sources, audience);
  if (problems.length > 0) throw new UsageError(...problems.map(problem => problemLine(problem, sources)));
  return ruleset;
}

function namedSource(name: string, workingFolder: string): RulesetSource {
  if (bundledNames().includes(name)) return { bundled: name };
  if (/^(https?|npm|vendor-diligence):/.test(name)) {
    const choices = bundledNames().join(', ');
    throw new UsageError(
      `vendor-diligence: the ruleset "${name}" cannot be loaded: give a file, or one of ${choices}.`,
    );
  }
  const file = readTextFile(workingFolder, name);
  if (file.ok) return { name, text: file.text };
  throw new UsageError(`vendor-diligence: the ruleset "${name}" cannot be read: ${file.reason}.`);
}

function workspaceSource({ root, pathPrefix }: Targets): RulesetSource[] {
  const found = findWorkspaceRuleset(root, WORKSPACE_RULESET);
  if (!found) return [];
  const name = pathPrefix + found.path;
  if (found.text !== undefined) return [{ name, text: found.text }];
  throw new UsageError(
    `vendor-diligence: the repository's ruleset "${name}" cannot be read; it must be a file.`,
  );
}

function problemLine({ path, span, message }: Problem, sources: readonly RulesetSource[]): string {
  const source = sources.find(each => 'name' in each && each.name === path);
  if (path === undefined || !source || !('text' in source)) return `vendor-diligence: ${message}`;
  const { line, column } = placeAt(makeSource(path, source.text), span?.start ?? 0);
  return `${path}:${line}:${column} ${message}`;
}
