import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { splitExpressions } from '../../parsers/embedded.ts';
import { type IniEntry, PYTHON_INI, parseIni } from '../../parsers/ini.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { iniComments } from '../shared/comments/ini-blocks.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { isRegionName } from '../shared/settings/setting-names.ts';
import { stringReferences } from '../shared/strings.ts';
import { toolProvider } from '../shared/tools/tool-provider.ts';

/** Providers, endpoints and regions of a storage client's settings. */
export const extractStorageClients: Extract = source => {
  const document = parseIni(source, PYTHON_INI);
  const scope = folderModule('storage-clients', source.path);
  return {
    references: document.entries.flatMap(entry => entryReferences(entry, scope)),
    definitions: [],
    calls: [],
    comments: iniComments(source.text, document),
    problems: document.problems,
  };
};

function entryReferences({ section, key, value }: IniEntry, scope: string): Reference[] {
  if (!value || SECRET.test(key)) return [];
  const where = { scope, structuralPath: [section, key] };
  const name = { type: 'literal', value: value.text, span: value.span } as const;
  if (key === 'provider') return toolProvider('rclone', withoutVariables(value), where);
  if (isRegionName(key) || key === 'location_constraint')
    return [{ kind: 'region', value: name, span: value.span, ...where }];
  return stringReferences(splitExpressions(value, FIELD), where);
}

/** `%(bucket)s` */
const FIELD = /%\((\w{1,50})\)s/g;

const SECRET = /key|pass|secret|token|client_id/i;
