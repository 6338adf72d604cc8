import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type IniEntry, PYTHON_INI, parseIni } from '../../parsers/ini.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { iniComments } from '../shared/comments/ini-blocks.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import { requirementReferences } from '../shared/packages/requirement.ts';
import { pipSettingReferences, wordsOf } from '../shared/registries/python-settings.ts';
import { registrySetting } from '../shared/registries/registry-setting.ts';

/** The packages that setuptools asks for, and the indexes of its commands. Descriptive fields are prose. */
export const extractSetupCfg: Extract = source => {
  const document = parseIni(source, PYTHON_INI);
  const scope = pythonModule(source.path);
  return {
    references: document.entries.flatMap(entry => entryReferences(entry, scope)),
    definitions: [],
    calls: [],
    comments: iniComments(source.text, document),
    problems: document.problems,
  };
};

function entryReferences({ section, key, value }: IniEntry, scope: string): Reference[] {
  if (!value) return [];
  const name = key.toLowerCase().replaceAll('-', '_');
  const where = { scope, structuralPath: [section, key] };
  if (REQUIREMENTS.has(`${section}.${name}`) || section === 'options.extras_require') {
    return requirementsIn(value).flatMap(text => requirementReferences(text, where));
  }
  if (section === 'upload' || section === 'register') {
    return name === 'repository' ? registrySetting(value, 'pypi', where) : [];
  }
  return COMMANDS.has(section) ? pipSettingReferences(name, wordsOf(value), where) : [];
}

const REQUIREMENTS = new Set([
  ...[
    'options.install_requires',
    'options.setup_requires',
    'options.tests_require',
    'metadata.requires_dist',
  ],
]);
const COMMANDS = new Set(['easy_install', 'options', 'global', 'install']);

/** One requirement on each line, or several between semicolons, which also stand before markers. */
function requirementsIn(value: PlacedText): PlacedText[] {
  return [...value.text.matchAll(REQUIREMENT)]
    .filter(([text]) => !/^\s*(?:#|$)/.test(text))
    .map(match => slicePlaced(value, match.index, match.index + match[0].length));
}

/** Up to a line's end or a semicolon that no variable of a marker follows. */
const REQUIREMENT =
  /(?:[^\n;]|;(?=[ \t(]*(?:python_|os_name|sys_platform|platform_|implementation_|extra\b|["'])))+/g;
