import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeEntry } from '../../parsers/tree.ts';
import { basename } from '../../text/path.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { extractSettings, type PlainSettings } from '../shared/settings/plain-settings.ts';
import { placeInside, type SettingPlace } from '../shared/settings/template-reader.ts';
import { entriesOf } from '../shared/tree-access.ts';

/** What a project's context and its lookups say of regions, zones, images and hosts. */
export const extractCdk: Extract = source =>
  extractSettings(readJsonOrYaml(source, SUPPRESSION_MARKER), (root, settings) => {
    const place = { scope: folderModule('cdk', source.path) };
    const isContext = basename(source.path) === 'cdk.context.json';
    for (const entry of entriesOf(isContext ? root : childOf(root, 'context')))
      readContext(entry, place, settings);
    if (isContext) return;
    for (const { key, value } of entriesOf(root))
      if (value && COMMANDS.has(key)) settings.readSetting('command', value, placeInside(place, key));
  });

const COMMANDS = new Set(['app', 'build']);

/** A lookup is remembered as `availability-zones:account=123456789012:region=eu-west-1`. */
function readContext({ key, keySpan, value }: TreeEntry, outer: SettingPlace, settings: PlainSettings): void {
  const provider = { type: 'literal', value: 'plugin/cdk', span: keySpan } as const;
  const place = { ...placeInside(outer, key), provider };
  const region = /:region=([a-z0-9-]+)/.exec(key);
  if (region?.[1]) {
    const end = region.index + region[0].length;
    const name = slicePlaced({ text: key, span: keySpan }, end - region[1].length, end);
    settings.reader.addName('region', name, place);
  }
  // Switches of the library's own features.
  if (!value || key.startsWith('@')) return;
  if (key.startsWith('availability-zones:')) settings.readRegion(value, place);
  else settings.readSetting(key.includes(':') ? 'lookup' : key, value, { ...outer, provider });
}
