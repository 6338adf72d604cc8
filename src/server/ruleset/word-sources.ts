import { findNodeAtLocation, getNodeValue, type JSONPath, type Node } from 'jsonc-parser';
import { bundledNames, loadCatalog, loadRulesets } from '../../engine/index.ts';
import type { Services } from '../services.ts';
import { asSource, offlinePorts, type RulesetDocument } from './documents.ts';
import type { WordSources } from './words.ts';

/** What the words at a place are taken from: the catalog, and the rules that the ruleset has and stands on. */
export async function wordSourcesFor(
  document: RulesetDocument,
  path: JSONPath,
  services: Pick<Services, 'host' | 'language'>,
): Promise<WordSources> {
  const { root, source } = document;
  return {
    catalog: await loadCatalog(),
    language: services.language,
    bundled: bundledNames(),
    rules: [...ownRules(root, source.path), ...(await inheritedRules(document, services))],
    vendors: vendorsAt(root, path),
  };
}

/** The document is rarely valid while somebody types in it: its own rules are read from the tree. */
function ownRules(root: Node | undefined, layer: string): WordSources['rules'] {
  const rules = valueAt(root, ['rules']);
  return (Array.isArray(rules) ? rules : []).flatMap(rule => {
    const id = member(rule, 'id');
    const description = member(rule, 'description');
    if (typeof id !== 'string') return [];
    return [{ id, layer, ...(typeof description === 'string' ? { description } : {}) }];
  });
}

async function inheritedRules(
  document: RulesetDocument,
  services: Pick<Services, 'host'>,
): Promise<WordSources['rules']> {
  const bases = valueAt(document.root, ['extends']);
  const text = JSON.stringify(Array.isArray(bases) ? { extends: bases.filter(isText) } : {});
  const { ruleset } = await loadRulesets([asSource(document, text)], [], offlinePorts(services));
  return ruleset.rules;
}

/** The vendors that a list of regions is about: its own name in `approved.regions`, the rule's vendors elsewhere. */
function vendorsAt(root: Node | undefined, path: JSONPath): string[] {
  const [first, second, third] = path;
  if (first === 'approved') return second === 'regions' && isText(third) ? [third] : [];
  const vendors = valueAt(root, [...path.slice(0, 3), 'vendors']);
  return Array.isArray(vendors) ? vendors.filter(isText) : [];
}

function valueAt(root: Node | undefined, path: JSONPath): unknown {
  const node = root && findNodeAtLocation(root, path);
  return node ? getNodeValue(node) : undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
