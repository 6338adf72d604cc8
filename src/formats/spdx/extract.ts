import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { FetchedHosts } from '../shared/fetched-hosts.ts';
import { folderModule } from '../shared/folder-module.ts';
import { purlReference } from '../shared/purl-reference.ts';
import { itemsIn, stringChild } from '../shared/tree-values.ts';

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
  const references = lists.flatMap(itemsIn).flatMap(item => packageOf(item, scope, hosts));
  return {
    references: [...references, ...hosts.references()],
    definitions: [],
    calls: [],
    comments: [],
    problems,
  };
};

function packageOf(item: TreeNode, scope: string, hosts: FetchedHosts): Reference[] {
  const name = stringChild(item, 'name')?.text ?? '';
  const version =
    stringChild(item, 'versionInfo')?.text ?? stringChild(item, 'software_packageVersion')?.text;
  const where = { scope, structuralPath: ['packages', name] };
  const location = stringChild(item, 'downloadLocation') ?? stringChild(item, 'software_downloadLocation');
  if (location) hosts.add(location);
  const identifiers = [
    ...itemsIn(childOf(item, 'externalRefs')),
    ...itemsIn(childOf(item, 'externalIdentifier')),
  ];
  const purls = identifiers.flatMap(each => {
    const type =
      stringChild(each, 'referenceType')?.text ?? stringChild(each, 'externalIdentifierType')?.text;
    const locator = stringChild(each, 'referenceLocator') ?? stringChild(each, 'identifier');
    return locator && (type === 'purl' || type === 'packageUrl') ? [locator] : [];
  });
  const own = stringChild(item, 'software_packageUrl');
  const [purl] = own ? [own] : purls;
  return purl ? purlReference(purl, name, version, where) : [];
}
