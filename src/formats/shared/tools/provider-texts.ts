import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';
import type { TreeNode } from '../../../parsers/tree.ts';
import { embeddedYaml } from '../../../parsers/yaml/embedded.ts';
import { inside, itemSegment, type TreePath } from '../tree-path.ts';
import { type SetProvider, setProviders } from './provider-settings.ts';

/** The clouds that a tool's file of settings names, where another file holds it as a text. */
export function textProviders(text: PlacedText): SetProvider[] {
  if (!text.text.includes('\n')) return [];
  return [
    ...vaultProviders(text),
    ...(SETTING.test(text.text) ? embeddedYaml(text).flatMap(document => treeProviders(document)) : []),
  ];
}

/** Keys that can name a cloud, so that few texts are read as YAML. */
const SETTING = /^[ \t-]*(?:type|provider|object_store|accesskeyid):/m;

function treeProviders(node: TreeNode, path?: TreePath): SetProvider[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list')
    return node.items.flatMap((item, index) => treeProviders(item, inside(path, itemSegment(item, index))));
  return [
    ...setProviders(node, path),
    ...node.entries.flatMap(({ key, value }) => (value ? treeProviders(value, inside(path, key)) : [])),
  ];
}

/** Vault's settings in HCL (https://developer.hashicorp.com/vault/docs/configuration). */
function vaultProviders(text: PlacedText): SetProvider[] {
  return [...text.text.matchAll(VAULT_BLOCK)].map(({ 0: block, 1: key = '', 2: name = '', index }) => {
    const start = index + block.lastIndexOf(name);
    return { tool: 'vault', name: slicePlaced(text, start, start + name.length), key };
  });
}

const VAULT_BLOCK = /^[ \t]*(seal|storage|ha_storage)[ \t]+"([\w-]+)"[ \t]*\{/gm;
