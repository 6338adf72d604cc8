import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { extractSettings, type PlainSettings } from '../shared/settings/plain-settings.ts';
import { placeInside, type SettingPlace } from '../shared/settings/template-reader.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';

/** The environment with its region, what is deployed to it, and what builds that. */
export const extractCloudbase: Extract = source =>
  extractSettings(readJsonOrYaml(source, SUPPRESSION_MARKER), (root, settings) => {
    const scope = folderModule('cloudbase', source.path);
    const provider = { type: 'literal', value: `tool-provider/${ENVIRONMENT}`, span: root.span } as const;
    for (const { key, value } of entriesOf(root)) {
      if (!value || OTHERS.has(key)) continue;
      if (key === 'envId')
        readEnvironment(value, settings, placeInside({ scope, provider }, key), stringAt(root, 'region'));
      else if (key === 'framework') readFramework(value, settings, placeInside({ scope }, key));
      else settings.readSetting(key, value, { scope, provider });
    }
  });

/** Who is meant is said by the setting, not by its value. */
const ENVIRONMENT = 'cloudbase:envid';

/** What says nothing of where something runs. */
const OTHERS: ReadonlySet<string> = new Set(['$schema', 'version']);

function readEnvironment(
  value: TreeNode,
  { reader }: PlainSettings,
  place: SettingPlace,
  region: TreeScalar | undefined,
): void {
  if (value.kind !== 'scalar' || value.text === '') return;
  const more = region && { region: { type: 'literal', value: region.text, span: region.span } as const };
  reader.addName('tool-provider', { text: ENVIRONMENT, span: value.span }, place, more);
}

/** https://docs.cloudbase.net/en/framework/config */
function readFramework(framework: TreeNode, settings: PlainSettings, outer: SettingPlace): void {
  for (const { key, value } of entriesOf(framework)) {
    if (!value) continue;
    const place = placeInside(outer, key);
    if (key !== 'plugins') settings.readValue(value, place);
    else
      for (const plugin of entriesOf(value))
        readPlugin(plugin.value, settings, placeInside(place, plugin.key));
  }
}

function readPlugin(plugin: TreeNode | undefined, settings: PlainSettings, place: SettingPlace): void {
  const name = stringAt(plugin, 'use');
  // A version can stand behind the name.
  if (name) settings.reader.addName('plugin', { ...name, text: name.text.replace(/(?<=.)@.*$/s, '') }, place);
  const inputs = childOf(plugin, 'inputs');
  if (inputs) settings.readValue(inputs, placeInside(place, 'inputs'));
}
