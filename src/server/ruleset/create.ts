import { bundledNames, initialRuleset, loadCatalog, WORKSPACE_RULESET } from '../../engine/index.ts';
import type {
  NewRuleset,
  NewRulesetParams,
  RulesetChoice,
  RulesetQuestions,
} from '../../protocol/rulesets.ts';
import type { Folders } from '../folders/folders.ts';
import type { Services } from '../services.ts';
import { type Word, type WordSources, wordsOf } from './words.ts';

/** The questions of `vendor-diligence ruleset init`, in the reader's language. */
export async function rulesetQuestions({ language }: Pick<Services, 'language'>): Promise<RulesetQuestions> {
  const catalog = await loadCatalog();
  const bundled = bundledNames().map(name => name.replace('vendor-diligence:', ''));
  const sources: WordSources = { catalog, language, bundled, rules: [], vendors: [] };
  return {
    bases: wordsOf('bundled', sources).map(choice(['baseline'])),
    vendors: wordsOf('vendor', sources).map(choice(['aws', 'azure', 'google-cloud'])),
    suppressions: wordsOf('suppressions', sources).map(choice(['require-reason'])),
  };
}

/** What is usual comes first where one is chosen. */
function choice(usual: readonly string[]) {
  return ({ id, title }: Word): RulesetChoice => ({ id, title, isUsual: usual.includes(id) });
}

/** A first ruleset for a folder; `null` when there is no such folder. Nothing is written. */
export async function newRuleset(
  { folder, ...choices }: NewRulesetParams,
  folders: Pick<Folders, 'all'>,
  { host }: Pick<Services, 'host'>,
): Promise<NewRuleset | null> {
  const root = folders.all.find(each => each.root.uri === folder)?.root;
  if (!root) return null;
  const found = await host.findWorkspaceRuleset(root.uri);
  return found ? { uri: found.uri } : { uri: root.toUri(WORKSPACE_RULESET), text: initialRuleset(choices) };
}
