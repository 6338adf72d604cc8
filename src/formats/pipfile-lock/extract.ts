import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeEntry, type TreeNode } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import { packageReference } from '../shared/packages/package-reference.ts';
import { exactPythonVersion, isPythonName, pypiPackage } from '../shared/packages/pypi-package.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { entriesOf, itemsOf, nodeAt, stringAt } from '../shared/tree-access.ts';

/** Every locked package and the indexes that they come from. The file does not say who depends on whom. */
export const extractPipfileLock: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = pythonModule(source.path);
  const hosts = new FetchedHosts(scope);
  for (const item of itemsOf(nodeAt(root, '_meta', 'sources'))) {
    const address = stringAt(item, 'url');
    if (address) hosts.add(address, { ecosystem: 'pypi' });
  }
  const packages = entriesOf(root)
    .filter(section => section.key !== '_meta')
    .flatMap(section =>
      entriesOf(section.value).flatMap(entry => lockedPackage(entry, section.key, scope, hosts)),
    );
  const references = [...packages, ...hosts.references()].sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], comments: [], problems };
};

function lockedPackage(
  { key, keySpan, value }: TreeEntry,
  section: string,
  scope: string,
  hosts: FetchedHosts,
): Reference[] {
  if (!isPythonName(key) || isLocal(value)) return [];
  const address = stringAt(value, 'git') ?? stringAt(value, 'file') ?? stringAt(value, 'url');
  if (address) hosts.add(address);
  const version = stringAt(value, 'version')?.text;
  const exact = version === undefined ? undefined : exactPythonVersion(version);
  const found = pypiPackage(key, version ?? address?.text, exact, { dependency: 'transitive' });
  return [packageReference(found, keySpan, { scope, structuralPath: [section, key] })];
}

function isLocal(value: TreeNode | undefined): boolean {
  return childOf(value, 'path') !== undefined;
}
