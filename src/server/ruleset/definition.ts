import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { Location } from 'vscode-languageserver';
import { bundledNames, bundledText } from '../../engine/index.ts';
import { parseDataTree } from '../../model/data-tree.ts';
import { bundledDocumentUri, vendorDocumentUri } from '../../protocol/virtual-documents.ts';
import { makeSource, type Source } from '../../text/source.ts';
import { rangeOf, START_OF_FILE } from '../documents/ranges.ts';
import { locationUri } from '../host/uri-in.ts';
import type { Services } from '../services.ts';
import type { RulesetDocument } from './documents.ts';
import type { RulesetLocation } from './location.ts';
import type { WordSources } from './words.ts';

/** Where a definition is. */
interface Target {
  readonly uri: string;
  /** The text, when there is something in it to point at. */
  readonly source?: Source;
  readonly node?: Node;
}

/**
 * The file or bundled ruleset that `extends` names, the facts about a vendor, or the rule of an exception or a test.
 * @param virtual the client can show documents that only the server knows
 */
export async function rulesetDefinition(
  location: RulesetLocation,
  document: RulesetDocument,
  words: WordSources,
  { host, virtual }: Pick<Services, 'host'> & { readonly virtual: boolean },
): Promise<Location[]> {
  const target = await targetOf(location, document, words, host);
  if (!target || (target.uri.startsWith('vendor-diligence:') && !virtual)) return [];
  const { uri, source, node } = target;
  const range =
    source && node ? rangeOf(source, { start: node.offset, end: node.offset + node.length }) : START_OF_FILE;
  return [{ uri, range }];
}

async function targetOf(
  location: RulesetLocation,
  document: RulesetDocument,
  words: WordSources,
  host: Services['host'],
): Promise<Target | undefined> {
  if (location.at === 'name') return undefined;
  const { text } = location;
  const list = location.at === 'key' ? location.words : location.field.words;
  switch (list) {
    case 'bundled':
      return extendedTarget(text, document, host);
    case 'vendor':
      return vendorTarget(text, words);
    case 'rule':
      return ruleTarget(text, document, words);
    case 'match':
      return ruleTarget(text, document, words) ?? vendorTarget(text, words);
    default:
      return undefined;
  }
}

async function extendedTarget(
  reference: string,
  { location }: RulesetDocument,
  { rulesetPorts: { files } }: Services['host'],
): Promise<Target | undefined> {
  if (bundledNames().includes(reference)) return { uri: bundledDocumentUri(reference) };
  // What an address holds is opened by the editor's own link.
  if (/^https?:/i.test(reference)) return undefined;
  const base = { location, confined: true };
  const isPackage = reference.startsWith('npm:');
  const answer = isPackage
    ? await files?.readPackage(reference.slice('npm:'.length), base)
    : await files?.readFile(reference, base);
  return answer?.ok ? { uri: locationUri(answer.location) } : undefined;
}

function vendorTarget(id: string, { catalog }: WordSources): Target | undefined {
  return catalog.vendor(id) && { uri: vendorDocumentUri(id) };
}

function ruleTarget(id: string, document: RulesetDocument, { rules }: WordSources): Target | undefined {
  const own = ruleNode(document.root, id);
  if (own) return { uri: document.uri, source: document.source, node: own };
  const layer = rules.find(rule => rule.id === id)?.layer;
  const text = layer === undefined ? undefined : bundledText(layer);
  if (layer === undefined || text === undefined) return undefined;
  const uri = bundledDocumentUri(layer);
  const node = ruleNode(parseDataTree(text), id);
  return { uri, source: makeSource(uri, text), ...(node ? { node } : {}) };
}

/** The name of a rule where the ruleset defines it. */
function ruleNode(root: Node | undefined, id: string): Node | undefined {
  const rules = root && findNodeAtLocation(root, ['rules']);
  const names = (rules?.children ?? []).map(rule => findNodeAtLocation(rule, ['id']));
  return names.find(name => name?.value === id);
}
