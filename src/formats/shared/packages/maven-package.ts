import type { Expression } from '../../../model/expression.ts';
import type { PackageReference, Reference } from '../../../model/extraction.ts';
import { type InterpolatedText, sliceInterpolated, visibleText } from '../../../parsers/interpolation.ts';
import type { Span } from '../../../text/span.ts';
import { UNKNOWN_PART } from '../../../text/unknown-part.ts';
import { expressionOf, type VariableLookUp } from '../expressions.ts';
import type { KnownText } from '../known-text.ts';
import type { Where } from '../strings.ts';
import { exactVersion, packageReferences } from './named-package.ts';

/** The parts of a Maven coordinate, with variables. */
export interface Coordinate {
  readonly group: InterpolatedText;
  readonly artifact: InterpolatedText;
  readonly version?: InterpolatedText;
  /** What to underline. */
  readonly span: Span;
}

/**
 * A Maven package. Where group or artifact come from elsewhere, its package URL is what they resolve to.
 * @param known gives a text with what the file itself says of its variables.
 */
export function mavenReferences(
  { group, artifact, version, span }: Coordinate,
  where: Where,
  known: KnownText,
  lookUp: VariableLookUp,
  place: Partial<Pick<PackageReference, 'dependency' | 'node'>> = {},
): Reference[] {
  const [groupName, artifactName] = [known(group), known(artifact)];
  if (groupName.trim() === '' || artifactName.trim() === '') return [];
  if (groupName.includes(UNKNOWN_PART) || artifactName.includes(UNKNOWN_PART)) {
    const value = purlExpression(group, artifact, span, lookUp);
    return [{ kind: 'package', value, span, ...where }];
  }
  const written = version && writtenText(version);
  const exact = version && exactMavenVersion(known(version));
  return packageReferences(
    {
      type: 'maven',
      path: `${groupName}/${artifactName}`,
      name: `${groupName}:${artifactName}`,
      span,
      ...(written ? { written } : {}),
      ...(exact ? { version: exact } : {}),
      ...place,
    },
    where,
  );
}

/** The one version that is meant: `1.2.3`, `[1.2.3]`, `1.2.3!!` (https://maven.apache.org/pom.html#dependency-version-requirement-specification). */
export function exactMavenVersion(written: string): string | undefined {
  const text = written.trim().replace(/!!$/, '');
  const pinned = /^\[([^,\]]+)\]$/.exec(text)?.[1] ?? text;
  if (/[[\](),+]|^latest\b|\s/i.test(pinned) || pinned.includes(UNKNOWN_PART)) return undefined;
  return exactVersion(pinned) ?? (/^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(pinned) ? pinned : undefined);
}

/** `group:artifact:version:classifier@type` (https://docs.gradle.org/current/userguide/dependency_notations.html). */
export function coordinateOf(text: InterpolatedText): Coordinate | undefined {
  const visible = visibleText(text).text;
  const match = COORDINATE.exec(visible);
  if (!match) return undefined;
  const [, group = '', artifact = '', version] = match;
  const groupText = sliceInterpolated(text, 0, group.length);
  const artifactStart = group.length + 1;
  const artifactEnd = artifactStart + artifact.length;
  const artifactText = sliceInterpolated(text, artifactStart, artifactEnd);
  const name = sliceInterpolated(text, 0, artifactEnd);
  const coordinate = { group: groupText, artifact: artifactText, span: name.span };
  if (version === undefined) return coordinate;
  return {
    ...coordinate,
    version: sliceInterpolated(text, artifactEnd + 1, artifactEnd + 1 + version.length),
  };
}

const PART = `[\\w.${UNKNOWN_PART}-]{1,200}`;
const COORDINATE = new RegExp(
  `^(${PART}):(${PART})(?::([^:@\\s]{1,100})?(?::[^@\\s]{1,100})?)?(?:@\\w{1,20})?$`,
);

function purlExpression(
  group: InterpolatedText,
  artifact: InterpolatedText,
  span: Span,
  lookUp: VariableLookUp,
): Expression {
  const literal = (value: string): Expression => ({ type: 'literal', value, span });
  const parts = [
    literal('pkg:maven/'),
    expressionOf(group, lookUp),
    literal('/'),
    expressionOf(artifact, lookUp),
  ];
  return { type: 'template', parts, span };
}

/** The text as it stands in the file, with `${name}` for variables. */
export function writtenText(text: InterpolatedText): string {
  return text.parts.map(part => (part.type === 'text' ? part.text.text : `\${${part.name}}`)).join('');
}
