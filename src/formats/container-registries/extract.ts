import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import type { TreeNode } from '../../parsers/tree.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { readSettingsTree } from '../shared/settings/settings-file.ts';
import { settingsReferences } from '../shared/settings/settings-tree.ts';
import { mirrorsIn, type Where } from '../shared/strings.ts';
import { stringsOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Mirrors and registries of a container engine, in JSON, TOML or YAML. */
export const extractContainerRegistries: Extract = source => {
  const scope = folderModule('container-registries', source.path);
  const { roots, comments, problems } = readSettingsTree(source);
  // A template of such a file is no such file yet.
  const isTemplate = /\{\{|\{%/.test(source.text);
  const references = roots.flatMap(root =>
    settingsReferences(root, { scope, read, ignored: /^(?:bip|dns|labels|hosts|auths?)$/ }),
  );
  return {
    references: uniqueReferences(references),
    definitions: [],
    calls: [],
    comments,
    problems: isTemplate ? [] : problems,
  };
};

function read(key: string, value: TreeNode, where: Where): Reference[] | undefined {
  if (IMAGES.has(key))
    return stringsOf(value).flatMap(image =>
      imageReferences(withoutVariables(image), where, unknownVariable),
    );
  const isByAddress = key === 'host' || key === 'configs';
  return MIRRORS.has(key) && (value.kind !== 'map' || isByAddress) ? addresses(value, where) : undefined;
}

/** One, several, or the keys of a map: `[host."https://mirror.example.com"]`. */
function addresses(value: TreeNode, where: Where): Reference[] {
  if (value.kind === 'map') {
    return value.entries.flatMap(({ key, keySpan }) =>
      mirrorsIn(withoutVariables({ text: key, span: keySpan }), 'docker', where),
    );
  }
  return stringsOf(value).flatMap(address => mirrorsIn(withoutVariables(address), 'docker', where));
}

const IMAGES = new Set(['sandbox_image', 'sandbox', 'image', 'pause_image']);
const MIRRORS = new Set([
  'registry-mirrors',
  'insecure-registries',
  'endpoint',
  'endpoints',
  'server',
  'location',
  'mirrors',
  'unqualified-search-registries',
  'registries',
  'host',
  'configs',
]);
