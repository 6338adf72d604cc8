import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { type RulesetPorts, type RulesetSource, WORKSPACE_RULESET } from '../../engine/index.ts';
import { parseDataTree } from '../../model/data-tree.ts';
import { RULESET_ENDING, RULESET_LANGUAGE } from '../../protocol/languages.ts';
import { makeSource, type Source } from '../../text/source.ts';
import type { Folders } from '../folders/folders.ts';
import { locationOf } from '../host/uri-in.ts';
import type { Services } from '../services.ts';

/** A ruleset that is open in the editor. */
export interface RulesetDocument {
  readonly uri: string;
  readonly source: Source;
  /** The tree of the text as far as it can be read. */
  readonly root: Node | undefined;
  /** What relative names in it start from: the absolute path of a file, else the URI; nothing before it was saved. */
  readonly location: string | undefined;
}

/** Whether the document is a ruleset, by its language or its name. */
export function isRulesetDocument({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
  return languageId === RULESET_LANGUAGE || URI.parse(uri).path.endsWith(RULESET_ENDING);
}

export function readRulesetDocument(
  document: TextDocument,
  folders: Pick<Folders, 'nameOf'>,
): RulesetDocument {
  const { uri } = document;
  const text = document.getText();
  return {
    uri,
    source: makeSource(folders.nameOf(uri), text),
    root: parseDataTree(text),
    location: locationOf(uri),
  };
}

/** The ruleset as a source that reaches no more than a repository's may: its text comes from one. */
export function asSource(
  { source, location }: Pick<RulesetDocument, 'source' | 'location'>,
  text = source.text,
): RulesetSource & { readonly name: string; readonly text: string } {
  return { name: source.path, text, rank: 'repository', ...(location === undefined ? {} : { location }) };
}

/** Reads files, and nothing from the network. */
export function offlinePorts({ host }: Pick<Services, 'host'>): RulesetPorts {
  const { files } = host.rulesetPorts;
  return files ? { files, clock: host.clock } : { clock: host.clock };
}

/** Whether the document is the ruleset that a repository has for one of the workspace's folders. */
export async function isInForce(
  uri: string,
  folders: Pick<Folders, 'all'>,
  { host }: Pick<Services, 'host'>,
): Promise<boolean> {
  const found = await Promise.all(
    folders.all.map(async ({ root }) => {
      const file = await host.findWorkspaceRuleset(root.uri);
      return file?.uri ?? root.toUri(WORKSPACE_RULESET);
    }),
  );
  return found.includes(uri);
}
