import {
  bundledNames,
  type LoadedRulesets,
  loadRulesets,
  type RulesetPorts,
  type RulesetSource,
  WORKSPACE_RULESET,
} from '../engine/index.ts';
import type { Problem } from '../model/problem.ts';
import type { Audience } from '../model/vocabulary.ts';
import { createFetchRuleset } from '../node/fetch-ruleset.ts';
import { createRulesetCache } from '../node/ruleset-cache.ts';
import { createRulesetFiles } from '../node/ruleset-files.ts';
import { shownPath, type Targets } from '../node/targets.ts';
import { readTextFile } from '../node/text-file.ts';
import { findWorkspaceRuleset, repositoryPrefix } from '../node/workspace-ruleset.ts';
import { placeAt } from '../report/place.ts';
import { makeSource } from '../text/source.ts';
import { phrase, sentences } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { type Complaint, UsageError } from './usage-error.ts';

/** The policy, and whether a scan of the targets covers all that the repository's own ruleset is for. */
export interface CommandPolicy extends LoadedRulesets {
  readonly isWhole: boolean;
}

/**
 * The policy that a command line asks for: the rulesets it names, then the one that the repository has. A last good copy
 * in place of what cannot be had is in the problems.
 * @throws UsageError naming every mistake, because a scan under half a policy would look clean.
 */
export async function loadPolicy(
  names: readonly string[],
  audience: readonly Audience[],
  targets: Targets,
  environment: Environment,
): Promise<CommandPolicy> {
  const own = workspaceSource(targets);
  const pathPrefix = repositoryPrefix(targets.root);
  const named = names.map(name => ({ ...namedSource(name, environment), pathPrefix }));
  const sources = [...named, ...own];
  const loaded = await loadRulesets(sources, audience, rulesetPorts(environment));
  const fatal = loaded.problems.filter(problem => problem.code !== 'ruleset-stale');
  if (fatal.length > 0) throw new UsageError(...fatal.map(problem => complaintOf(problem, loaded, targets)));
  const isWhole = targets.folders.includes('') && !own.some(({ path }) => path?.startsWith('../'));
  return { ...loaded, isWhole };
}

/** What rulesets are read with. Only names from the command line and what they extend reach the network. */
export function rulesetPorts({ workingFolder, variables, clock, fetch }: Environment): RulesetPorts {
  return {
    files: createRulesetFiles(workingFolder),
    fetch: fetch ?? createFetchRuleset(),
    cache: createRulesetCache(variables),
    clock,
  };
}

/** A source of the command line: a bundled ruleset, an address, an npm package or a file. */
function namedSource(name: string, { workingFolder }: Environment): RulesetSource {
  if (bundledNames().includes(name)) return { bundled: name };
  if (/^(https|npm):/i.test(name)) return { reference: name };
  if (/^(http|vendor-diligence):/i.test(name)) {
    const choices = bundledNames().join(', ');
    throw new UsageError(phrase('cli.unknown-ruleset', { name, choices }));
  }
  const file = readTextFile(workingFolder, name);
  if (file.ok) return { name, text: file.text, location: file.location };
  const unreadable = phrase('cli.unreadable', { path: name, reason: file.reason });
  const bundled = `vendor-diligence:${name}`;
  const isBundled = bundledNames().includes(bundled);
  throw new UsageError(
    isBundled ? sentences(unreadable, phrase('explain.meant', { names: bundled })) : unreadable,
  );
}

function workspaceSource(targets: Targets) {
  const found = findWorkspaceRuleset(targets.root, WORKSPACE_RULESET);
  if (!found) return [];
  const { path, text, location, pathPrefix } = found;
  const name = shownPath(targets, path);
  if (text === undefined) throw new UsageError(phrase('cli.ruleset-no-file', { path: name }));
  return [{ name, path, text, location, pathPrefix, rank: 'repository' as const }];
}

function complaintOf(
  { path, span, message }: Problem,
  { texts }: LoadedRulesets,
  targets: Targets,
): Complaint {
  const text = path === undefined ? undefined : texts.get(path);
  if (path === undefined || text === undefined) return message;
  const { line, column } = placeAt(makeSource(path, text), span?.start ?? 0);
  const shown = path === WORKSPACE_RULESET || path.startsWith('../') ? shownPath(targets, path) : path;
  return { place: `${shown}:${line}:${column}`, message };
}
