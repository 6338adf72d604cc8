import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { purlReference } from '../shared/packages/purl-reference.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { itemsOf, stringAt } from '../shared/tree-access.ts';
import { packageGraph } from './graph.ts';

/** Packages of SPDX 2 (`packages`, in GitHub's export below `sbom`) and SPDX 3 (`@graph`). */
export const extractSpdx: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('sbom', source.path);
  const hosts = new FetchedHosts(scope);
  const lists = [
    childOf(root, 'packages'),
    childOf(childOf(root, 'sbom'), 'packages'),
    childOf(root, '@graph'),
  ];
  const references = lists.flatMap(itemsOf).flatMap(item => packageOf(item, scope, hosts));
  const graph = packageGraph(root, source.path, references);
  return {
    references: [...references, ...hosts.references()],
    definitions: [],
    calls: [],
    ...(graph ? { graph } : {}),
    comments: [],
    problems,
  };
};

function packageOf(item: TreeNode, scope: string, hosts: FetchedHosts): Reference[] {
  const name = stringAt(item, 'name')?.text ?? '';
  const version = stringAt(item, 'versionInfo')?.text ?? stringAt(item, 'software_packageVersion')?.text;
  const where = { scope, structuralPath: ['packages', name] };
  const location = stringAt(item, 'downloadLocation') ?? stringAt(item, 'software_downloadLocation');
  if (location) hosts.add(location);
  const identifiers = [
    ...itemsOf(childOf(item, 'externalRefs')),
    ...itemsOf(childOf(item, 'externalIdentifier')),
  ];
  const purls = identifiers.flatMap(each => {
    const type = stringAt(each, 'referenceType')?.text ?? stringAt(each, 'externalIdentifierType')?.text;
    const locator = stringAt(each, 'referenceLocator') ?? stringAt(each, 'identifier');
    return locator && (type === 'purl' || type === 'packageUrl') ? [locator] : [];
  });
  const own = stringAt(item, 'software_packageUrl');
  const [purl] = own ? [own] : purls;
  const node = stringAt(item, 'SPDXID')?.text ?? stringAt(item, 'spdxId')?.text;
  return purl ? purlReference(purl, name, version, where, node) : [];
}
