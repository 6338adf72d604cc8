import type { Extract } from '../../model/format.ts';
import { interpolate } from '../../parsers/variable.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { readSettingsTree } from '../shared/settings/settings-file.ts';
import { PROSE_SETTINGS, settingsReferences } from '../shared/settings/settings-tree.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Hosts and regions of a file of settings. */
export const extractConfigFile: Extract = source => {
  const { roots, comments, problems } = readSettingsTree(source);
  const reading = {
    scope: folderModule('config-files', source.path),
    textOf: (text: Parameters<typeof interpolate>[0]) => interpolate(text, '\\$'),
    ignored: PROSE_SETTINGS,
  };
  return {
    references: uniqueReferences(roots.flatMap(root => settingsReferences(root, reading))),
    definitions: [],
    calls: [],
    comments,
    // A template is none of these languages before it is filled in.
    problems: TEMPLATE.test(source.text) ? problems.filter(({ code }) => code !== 'syntax-error') : problems,
  };
};

const TEMPLATE = /\{\{|\{%|<%/;
