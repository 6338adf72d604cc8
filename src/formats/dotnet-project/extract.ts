import type { Extract } from '../../model/format.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { descendants } from '../../parsers/xml/element.ts';
import { parseXml } from '../../parsers/xml/parse.ts';
import { basename, dirname } from '../../text/path.ts';
import { xmlComments } from '../shared/comments/xml-comments.ts';
import { expressionOf } from '../shared/expressions.ts';
import { dotnetModule } from '../shared/modules/dotnet-module.ts';
import { inheritableDefinitions, inheritedVariable, outerCalls } from '../shared/modules/outer-modules.ts';
import { propertyText } from '../shared/property-text.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { ProjectReader } from './reader.ts';

/** The packages and addresses of a project file, and the properties that it defines. */
export const extractDotnetProject: Extract = source => {
  const document = parseXml(source);
  const scope = dotnetModule(source.path);
  const folder = dirname(source.path);
  const lookUp = inheritedVariable(folder);
  const elements = document.roots.flatMap(root => [...descendants(root)]);
  const variables = new Map<string, InterpolatedText>();
  for (const group of elements.filter(element => element.name === 'PropertyGroup')) {
    for (const property of group.children)
      variables.set(property.name, propertyText(property.text, 'parentheses'));
  }
  const reader = new ProjectReader(scope, lookUp, variables);
  for (const element of elements) reader.read(element);
  const isProject = /\.(?:cs|fs|vb)proj$/.test(basename(source.path));
  return {
    references: uniqueReferences(reader.references),
    definitions: [...variables].flatMap(([name, text]) =>
      inheritableDefinitions(scope, name, expressionOf(text, lookUp)),
    ),
    calls: isProject ? outerCalls('dotnet', folder) : [],
    comments: xmlComments(source.text, document),
    problems: document.problems,
  };
};
