import type { Definition, Extraction, Reference } from '../../../model/extraction.ts';
import type { CodeDialect } from '../../../parsers/code/dialect.ts';
import { type CodeFile, parseCode } from '../../../parsers/code/parse.ts';
import { textOfNodes } from '../../../parsers/code/value.ts';
import { lastPart, walkCode } from '../../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import type { Source } from '../../../text/source.ts';
import { codeComments } from '../comments/code-comments.ts';
import { expressionOf, scopeVariable } from '../expressions.ts';
import { uniqueReferences } from '../unique-references.ts';

/** A script with the constants that it defines. */
export interface Script {
  readonly file: CodeFile;
  readonly variables: ReadonlyMap<string, InterpolatedText>;
}

/** Reads a script and every `name = "text"` in it; a name is known with and without what stands before its last dot. */
export function readScript(source: Source, dialect: CodeDialect): Script {
  const file = parseCode(source, dialect);
  const variables = new Map<string, InterpolatedText>();
  walkCode(file.nodes, {
    assignment: (name, value) => {
      const text = textOfNodes(value);
      if (!text) return;
      variables.set(name, text);
      variables.set(lastPart(name), text);
    },
  });
  return { file, variables };
}

/** What a script comes to; its constants are definitions in `scope`. */
export function scriptExtraction(
  source: Source,
  scope: string,
  { file, variables }: Script,
  references: readonly Reference[],
): Extraction {
  const definitions = [...variables].map(
    ([name, text]): Definition => ({
      scope,
      name,
      value: expressionOf(text, scopeVariable),
      precedence: 'default',
    }),
  );
  return {
    references: uniqueReferences(references),
    definitions,
    calls: [],
    comments: codeComments(source.text, file),
    problems: file.problems,
  };
}
