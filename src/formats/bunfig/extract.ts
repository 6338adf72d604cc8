import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import type { TreeEntry, TreeNode } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { npmSettingReferences } from '../shared/registries/npm-yaml-settings.ts';
import { registrySetting } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, stringAt, stringOf } from '../shared/tree-access.ts';

/** Registries in Bun's settings, and addresses in the others. Secrets are never read. */
export const extractBunfig: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const scope = npmModule(source.path);
  const references = root.entries.flatMap(({ key, value }) =>
    key === 'install'
      ? entriesOf(value).flatMap(entry => installSetting(entry, scope))
      : npmSettingReferences(value, key, { scope, structuralPath: [key] }),
  );
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], comments, problems };
};

/** https://bun.sh/docs/runtime/bunfig#package-manager */
function installSetting({ key, value }: TreeEntry, scope: string): Reference[] {
  const path = ['install', key];
  if (key === 'registry') return registry(value, { scope, structuralPath: path });
  if (key !== 'scopes') return npmSettingReferences(value, key, { scope, structuralPath: path });
  return entriesOf(value).flatMap(named =>
    registry(named.value, { scope, structuralPath: [...path, named.key] }),
  );
}

/** An address, or a table with one and what to say there. */
function registry(value: TreeNode | undefined, where: Where): Reference[] {
  const address = stringOf(value) ?? stringAt(value, 'url');
  return address ? registrySetting(address, 'npm', where) : [];
}
