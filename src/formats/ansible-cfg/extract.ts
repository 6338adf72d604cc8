import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type IniEntry, PYTHON_INI, parseIni } from '../../parsers/ini.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { iniComments } from '../shared/comments/ini-blocks.ts';
import { ansibleModule } from '../shared/modules/ansible-module.ts';
import { addressHosts } from '../shared/registries/registry-setting.ts';

/** The servers that collections and roles come from, and the plug-ins that find hosts. */
export const extractAnsibleCfg: Extract = source => {
  const document = parseIni(source, PYTHON_INI);
  const scope = ansibleModule(source.path);
  return {
    references: document.entries.flatMap(entry => settingReferences(entry, scope)),
    definitions: [],
    calls: [],
    comments: iniComments(source.text, document),
    problems: document.problems,
  };
};

function settingReferences({ section, key, value }: IniEntry, scope: string): Reference[] {
  if (!value) return [];
  const where = { scope, structuralPath: [section, key] };
  if (!PLUGIN_SETTINGS.has(key)) return addressHosts(value, where);
  return [...value.text.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    const { span } = slicePlaced(value, index, index + name.length);
    return { kind: 'plugin', value: { type: 'literal', value: name, span }, span, ...where };
  });
}

const PLUGIN_SETTINGS = new Set(['enable_plugins', 'callbacks_enabled', 'callback_whitelist']);
