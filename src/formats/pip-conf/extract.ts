import type { Extract } from '../../model/format.ts';
import { PYTHON_INI, parseIni } from '../../parsers/ini.ts';
import { iniComments } from '../shared/comments/ini-blocks.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import { pipSettingReferences, wordsOf } from '../shared/registries/python-settings.ts';

/** Indexes, link lists, proxies and trusted hosts of pip's settings. */
export const extractPipConf: Extract = source => {
  const document = parseIni(source, PYTHON_INI);
  const scope = pythonModule(source.path);
  return {
    references: document.entries.flatMap(({ section, key, value }) =>
      value ? pipSettingReferences(key, wordsOf(value), { scope, structuralPath: [section, key] }) : [],
    ),
    definitions: [],
    calls: [],
    comments: iniComments(source.text, document),
    problems: document.problems,
  };
};
