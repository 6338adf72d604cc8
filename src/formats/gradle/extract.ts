import type { Definition } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { GROOVY, KOTLIN } from '../../parsers/code/dialect.ts';
import { parseCode } from '../../parsers/code/parse.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { lastPart, walkCode } from '../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { codeComments } from '../shared/comments/code-comments.ts';
import { expressionOf } from '../shared/expressions.ts';
import { gradleFolder, gradleModule } from '../shared/modules/gradle-module.ts';
import { inheritableDefinitions, inheritedVariable, outerCalls } from '../shared/modules/outer-modules.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { GradleVisitor } from './visitor.ts';

/** Dependencies, plugins, repositories and addresses of a Gradle script, and the variables that it defines. */
export const extractGradle: Extract = source => {
  const file = parseCode(source, source.path.endsWith('.kts') ? KOTLIN : GROOVY);
  const scope = gradleModule(source.path);
  const folder = gradleFolder(source.path);
  const lookUp = inheritedVariable(folder);
  const variables = new Map<string, InterpolatedText>();
  walkCode(file.nodes, {
    assignment: (name, value, path) => {
      const text = textOfNodes(value);
      const short = lastPart(name);
      if (text && !isSetting(short)) {
        variables.set(short, text);
        // `versions = [oss: '1.0']` is used as `versions.oss`.
        if (path) variables.set(`${lastPart(path.name)}.${short}`, text);
      }
    },
    call: ({ name, items }) => {
      for (const { label, nodes } of name === 'ext' ? items : []) {
        const text = label === undefined ? undefined : textOfNodes(nodes);
        if (label !== undefined && text) variables.set(label, text);
      }
    },
  });
  const visitor = new GradleVisitor(scope, lookUp, variables);
  walkCode(file.nodes, visitor);
  const definitions: Definition[] = [...variables].flatMap(([name, text]) =>
    inheritableDefinitions(scope, name, expressionOf(text, lookUp)),
  );
  return {
    references: uniqueReferences(visitor.finish()),
    definitions,
    calls: visitor.usesOthers ? outerCalls('gradle', folder) : [],
    comments: codeComments(source.text, file),
    problems: file.problems,
  };
};

/** Properties of what Gradle configures, rather than variables. */
function isSetting(name: string): boolean {
  return name === 'url' || name === 'group' || name === 'version' || name === 'name';
}
