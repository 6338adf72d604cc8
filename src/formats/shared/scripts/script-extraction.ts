import type { Extraction } from '../../../model/extraction.ts';
import type { ShellCommand } from '../../../parsers/shell.ts';
import { scriptComments } from '../comments/script-comments.ts';
import { expressionOf, type VariableLookUp } from '../expressions.ts';
import { VariableLevel } from '../pipeline/variables.ts';
import { uniqueReferences } from '../unique-references.ts';
import { assignedValues, assignmentsOf } from './shell-assignments.ts';
import { commandReferences } from './shell-references.ts';

/**
 * What a script's commands refer to, with its own variables as definitions.
 * @param nameOf what a variable is called whichever way its name is written
 */
export function scriptExtraction(
  text: string,
  commands: readonly ShellCommand[],
  scope: string,
  nameOf: (name: string) => string = name => name,
): Extraction {
  const variables = new VariableLevel(scope, name => (name === '' ? 'set-at-run-time' : 'not-defined')).inner(
    assignedValues(assignmentsOf(commands), nameOf, ({ value }, lookUp) => expressionOf(value, lookUp)),
  );
  // What the script does not assign, whoever fills it in as a template may give.
  const lookUp: VariableLookUp = (written, place, fallback) => {
    const name = nameOf(written);
    return variables.has(name) || name === ''
      ? variables.lookUp(name, place, fallback)
      : { type: 'variable', name, span: place, fallback: variables.lookUp(name, place, fallback) };
  };
  const context = { where: { scope, structuralPath: [] }, lookUp, namesTools: true as const };
  return {
    references: uniqueReferences(commandReferences(commands, context)),
    definitions: variables.definitions,
    calls: [],
    comments: scriptComments(text),
    problems: [],
  };
}
