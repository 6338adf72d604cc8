import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { requirementReferences } from '../shared/packages/requirement.ts';
import { itemsOf, stringOf } from '../shared/tree-access.ts';

/** The requirements of an integration; its other names are of Home Assistant, and its links are for people. */
export const extractHomeAssistant: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('home-assistant', source.path);
  const references = ['requirements', 'test_requirements'].flatMap(key =>
    itemsOf(childOf(root, key)).flatMap(item => {
      const requirement = stringOf(item);
      return requirement ? requirementReferences(requirement, { scope, structuralPath: [key] }) : [];
    }),
  );
  return { references, definitions: [], calls: [], comments: [], problems };
};
