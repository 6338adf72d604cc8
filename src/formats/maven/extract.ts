import type { Definition } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { childElement, childElements, type XmlElement } from '../../parsers/xml/element.ts';
import { parseXml } from '../../parsers/xml/parse.ts';
import { xmlComments } from '../shared/comments/xml-comments.ts';
import { expressionOf } from '../shared/expressions.ts';
import { mavenFolder, mavenModule } from '../shared/modules/maven-module.ts';
import { inheritableDefinitions, inheritedVariable, outerCalls } from '../shared/modules/outer-modules.ts';
import { propertyText } from '../shared/property-text.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { PomReader } from './reader.ts';

/** What a pom depends on and where it gets it from. */
export const extractMaven: Extract = source => {
  const document = parseXml(source);
  const scope = mavenModule(source.path);
  const folder = mavenFolder(source.path);
  const [root] = document.roots;
  const properties = root ? propertiesOf(root) : [];
  const variables = new Map(properties);
  const reader = new PomReader(scope, inheritedVariable(folder), variables);
  if (root) reader.read(root);
  const hasParent = childElement(root, 'parent') !== undefined;
  return {
    references: uniqueReferences(reader.finish()),
    definitions: definitionsOf(properties, scope, folder),
    calls: hasParent ? outerCalls('maven', folder) : [],
    comments: xmlComments(source.text, document),
    problems: document.problems,
  };
};

type Property = readonly [name: string, value: InterpolatedText];

/** The properties, those of profiles first: the project's own hold unless a profile is active. */
function propertiesOf(root: XmlElement): Property[] {
  const profiles = childElements(childElement(root, 'profiles'), 'profile');
  const parent = childElement(root, 'parent');
  return [
    ...[parent, root].flatMap(holder => projectProperties(holder)),
    ...[...profiles, root].flatMap(holder =>
      (childElement(holder, 'properties')?.children ?? []).map(
        (property): Property => [property.name, propertyText(property.text, 'braces')],
      ),
    ),
  ];
}

/** `project.version` and others that poms use; a project has its parent's where it says nothing else. */
function projectProperties(holder: XmlElement | undefined): Property[] {
  return ['groupId', 'version'].flatMap((name): Property[] => {
    const value = childElement(holder, name)?.text;
    if (!value) return [];
    const text = propertyText(value, 'braces');
    return [
      [`project.${name}`, text],
      [`pom.${name}`, text],
      ...(holder?.name === 'parent' ? [[`project.parent.${name}`, text] as const] : []),
    ];
  });
}

function definitionsOf(properties: readonly Property[], scope: string, folder: string): Definition[] {
  const lookUp = inheritedVariable(folder);
  const last = new Map(properties);
  return properties.flatMap(([name, text]) =>
    inheritableDefinitions(
      scope,
      name,
      expressionOf(text, lookUp),
      last.get(name) === text ? 'default' : 'alternative',
    ),
  );
}
