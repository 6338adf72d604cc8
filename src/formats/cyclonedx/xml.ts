import type { PlacedText } from '../../parsers/placed-text.ts';
import type { TreeEntry, TreeMap, TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { childElements, type XmlDocument, type XmlElement } from '../../parsers/xml/element.ts';

/** The bill of an XML document (https://cyclonedx.org/docs/1.6/xml/) in the form that it has in JSON. */
export function billOf({ roots }: XmlDocument): TreeNode | undefined {
  const root = roots.find(each => localName(each) === 'bom');
  return root && mapOf(root);
}

function nodeOf(element: XmlElement): TreeNode {
  const { span, children } = element;
  const name = localName(element);
  if (LISTS.has(name)) return { kind: 'list', span, items: children.map(nodeOf) };
  return MAPS.has(name) ? mapOf(element) : scalarOf(element.text);
}

function mapOf(element: XmlElement): TreeMap {
  const { span, nameSpan } = element;
  const attributes = element.attributes.map(({ name, value }): TreeEntry => {
    return { key: name, keySpan: nameSpan, value: scalarOf(value) };
  });
  const needed = element.children.filter(child => NEEDED.has(localName(child)));
  const children = needed.map((child): TreeEntry => {
    return { key: localName(child), keySpan: child.nameSpan, value: nodeOf(child) };
  });
  const entries = [...attributes, ...(localName(element) === 'dependency' ? [dependsOn(element)] : children)];
  return { kind: 'map', span, entries };
}

/** What JSON lists by reference, XML has as elements within. */
function dependsOn(dependency: XmlElement): TreeEntry {
  const { span, nameSpan } = dependency;
  const items = childElements(dependency, dependency.name).flatMap(({ attributes }) =>
    attributes.filter(({ name }) => name === 'ref').map(({ value }) => scalarOf(value)),
  );
  return { key: 'dependsOn', keySpan: nameSpan, value: { kind: 'list', span, items } };
}

function scalarOf(value: PlacedText): TreeScalar {
  return { ...value, kind: 'scalar', type: 'string' };
}

/** Without the prefix of a namespace. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

const LISTS = new Set(['components', 'services', 'externalReferences', 'endpoints', 'dependencies']);
const MAPS = new Set(['metadata', 'component', 'service', 'reference', 'dependency']);
const NEEDED = new Set([...LISTS, ...MAPS, 'group', 'name', 'version', 'purl', 'url']);
