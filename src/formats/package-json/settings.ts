import type { Reference } from '../../model/extraction.ts';
import type { TreeEntry, TreeMap, TreeNode } from '../../parsers/tree.ts';
import { ecosystemOfSetting } from '../shared/registries/npm-settings.ts';
import { hostReferences, isInUrl, mirrorReferences } from '../shared/url-references.ts';

/**
 * Registries and other addresses in the manifest's settings: `publishConfig`, `config`, `proxy`, `binary`, and the
 * sections that build tools keep in it.
 */
export function settingReferences(manifest: TreeMap, scope: string): Reference[] {
  return manifest.entries
    .filter(entry => !NO_SETTINGS.has(entry.key) && !entry.key.startsWith('_'))
    .flatMap(entry => referencesIn(entry.value, entry.key, [entry.key], scope));
}

/** The settings of a tool that has a file of its own for them. */
export function toolSettings(root: TreeNode, scope: string): Reference[] {
  return root.kind === 'map' ? root.entries.flatMap(entry => referencesInEntry(entry, [], scope)) : [];
}

function referencesIn(
  node: TreeNode | undefined,
  key: string,
  structuralPath: readonly string[],
  scope: string,
): Reference[] {
  if (!node) return [];
  const where = { scope, structuralPath };
  if (node.kind === 'list') return node.items.flatMap(item => referencesIn(item, key, structuralPath, scope));
  if (node.kind === 'map')
    return node.entries.flatMap(entry => referencesInEntry(entry, structuralPath, scope));
  if (node.type !== 'string') return [];
  const ecosystem = ecosystemAt(structuralPath, key);
  if (ecosystem !== undefined) return mirrorReferences(node, ecosystem, where);
  // Settings hold many words with dots that are no hosts: application ids, file names, patterns.
  return hostReferences(node, where, mention => isInUrl(node.text, mention) || key === 'proxy');
}

/** electron-builder has a section for where Electron comes from; the other names say all themselves. */
function ecosystemAt(structuralPath: readonly string[], key: string): string | undefined {
  if (key === 'mirror' && structuralPath.at(-2) === 'electronDownload') return 'npm-binaries';
  return ecosystemOfSetting(key);
}

function referencesInEntry(entry: TreeEntry, path: readonly string[], scope: string): Reference[] {
  return PROSE.has(entry.key) ? [] : referencesIn(entry.value, entry.key, [...path, entry.key], scope);
}

/** Read elsewhere, or descriptions of the package for people and registries. */
const NO_SETTINGS = new Set([
  ...['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'],
  ...['bundleDependencies', 'bundledDependencies', 'overrides', 'resolutions', 'pnpm', 'scripts'],
  ...['peerDependenciesMeta', 'dependenciesMeta', 'engines', 'packageManager', 'browserslist', 'dist'],
  ...['name', 'version', 'description', 'keywords', 'homepage', 'bugs', 'license', 'licenses', 'author'],
  ...['contributors', 'maintainers', 'funding', 'repository', 'repositories', 'files', 'man', 'readme'],
  ...['badges', 'galleryBanner', 'sponsor', 'qna', 'support', 'icon', 'exports', 'imports', 'main', 'types'],
]);

/** Members of settings that are written for readers. */
const PROSE = new Set([
  ...['$schema', 'description', 'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions'],
  ...['title', 'homepage', 'documentation', 'deprecationMessage', 'markdownDeprecationMessage', 'license'],
]);
