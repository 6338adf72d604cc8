import type { Reference } from '../../model/extraction.ts';
import type { TreeEntry, TreeNode } from '../../parsers/tree.ts';
import { channelReferences, condaReference } from '../shared/packages/conda-package.ts';
import { pipSettingReferences } from '../shared/registries/python-settings.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, itemsOf, stringAt, stringOf, stringsOf } from '../shared/tree-access.ts';
import { inside, packageTable } from './dependencies.ts';
import { settingReferences } from './settings.ts';
import type { ToolReader } from './tool-reader.ts';

/** https://pixi.sh/latest/reference/pixi_manifest/; the same tables without `tool.pixi` are in `pixi.toml`. */
export const pixi: ToolReader = (key, value, where) => {
  if (key === 'channels') return channels(value, where);
  if (CONDA_TABLES.has(key)) return entriesOf(value).flatMap(entry => condaEntry(entry, where));
  if (key === 'pypi-dependencies') return packageTable(value, where);
  if (key === 'pypi-options') return entriesOf(value).flatMap(entry => pipSetting(entry, where));
  if (TABLES.has(key)) return tableEntries(value, where);
  if (!NAMED_TABLES.has(key)) return undefined;
  return entriesOf(value).flatMap(named => tableEntries(named.value, inside(where, named.key)));
};

const CONDA_TABLES = new Set([
  ...['dependencies', 'host-dependencies', 'build-dependencies', 'run-dependencies', 'constraints'],
]);

/** Tables that hold settings next to channels and packages. */
const TABLES = new Set(['workspace', 'project', 'package', 'build', 'backend']);

/** The same tables again for each feature and platform. */
const NAMED_TABLES = new Set(['feature', 'target']);

function tableEntries(table: TreeNode | undefined, where: Where): Reference[] {
  return entriesOf(table).flatMap(({ key, value }) => {
    const place = inside(where, key);
    return pixi(key, value, place) ?? settingReferences(value, key, place);
  });
}

/** Names and addresses, or tables with either and a priority. */
function channels(value: TreeNode | undefined, where: Where): Reference[] {
  return itemsOf(value).flatMap(item => {
    const channel = stringOf(item) ?? stringAt(item, 'channel');
    return channel ? channelReferences(channel, where) : [];
  });
}

/** The value is a version, or a table with a version and a channel of its own. */
function condaEntry({ key, keySpan, value }: TreeEntry, where: Where): Reference[] {
  if (key === 'python' || !CONDA_NAME.test(key) || stringAt(value, 'path')) return [];
  const version = (stringOf(value) ?? stringAt(value, 'version'))?.text ?? '';
  const channel = stringAt(value, 'channel');
  const name = { text: key, span: keySpan };
  return [
    condaReference(name, version === '*' ? '' : version, where),
    ...(channel ? channelReferences(channel, inside(where, key)) : []),
  ];
}

const CONDA_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Lists of links are tables with an address or a folder. */
function pipSetting({ key, value }: TreeEntry, where: Where): Reference[] {
  const name = key === 'extra-index-urls' ? 'extra-index-url' : key;
  const links = itemsOf(value).flatMap(item => stringAt(item, 'url') ?? []);
  return pipSettingReferences(name, [...stringsOf(value), ...links], inside(where, key));
}
