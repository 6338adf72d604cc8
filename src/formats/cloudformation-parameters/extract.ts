import { type Definition, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { templateModule } from '../cloudformation/module.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { extractSettings } from '../shared/settings/plain-settings.ts';
import { placeInside } from '../shared/settings/template-reader.ts';
import { itemsOf, stringAt } from '../shared/tree-access.ts';

/** `[{ "ParameterKey": "Zone", "ParameterValue": "…" }]`, also inside of an object. */
export const extractCloudformationParameters: Extract = source => {
  const scope = templateModule(source.path);
  const definitions: Definition[] = [];
  const extraction = extractSettings(readJsonOrYaml(source, SUPPRESSION_MARKER), (root, settings) => {
    for (const { name, value } of parametersIn(root)) {
      definitions.push({
        scope,
        name: name.text,
        value: { type: 'literal', value: value.text, span: value.span },
        precedence: 'override',
      });
      settings.readSetting(name.text, value, placeInside({ scope }, 'parameters'));
    }
  });
  return { ...extraction, definitions };
};

function parametersIn(root: TreeNode): { readonly name: TreeScalar; readonly value: TreeScalar }[] {
  const list = root.kind === 'list' ? root : childOf(root, 'Parameters');
  return itemsOf(list).flatMap(item => {
    const name = stringAt(item, 'ParameterKey');
    const value = stringAt(item, 'ParameterValue');
    return name && value ? [{ name, value }] : [];
  });
}
