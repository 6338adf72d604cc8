import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { endOfHost, FetchedHosts } from '../shared/fetched-hosts.ts';
import { type LockedPython, pythonLock } from '../shared/python-lock.ts';
import { pythonModule } from '../shared/python-module.ts';
import { readRequirement } from '../shared/requirement.ts';
import { itemsOf, stringAt, stringsOf } from '../shared/tree-access.ts';

/** Every locked package, who brings it in, and the addresses that the file gives. */
export const extractPdmLock: Extract = source => {
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
