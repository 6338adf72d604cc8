import type { Extract } from '../../model/format.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { extractPythonLock, type LockedPython } from '../shared/packages/python-lock.ts';
import { endOfHost, type FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { itemsOf, stringAt } from '../shared/tree-access.ts';

/** Every locked package, who brings it in where the file says so, and where they are fetched from. */
export const extractPylock: Extract = source =>
  extractPythonLock(source, { list: 'packages', statesProjects: false, readPackage: lockedPackage });

function lockedPackage(item: TreeNode, hosts: FetchedHosts): LockedPython[] {
  const name = stringAt(item, 'name');
  if (!name) return [];
  addHosts(item, hosts);
  const version = stringAt(item, 'version')?.text;
  const folder = stringAt(childOf(item, 'directory'), 'path')?.text;
  return [
    {
      name,
      ...(version === undefined ? {} : { version }),
      requires: itemsOf(childOf(item, 'dependencies')).flatMap(required => {
        const requiredName = stringAt(required, 'name')?.text;
        if (requiredName === undefined) return [];
        return [{ name: requiredName, version: stringAt(required, 'version')?.text }];
      }),
      ...(folder === undefined ? {} : { folder }),
    },
  ];
}

/** An archive or a repository is named for itself; wheels and source distributions come from an index. */
function addHosts(item: TreeNode, hosts: FetchedHosts): void {
  const index = stringAt(item, 'index');
  const address = stringAt(childOf(item, 'archive'), 'url') ?? stringAt(childOf(item, 'vcs'), 'url');
  if (index) hosts.add(index, { ecosystem: 'pypi' });
  if (address) hosts.add(address);
  for (const file of [childOf(item, 'sdist'), ...itemsOf(childOf(item, 'wheels'))]) {
    const url = stringAt(file, 'url');
    if (url) hosts.add(url, { ecosystem: 'pypi', end: endOfHost(url.text) });
  }
}
