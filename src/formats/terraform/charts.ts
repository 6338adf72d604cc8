import type { CollectionItem, Expression } from '../../model/expression.ts';
import type { Reference } from '../../model/extraction.ts';
import { attributeOf, type HclBody } from '../../parsers/hcl/tree.ts';
import { type Place, within } from '../shared/hcl/place.ts';
import { putIn } from '../shared/hcl/repetition.ts';
import { toolOfChartSetting } from '../shared/tools/chart-settings.ts';
import { toolProviderOf } from '../shared/tools/tool-provider.ts';

/**
 * The clouds that a chart's settings name for the tool in it
 * (https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release).
 */
export function chartProviders(body: HclBody, place: Place): Reference[] {
  const chart = attributeOf(body, 'chart')?.value;
  if (chart?.type !== 'literal') return [];
  return settingsOf(body).flatMap(({ name, value }) => {
    const tool = toolOfChartSetting(chart.value, name);
    if (tool === undefined) return [];
    const { scope, structuralPath } = within(place, name);
    return toolProviderOf(tool, putIn(value, place.loops), { scope, structuralPath });
  });
}

interface Setting {
  readonly name: string;
  readonly value: Expression;
}

function settingsOf(body: HclBody): Setting[] {
  return [
    ...body.blocks
      .filter(({ type }) => type === 'set')
      .flatMap(block =>
        settingOf(attributeOf(block.body, 'name')?.value, attributeOf(block.body, 'value')?.value),
      ),
    ...itemsOf(attributeOf(body, 'set')?.value).flatMap(({ value: item }) =>
      settingOf(elementOf(item, 'name'), elementOf(item, 'value')),
    ),
    ...itemsOf(attributeOf(body, 'values')?.value).flatMap(({ value }) =>
      value.type === 'call' && value.name === 'yamlencode' ? value.arguments.flatMap(leavesOf) : [],
    ),
  ];
}

function settingOf(name: Expression | undefined, value: Expression | undefined): Setting[] {
  return name?.type === 'literal' && value ? [{ name: name.value, value }] : [];
}

/** The values in an object by their names, as `--set` has them. */
function leavesOf(value: Expression): Setting[] {
  return itemsOf(value).flatMap(({ key, value: inner }, index) => {
    const own = key ?? `[${index}]`;
    if (inner.type !== 'collection') return [{ name: own, value: inner }];
    return leavesOf(inner).map(leaf => ({
      ...leaf,
      name: leaf.name.startsWith('[') ? `${own}${leaf.name}` : `${own}.${leaf.name}`,
    }));
  });
}

function itemsOf(value: Expression | undefined): readonly CollectionItem[] {
  return value?.type === 'collection' ? value.items : [];
}

function elementOf(value: Expression, key: string): Expression | undefined {
  return itemsOf(value).find(item => item.key === key)?.value;
}
