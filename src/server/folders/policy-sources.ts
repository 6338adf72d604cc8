import { URI } from 'vscode-uri';
import { bundledNames, WORKSPACE_RULESET } from '../../engine/index.ts';
import { dirname } from '../../text/path.ts';
import type { RulesetFile, ServerHost, WorkspaceRuleset } from '../host/host.ts';
import type { FolderRoot } from './folder-root.ts';
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
export async function policySources(places: PolicyPlaces): Promise<PolicySource[]> {
  const pathPrefix = rulesetPrefix(places);
  const configured = await Promise.all(
    places.rulesets.map(async name => ({ ...(await configuredSource(name, places)), pathPrefix })),
  );
  const own = places.trusted && places.root.kind === 'folder' ? await ownRuleset(places) : undefined;
  return own ? [...configured, { ...own, rank: 'repository' }] : configured;
}

/** What leads from where globs of the user's rulesets start to the folder, or to that of a document alone. */
export function rulesetPrefix({ root, host }: Pick<PolicyPlaces, 'root' | 'host'>): string {
  if (root.kind === 'folder') return host.repositoryPrefix(root.uri);
  const document = URI.parse(root.uri);
  return host.repositoryPrefix(document.with({ path: dirname(document.path) }).toString());
}

async function configuredSource(name: string, { root, host, openText }: PolicyPlaces): Promise<PolicySource> {
  const isBundled = name.startsWith('vendor-diligence:') || bundledNames().includes(name);
  if (isBundled) return { bundled: name };
  if (/^(https|npm):/i.test(name)) return { reference: name };
  return asOpen(await host.readRuleset(name, root.uri), openText);
}

/** The file on disk, or the one that there would be if the open document were saved. */
async function ownRuleset({ root, host, openText }: PolicyPlaces): Promise<WorkspaceRuleset | undefined> {
  const found = await host.findWorkspaceRuleset(root.uri);
  if (found) return asOpen(found, openText);
  const uri = root.toUri(WORKSPACE_RULESET);
  const text = openText(uri);
  if (text === undefined) return undefined;
  return { name: WORKSPACE_RULESET, uri, content: { ok: true, text }, pathPrefix: '' };
}

function asOpen<File extends RulesetFile>(file: File, openText: PolicyPlaces['openText']): File {
  const text = openText(file.uri);
  return text === undefined ? file : { ...file, content: { ok: true, text } };
}
