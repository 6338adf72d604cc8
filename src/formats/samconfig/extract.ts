import type { Expression } from '../../model/expression.ts';
import { type Definition, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { STACK_REGION } from '../cloudformation/module.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { extractSettings } from '../shared/settings/plain-settings.ts';
import { placeInside } from '../shared/settings/template-reader.ts';
import { entriesOf, stringAt, stringsOf } from '../shared/tree-access.ts';
import { samTemplateModule } from './module.ts';

/** `[environment.command.parameters]`: where and with which values a template is deployed. */
export const extractSamconfig: Extract = source => {
  const scope = samTemplateModule(source.path);
  const definitions: Definition[] = [];
  const define = (name: string, { text, span }: PlacedText): void => {
    const value: Expression = { type: 'literal', value: text, span };
    definitions.push({ scope, name, value, precedence: 'alternative' });
  };
  const document = source.path.endsWith('.toml')
    ? parseToml(source, SUPPRESSION_MARKER)
    : readJsonOrYaml(source, SUPPRESSION_MARKER);
  const extraction = extractSettings(document, (root, settings) => {
    for (const parameters of parametersIn(root)) {
      for (const { key, value } of entriesOf(parameters)) {
        if (!value) continue;
        const place = placeInside({ scope }, key);
        if (key === 'region') settings.readRegion(value, place);
        else if (IMAGES.has(key)) settings.readSetting('image', value, { scope });
        else settings.readValue(value, place);
      }
      const region = stringAt(parameters, 'region');
      if (region) define(STACK_REGION, region);
      for (const [name, given] of overridesIn(childOf(parameters, 'parameter_overrides')))
        define(name, given);
    }
  });
  return { ...extraction, definitions };
};

const IMAGES = new Set(['image_repository', 'build_image']);

function parametersIn(root: TreeNode): TreeNode[] {
  return entriesOf(root).flatMap(environment =>
    entriesOf(environment.value).flatMap(command => childOf(command.value, 'parameters') ?? []),
  );
}

/** `Name=value Other="a value"` in one text, or one of each in a list. */
function overridesIn(node: TreeNode | undefined): (readonly [string, PlacedText])[] {
  return stringsOf(node).flatMap(text =>
    [...text.text.matchAll(OVERRIDE)].map(({ 0: whole, 1: name = '', 2: quoted, 3: plain = '', index }) => {
      const value = quoted ?? plain;
      const end = index + whole.length - (quoted === undefined ? 0 : 1);
      return [name, slicePlaced(text, end - value.length, end)] as const;
    }),
  );
}

const OVERRIDE = /(?<![A-Za-z0-9])([A-Za-z0-9]+)=(?:"([^"]*)"|([^\s"]+))/g;
