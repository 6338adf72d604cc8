import type { Extract } from '../../model/format.ts';
import { PYTHON_INI, parseIni } from '../../parsers/ini.ts';
import { iniComments } from '../shared/comments/ini-blocks.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import { registrySetting } from '../shared/registries/registry-setting.ts';

/** The repositories that packages are published to. User names and passwords are never read. */
export const extractPypirc: Extract = source => {
  const document = parseIni(source, PYTHON_INI);
  const scope = pythonModule(source.path);
  return {
    references: document.entries.flatMap(({ section, key, value }) =>
      key.toLowerCase() === 'repository' && value
        ? registrySetting(value, 'pypi', { scope, structuralPath: [section, key] })
        : [],
    ),
    definitions: [],
    calls: [],
    comments: iniComments(source.text, document),
    problems: document.problems,
  };
};
