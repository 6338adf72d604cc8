import type { Extract } from '../../model/format.ts';
import { toolSettings } from '../package-json/settings.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { readSettingsTree } from '../shared/settings/settings-file.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Mirrors and addresses in what else is the manifest's section `build`. */
export const extractElectronBuilder: Extract = source => {
  const { roots, comments, problems } = readSettingsTree(source);
  const scope = npmModule(source.path);
  return {
    references: uniqueReferences(roots.flatMap(root => toolSettings(root, scope))),
    definitions: [],
    calls: [],
    comments,
    problems,
  };
};
