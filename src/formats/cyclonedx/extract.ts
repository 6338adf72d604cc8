import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { parseXml } from '../../parsers/xml/parse.ts';
import type { Source } from '../../text/source.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { purlReference } from '../shared/packages/purl-reference.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { itemsOf, stringAt, stringOf } from '../shared/tree-access.ts';
import { hostReferences } from '../shared/url-references.ts';
import { componentGraph } from './graph.ts';
import { billOf } from './xml.ts';

/** The components and services of a bill of materials, also those nested in others. */
export const extractCyclonedx: Extract = source => {
  const { root, problems } = source.path.endsWith('.xml') ? readXml(source) : parseJson(source);
  const scope = folderModule('sbom', source.path);
  const hosts = new FetchedHosts(scope);
  const references: Reference[] = [];
  const waiting: TreeNode[] = [
    ...itemsOf(childOf(root, 'components')),
    ...itemsOf(childOf(root, 'services')),
  ].reverse();
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    references.push(...itemReferences(item, scope, hosts));
    waiting.push(...itemsOf(childOf(item, 'components')), ...itemsOf(childOf(item, 'services')));
  }
  const graph = componentGraph(root, source.path, references);
  return {
    references: [...references, ...hosts.references()],
    definitions: [],
    calls: [],
    ...(graph ? { graph } : {}),
    comments: [],
    problems,
  };
};

function readXml(source: Source) {
  const document = parseXml(source);
  return { root: billOf(document), problems: document.problems };
}

function itemReferences(item: TreeNode, scope: string, hosts: FetchedHosts): Reference[] {
  const [group, name] = [stringAt(item, 'group')?.text, stringAt(item, 'name')?.text ?? ''];
  const fullName = group ? `${group}/${name}` : name;
  const where = { scope, structuralPath: ['components', fullName] };
  const purl = stringAt(item, 'purl');
  const node = stringAt(item, 'bom-ref')?.text;
  for (const reference of itemsOf(childOf(item, 'externalReferences'))) {
    const url = stringAt(reference, 'url');
    if (url && stringAt(reference, 'type')?.text === 'distribution') hosts.add(url);
  }
  const endpoints = itemsOf(childOf(item, 'endpoints')).flatMap(each => {
    const endpoint = stringOf(each);
    return endpoint ? hostReferences(endpoint, { scope, structuralPath: ['services', fullName] }) : [];
  });
  return [
    ...(purl ? purlReference(purl, fullName, stringAt(item, 'version')?.text, where, node) : []),
    ...endpoints,
  ];
}
