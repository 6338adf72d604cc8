import type { CompletionItem, DocumentSymbol, Hover, Location, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Folders } from '../folders/folders.ts';
import type { Services } from '../services.ts';
import { completionsAt } from './completion.ts';
import { rulesetDefinition } from './definition.ts';
import { type RulesetDocument, readRulesetDocument } from './documents.ts';
import { rulesetHover } from './hover.ts';
import { locationAt, type RulesetLocation } from './location.ts';
import { rulesetSymbols } from './symbols.ts';
import { wordSourcesFor } from './word-sources.ts';
import type { WordSources } from './words.ts';

/** The answers about an open ruleset; loaded when somebody opens one. */
export const answers = { complete, hover, define, outline };

/** What the answers are made from. */
export interface RulesetEditing {
  readonly services: Services;
  readonly folders: Folders;
  /** The client can show documents that only the server knows. */
  readonly virtual: boolean;
}

async function complete(
  document: TextDocument,
  position: Position,
  editing: RulesetEditing,
): Promise<CompletionItem[]> {
  const at = await placeAt(document, position, editing);
  if (!at) return [];
  const { source, root } = at.ruleset;
  return completionsAt(at.location, source, root, at.words, editing.services.features.snippets);
}

async function hover(
  document: TextDocument,
  position: Position,
  editing: RulesetEditing,
): Promise<Hover | null> {
  const at = await placeAt(document, position, editing);
  return at ? rulesetHover(at.location, at.ruleset.source, at.words) : null;
}

async function define(
  document: TextDocument,
  position: Position,
  editing: RulesetEditing,
): Promise<Location[]> {
  const at = await placeAt(document, position, editing);
  const { services, virtual } = editing;
  return at ? rulesetDefinition(at.location, at.ruleset, at.words, { host: services.host, virtual }) : [];
}

async function outline(document: TextDocument, { folders }: RulesetEditing): Promise<DocumentSymbol[]> {
  const { source, root } = readRulesetDocument(document, folders);
  return rulesetSymbols(source, root);
}

interface PlaceInRuleset {
  readonly ruleset: RulesetDocument;
  readonly location: RulesetLocation;
  readonly words: WordSources;
}

async function placeAt(
  document: TextDocument,
  position: Position,
  { services, folders }: RulesetEditing,
): Promise<PlaceInRuleset | undefined> {
  const ruleset = readRulesetDocument(document, folders);
  const { source } = ruleset;
  const location = locationAt(source.text, source.lines.offsetAt(position));
  return location && { ruleset, location, words: await wordSourcesFor(ruleset, location.path, services) };
}
