import type { Extract } from '../../model/format.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { extractPythonLock, type LockedPython } from '../shared/packages/python-lock.ts';
import { endOfHost, type FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';

/** Every locked package, who brings it in, and the indexes and servers that they were fetched from. */
export const extractUvLock: Extract = source =>
  extractPythonLock(source, { list: 'package', statesProjects: true, readPackage: lockedPackage });

function lockedPackage(item: TreeNode, hosts: FetchedHosts): LockedPython[] {
  const name = stringAt(item, 'name');
  if (!name) return [];
  const source = childOf(item, 'source');
  addHosts(item, source, hosts);
  const version = stringAt(item, 'version')?.text;
  const folder = FOLDERS.map(key => stringAt(source, key)?.text).find(each => each !== undefined);
  return [
    {
      name,
      ...(version === undefined ? {} : { version }),
      requires: requiredBy(item),
      ...(folder === undefined ? {} : { folder }),
    },
  ];
}

/** https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile */
const FOLDERS = ['editable', 'virtual', 'directory', 'path'];

function addHosts(item: TreeNode, source: TreeNode | undefined, hosts: FetchedHosts): void {
  const registry = stringAt(source, 'registry');
  const address = stringAt(source, 'git') ?? stringAt(source, 'url');
  if (registry) hosts.add(registry, { ecosystem: 'pypi' });
  if (address) hosts.add(address);
  if (!registry) return;
  for (const file of [childOf(item, 'sdist'), ...itemsOf(childOf(item, 'wheels'))]) {
    const url = stringAt(file, 'url');
    if (url) hosts.add(url, { ecosystem: 'pypi', end: endOfHost(url.text) });
  }
}

/** Of a project also what its extras and groups ask for. */
function requiredBy(item: TreeNode): { name: string; version: string | undefined }[] {
  const lists = [
    childOf(item, 'dependencies'),
    ...entriesOf(childOf(item, 'optional-dependencies')).map(entry => entry.value),
    ...entriesOf(childOf(item, 'dev-dependencies')).map(entry => entry.value),
  ];
  return lists.flatMap(itemsOf).flatMap(required => {
    const name = stringAt(required, 'name')?.text;
    return name === undefined ? [] : [{ name, version: stringAt(required, 'version')?.text }];
  });
}
