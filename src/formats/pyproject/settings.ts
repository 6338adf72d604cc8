import type { Reference } from '../../model/extraction.ts';
import type { TreeNode } from '../../parsers/tree.ts';
import { ecosystemOfVariable } from '../shared/registries/mirror-variables.ts';
import { registrySetting } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { hostReferences, isInUrl } from '../shared/url-references.ts';
import { inside } from './dependencies.ts';

/** Addresses anywhere in a tool's settings; a variable of the environment that redirects downloads is a mirror. */
export function settingReferences(node: TreeNode | undefined, key: string, where: Where): Reference[] {
  if (!node || PROSE.has(key)) return [];
  if (node.kind === 'list') return node.items.flatMap(item => settingReferences(item, key, where));
  if (node.kind === 'map') {
    return node.entries.flatMap(entry => settingReferences(entry.value, entry.key, inside(where, entry.key)));
  }
  if (node.type !== 'string') return [];
  const ecosystem = ecosystemOfVariable(key);
  if (ecosystem !== undefined) return registrySetting(node, ecosystem, where);
  // Settings hold many words with dots that are no hosts: modules, file names, patterns.
  return hostReferences(node, where, mention => isInUrl(node.text, mention));
}

/** Written for readers. */
const PROSE = new Set([
  ...['urls', 'homepage', 'repository', 'documentation', 'description', 'authors', 'maintainers', 'name'],
  ...['license', 'readme', 'classifiers', 'keywords', 'help', 'issue_format', 'title_format', 'template'],
]);
