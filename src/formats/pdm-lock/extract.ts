import type { Extract } from '../../model/format.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { extractPythonLock, type LockedPython } from '../shared/packages/python-lock.ts';
import { readRequirement } from '../shared/packages/requirement.ts';
import { endOfHost, type FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { itemsOf, stringAt, stringsOf } from '../shared/tree-access.ts';

/** Every locked package, who brings it in, and the addresses that the file gives. */
export const extractPdmLock: Extract = source =>
  extractPythonLock(source, { list: 'package', statesProjects: false, readPackage: lockedPackage });

function lockedPackage(item: TreeNode, hosts: FetchedHosts): LockedPython[] {
  const name = stringAt(item, 'name');
  if (!name) return [];
  const address = stringAt(item, 'git') ?? stringAt(item, 'url');
  if (address) hosts.add(address);
  for (const file of itemsOf(childOf(item, 'files'))) {
    const url = stringAt(file, 'url');
    if (url) hosts.add(url, address ? undefined : { ecosystem: 'pypi', end: endOfHost(url.text) });
  }
  const version = stringAt(item, 'version')?.text;
  const folder = stringAt(item, 'path')?.text;
  return [
    {
      name,
      ...(version === undefined ? {} : { version }),
      requires: stringsOf(childOf(item, 'dependencies')).flatMap(({ text }) => {
        const required = readRequirement(text)?.name;
        return required === undefined ? [] : [{ name: required }];
      }),
      ...(folder === undefined ? {} : { folder }),
    },
  ];
}
