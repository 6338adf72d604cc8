import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { FetchedHosts } from '../shared/fetched-hosts.ts';
import { type LockedPython, pythonLock } from '../shared/python-lock.ts';
import { pythonModule } from '../shared/python-module.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';

/** Every locked package, who brings it in, and the indexes and servers other than the default. */
export const extractPoetryLock: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const hosts = new FetchedHosts(pythonModule(source.path));
  const packages = itemsOf(childOf(root, 'package')).flatMap(item => lockedPackage(item, hosts));
  const lock = pythonLock(packages, source.path, 'package', false);
  const references = [...lock.references, ...hosts.references()].sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], graph: lock.graph, comments, problems };
};

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
