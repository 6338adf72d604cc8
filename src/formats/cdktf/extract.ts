import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { ReferenceKind } from '../../model/vocabulary.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { extractSettings, type PlainSettings } from '../shared/settings/plain-settings.ts';
import { placeInside, type SettingPlace } from '../shared/settings/template-reader.ts';
import { entriesOf, itemsOf, stringAt, stringOf } from '../shared/tree-access.ts';

/** The providers and modules that a project makes bindings of. */
export const extractCdktf: Extract = source =>
  extractSettings(readJsonOrYaml(source, SUPPRESSION_MARKER), (root, settings) => {
    const place = { scope: folderModule('cdktf', source.path) };
    for (const { key, value } of entriesOf(root)) {
      if (!value) continue;
      if (key === 'terraformProviders') readSources('provider', value, placeInside(place, key), settings);
      else if (key === 'terraformModules') readSources('module', value, placeInside(place, key), settings);
      else if (key === 'context') settings.readValue(value, placeInside(place, key));
      else if (key === 'app') settings.readSetting('command', value, placeInside(place, key));
    }
  });

/** `aliyun/alicloud@~> 1.200`, or `{ name, source, version }`. */
function readSources(
  kind: ReferenceKind,
  list: TreeNode,
  place: SettingPlace,
  settings: PlainSettings,
): void {
  for (const item of itemsOf(list)) {
    const written = stringOf(item) ?? stringAt(item, 'source') ?? stringOf(childOf(item, 'name'));
    if (!written) continue;
    const at = written.text.indexOf('@', 1);
    const isVersion = at > 0 && !written.text.includes('://') && !written.text.includes(':', at);
    const name = isVersion ? slicePlaced(written, 0, at) : written;
    settings.reader.addName(kind, name, placeInside(place, name.text));
  }
}
