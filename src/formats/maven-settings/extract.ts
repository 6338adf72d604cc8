import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseProperties } from '../../parsers/properties.ts';
import { childElement, descendants, type XmlElement } from '../../parsers/xml/element.ts';
import { parseXml } from '../../parsers/xml/parse.ts';
import { span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { xmlComments } from '../shared/comments/xml-comments.ts';
import { expressionOf, scopeVariable } from '../shared/expressions.ts';
import { mavenModule } from '../shared/modules/maven-module.ts';
import { propertyText } from '../shared/property-text.ts';
import { mirrorsIn } from '../shared/strings.ts';
import { hostReferences, mirrorReferences } from '../shared/url-references.ts';

/** Mirrors and repositories; names and passwords of servers are never read. */
export const extractMavenSettings: Extract = source => {
  const scope = mavenModule(source.path);
  if (source.path.endsWith('.properties')) return extractWrapper(source);
  const document = parseXml(source);
  const elements = document.roots.flatMap(root => [...descendants(root)]);
  const properties = elements.filter(element => element.name === 'properties').flatMap(each => each.children);
  return {
    references: elements.flatMap(element => referencesOf(element, scope)),
    definitions: properties.map(({ name, text }) => ({
      scope,
      name,
      value: expressionOf(propertyText(text, 'braces'), scopeVariable),
      precedence: 'default',
    })),
    calls: [],
    comments: xmlComments(source.text, document),
    problems: document.problems,
  };
};

function referencesOf(element: XmlElement, scope: string): Reference[] {
  const where = { scope, structuralPath: [element.name, childElement(element, 'id')?.text.text ?? ''] };
  if (element.name === 'proxy') {
    const host = childElement(element, 'host');
    return host ? hostReferences(host.text, where) : [];
  }
  if (!REPOSITORIES.has(element.name)) return [];
  const url = childElement(element, 'url')?.text;
  return url ? mirrorsIn(propertyText(url, 'braces'), 'maven', where, scopeVariable) : [];
}

const REPOSITORIES = new Set(['mirror', 'repository', 'pluginRepository']);

/** Where the wrapper downloads Maven and itself from (https://maven.apache.org/wrapper/). */
const extractWrapper: Extract = source => {
  const scope = mavenModule(source.path);
  const { entries, comments } = parseProperties(source.text);
  const addresses = entries.filter(({ key }) => key === 'distributionUrl' || key === 'wrapperUrl');
  return {
    references: addresses.flatMap(({ key, value }) =>
      mirrorReferences(value, 'maven', { scope, structuralPath: [key] }),
    ),
    definitions: [],
    calls: [],
    comments: suppressionComments(source.text, comments, () =>
      entries.map(entry => span(entry.keySpan.start, Math.max(entry.keySpan.end, entry.value.span.end))),
    ),
    problems: [],
  };
};
