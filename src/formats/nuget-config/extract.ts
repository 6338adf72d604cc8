import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { attributeOf, type XmlElement } from '../../parsers/xml/element.ts';
import { parseXml } from '../../parsers/xml/parse.ts';
import { xmlComments } from '../shared/comments/xml-comments.ts';
import { dotnetModule } from '../shared/modules/dotnet-module.ts';
import { propertyText } from '../shared/property-text.ts';
import { mirrorsIn, stringReferences } from '../shared/strings.ts';

/** The sources that packages come from. Credentials are never read. */
export const extractNugetConfig: Extract = source => {
  const document = parseXml(source);
  const scope = dotnetModule(source.path);
  return {
    references: document.roots
      .flatMap(root => root.children)
      .flatMap(section => sectionReferences(section, scope)),
    definitions: [],
    calls: [],
    comments: xmlComments(source.text, document),
    problems: document.problems,
  };
};

function sectionReferences(section: XmlElement, scope: string): Reference[] {
  if (!SOURCES.has(section.name) && section.name !== 'config') return [];
  return section.children.flatMap(entry => {
    const key = attributeOf(entry, 'key')?.text ?? '';
    const value = attributeOf(entry, 'value');
    if (entry.name !== 'add' || !value || /password|user$/i.test(key)) return [];
    const where = { scope, structuralPath: [section.name, key] };
    const text = propertyText(value, 'percent');
    return section.name === 'config' && !/source$/i.test(key)
      ? stringReferences(text, where)
      : mirrorsIn(text, 'nuget', where);
  });
}

const SOURCES = new Set(['packageSources', 'auditSources', 'activePackageSource']);
