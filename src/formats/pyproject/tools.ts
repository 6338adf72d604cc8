import type { Reference } from '../../model/extraction.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { pipSettingReferences } from '../shared/registries/python-settings.ts';
import { registrySetting } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, itemsOf, stringAt, stringsOf } from '../shared/tree-access.ts';
import { inside, packageTable, requirementList, requirementLists, sourceTable } from './dependencies.ts';
import { pixi } from './pixi.ts';
import { settingReferences } from './settings.ts';
import type { ToolReader } from './tool-reader.ts';

/** https://python-poetry.org/docs/pyproject/ */
const poetry: ToolReader = (key, value, where) => {
  if (key === 'dependencies' || key === 'dev-dependencies') return packageTable(value, where);
  if (key === 'source') return indexes(value, where);
  if (key === 'requires-plugins') return packageTable(value, where);
  if (key !== 'group') return undefined;
  return entriesOf(value).flatMap(group =>
    packageTable(childOf(group.value, 'dependencies'), inside(inside(where, group.key), 'dependencies')),
  );
};

/** https://pdm-project.org/en/latest/reference/pep621/ */
const pdm: ToolReader = (key, value, where) => {
  if (key === 'dev-dependencies') return requirementLists(value, where);
  if (key === 'source') return indexes(value, where);
  if (key === 'plugins') return requirementList(value, where);
  if (key !== 'resolution') return undefined;
  return packageTable(childOf(value, 'overrides'), inside(where, 'overrides'));
};

/** https://docs.astral.sh/uv/reference/settings/; the same settings without the table are in `uv.toml`. */
export const uv: ToolReader = (key, value, where) => {
  if (UV_REQUIREMENTS.has(key)) return requirementList(value, where);
  if (key === 'index' && value?.kind === 'list' && value.items.some(item => item.kind === 'map'))
    return indexes(value, where);
  if (key === 'sources') return sourceTable(value, where);
  if (key === 'pip')
    return entriesOf(value).flatMap(entry => uv(entry.key, entry.value, inside(where, entry.key)) ?? []);
  if (key.endsWith('-mirror'))
    return stringsOf(value).flatMap(address => registrySetting(address, 'python-distribution', where));
  const found = pipSettingReferences(key, stringsOf(value), where);
  return found.length > 0 ? found : undefined;
};

const UV_REQUIREMENTS = new Set([
  ...[
    'dev-dependencies',
    'constraint-dependencies',
    'override-dependencies',
    'build-constraint-dependencies',
  ],
]);

/** https://hatch.pypa.io/latest/config/environment/overview/ */
const hatch: ToolReader = (key, value, where) => {
  if (key !== 'envs' && key !== 'build') return undefined;
  return hatchTable(value, key, where);
};

function hatchTable(node: TreeNode | undefined, key: string, where: Where): Reference[] {
  if (HATCH_REQUIREMENTS.has(key)) return requirementList(node, where);
  if (node?.kind !== 'map') return settingReferences(node, key, where);
  return node.entries.flatMap(entry => hatchTable(entry.value, entry.key, inside(where, entry.key)));
}

const HATCH_REQUIREMENTS = new Set(['dependencies', 'extra-dependencies', 'extra-requires', 'requires']);

/** https://flit.pypa.io/en/stable/pyproject_toml.html#old-style-metadata */
const flit: ToolReader = (key, value, where) => {
  if (key !== 'metadata') return undefined;
  return [
    ...requirementList(childOf(value, 'requires'), inside(where, 'requires')),
    ...requirementLists(childOf(value, 'requires-extra'), inside(where, 'requires-extra')),
  ];
};

/** Indexes as tables with a name and an address. */
function indexes(value: TreeNode | undefined, where: Where): Reference[] {
  return itemsOf(value).flatMap(item => {
    const address = stringAt(item, 'url');
    const name = stringAt(item, 'name')?.text;
    if (!address?.text.includes(':')) return [];
    return registrySetting(address, 'pypi', name === undefined ? where : inside(where, name));
  });
}

/** By the table's name below `tool`. */
export const TOOLS: ReadonlyMap<string, ToolReader> = new Map([
  ['poetry', poetry],
  ['pdm', pdm],
  ['uv', uv],
  ['hatch', hatch],
  ['pixi', pixi],
  ['flit', flit],
]);
