import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import type { TreeNode } from '../../parsers/tree.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { ecosystemOfSetting } from '../shared/registries/npm-settings.ts';
import { npmSettingReferences } from '../shared/registries/npm-yaml-settings.ts';
import { registrySetting } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { stringsOf } from '../shared/tree-access.ts';

/** Registries in Lerna's settings, at their place and in what it hands to the package manager. */
export const extractLerna: Extract = source => {
  const { root, problems } = parseJson(source);
  const where = { scope: npmModule(source.path), structuralPath: [] };
  return {
    references: root ? settingReferences(root, '', where) : [],
    definitions: [],
    calls: [],
    comments: [],
    problems,
  };
};

function settingReferences(node: TreeNode | undefined, key: string, where: Where): Reference[] {
  if (key === '$schema') return [];
  if (key === 'npmClientArgs') return argumentReferences(stringsOf(node), where);
  if (node?.kind !== 'map') return npmSettingReferences(node, key, where);
  return node.entries.flatMap(entry =>
    settingReferences(entry.value, entry.key, {
      ...where,
      structuralPath: [...where.structuralPath, entry.key],
    }),
  );
}

/** `--registry=address`, or `--registry` and the address behind it. */
function argumentReferences(words: readonly PlacedText[], where: Where): Reference[] {
  return words.flatMap((word, index) => {
    const [option = '', name = '', equals] = /^--([\w@:./-]{1,200})(=)?/.exec(word.text) ?? [];
    const ecosystem = ecosystemOfSetting(name);
    const address =
      equals === undefined ? words[index + 1] : slicePlaced(word, option.length, word.text.length);
    return ecosystem !== undefined && address ? registrySetting(address, ecosystem, where) : [];
  });
}
