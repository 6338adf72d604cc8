import type { CompletionItem, Hover, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Folders } from '../folders.ts';
import type { Services } from '../services.ts';
import { completionsAt } from './completion.ts';
import { readRulesetDocument } from './documents.ts';
import { rulesetHover } from './hover.ts';
import { locationAt } from './location.ts';
import { wordSourcesFor } from './word-sources.ts';

/** What the answers about an open ruleset are made from. */
export interface RulesetEditing {
  readonly services: Services;
  readonly folders: Folders;
}

export async function completeRuleset(
  document: TextDocument,
  position: Position,
  { services, folders }: RulesetEditing,
): Promise<CompletionItem[]> {
  const ruleset = readRulesetDocument(document, folders);
  const { source, root } = ruleset;
  const location = locationAt(source.text, source.lines.offsetAt(position));
  if (!location) return [];
  const sources = await wordSourcesFor(ruleset, location.path, services);
  return completionsAt(location, source, root, sources, services.features.snippets);
}

export async function hoverRuleset(
  document: TextDocument,
  position: Position,
  { services, folders }: RulesetEditing,
): Promise<Hover | null> {
  const ruleset = readRulesetDocument(document, folders);
  const { source } = ruleset;
  const location = locationAt(source.text, source.lines.offsetAt(position));
  if (!location) return null;
  return rulesetHover(location, source, await wordSourcesFor(ruleset, location.path, services));
}
