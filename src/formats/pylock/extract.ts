import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { endOfHost, FetchedHosts } from '../shared/fetched-hosts.ts';
import { type LockedPython, pythonLock } from '../shared/python-lock.ts';
import { pythonModule } from '../shared/python-module.ts';
import { itemsOf, stringAt } from '../shared/tree-access.ts';

/** Every locked package, who brings it in where the file says so, and where they are fetched from. */
export const extractPylock: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const hosts = new FetchedHosts(pythonModule(source.path));
  const packages = itemsOf(childOf(root, 'packages')).flatMap(item => lockedPackage(item, hosts));
  const lock = pythonLock(packages, source.path, 'packages', false);
  const references = [...lock.references, ...hosts.references()].sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph: lock.graph, comments, problems };
};

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
