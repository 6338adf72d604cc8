import { bundledNames, WORKSPACE_RULESET } from '../engine/index.ts';
import type { FolderRoot } from './folder-root.ts';
import type { RulesetFile, ServerHost } from './host.ts';
import type { PolicySource } from './policy.ts';

/** What a folder's rulesets are read from. */
export interface PolicyPlaces {
  readonly root: FolderRoot;
  readonly host: ServerHost;
  /** As the user's settings name them. */
  readonly rulesets: readonly string[];
  /** Whether the repository's own ruleset file counts. */
  readonly trusted: boolean;
  /** The text of a document that is open in the editor: it counts before it is saved. */
  readonly openText: (uri: string) => string | undefined;
}

/** The rulesets that should be in force in a folder, the most general first: the user's, then the repository's own. */
export function policySources({ root, host, rulesets, trusted, openText }: PolicyPlaces): PolicySource[] {
  const files = rulesets.map(name =>
    isBundled(name) ? { bundled: name } : host.readRuleset(name, root.uri),
  );
  const own = trusted ? (host.findWorkspaceRuleset(root.uri) ?? unsavedRuleset(root)) : undefined;
  return [...files, ...(own ? [own] : [])].flatMap(source =>
    'bundled' in source ? [source] : currentText(source, openText),
  );
}

function isBundled(name: string): boolean {
  return name.startsWith('vendor-diligence:') || bundledNames().includes(name);
}

/** The file that a folder would have if it were saved. */
function unsavedRuleset(root: FolderRoot): RulesetFile {
  const uri = root.toUri(WORKSPACE_RULESET);
  return { name: WORKSPACE_RULESET, uri, content: { ok: false, reason: MISSING } };
}

const MISSING = 'there is no such file';

function currentText(file: RulesetFile, openText: PolicyPlaces['openText']): RulesetFile[] {
  const text = openText(file.uri);
  if (text !== undefined) return [{ ...file, content: { ok: true, text } }];
  const isAbsent = !file.content.ok && file.content.reason === MISSING;
  return isAbsent ? [] : [file];
}
