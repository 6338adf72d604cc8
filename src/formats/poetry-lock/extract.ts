import type { Extract } from '../../model/format.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { extractPythonLock, type LockedPython } from '../shared/packages/python-lock.ts';
import type { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';

/** Every locked package, who brings it in, and the indexes and servers other than the default. */
export const extractPoetryLock: Extract = source =>
  extractPythonLock(source, { list: 'package', statesProjects: false, readPackage: lockedPackage });

function lockedPackage(item: TreeNode, hosts: FetchedHosts): LockedPython[] {
  const name = stringAt(item, 'name');
  if (!name) return [];
  const source = childOf(item, 'source');
  const type = stringAt(source, 'type')?.text;
  const url = stringAt(source, 'url');
  if (url && !LOCAL.has(type ?? ''))
    hosts.add(url, INDEXES.has(type ?? '') ? { ecosystem: 'pypi' } : undefined);
  const version = stringAt(item, 'version')?.text;
  return [
    {
      name,
      ...(version === undefined ? {} : { version }),
      requires: entriesOf(childOf(item, 'dependencies')).map(({ key }) => ({ name: key })),
      ...(LOCAL.has(type ?? '') ? { folder: url?.text ?? '' } : {}),
    },
  ];
}

/** Another index than the default; `url` is a plain download. */
const INDEXES = new Set(['legacy', 'pypi']);
const LOCAL = new Set(['directory', 'file']);
