import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { endOfHost, FetchedHosts } from '../shared/fetched-hosts.ts';
import { type LockedPython, pythonLock } from '../shared/python-lock.ts';
import { pythonModule } from '../shared/python-module.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';

/** Every locked package, who brings it in, and the indexes and servers that they were fetched from. */
export const extractUvLock: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const hosts = new FetchedHosts(pythonModule(source.path));
  const packages = itemsOf(childOf(root, 'package')).flatMap(item => lockedPackage(item, hosts));
  const lock = pythonLock(packages, source.path, 'package', true);
  const references = [...lock.references, ...hosts.references()].sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph: lock.graph, comments, problems };
};

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
