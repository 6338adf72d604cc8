import type { Extract } from '../../model/format.ts';
import { placedSlice } from '../../parsers/placed-text.ts';
import { parseShell } from '../../parsers/shell.ts';
import { span } from '../../text/span.ts';
import { scriptComments } from '../shared/comments/script-comments.ts';
import { expressionOf, type VariableLookUp } from '../shared/expressions.ts';
import { VariableLevel } from '../shared/pipeline/variables.ts';
import { assignedValues, assignmentsOf } from '../shared/scripts/shell-assignments.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { shellModule } from './module.ts';

/** What a script's commands refer to, with its own variables as definitions. */
export const extractShell: Extract = ({ path, text }) => {
  const scope = shellModule(path);
  const commands = parseShell(placedSlice(text, span(0, text.length)));
  const variables = new VariableLevel(scope, name => (name === '' ? 'set-at-run-time' : 'not-defined')).inner(
    assignedValues(
      assignmentsOf(commands),
      name => name,
      ({ value }, lookUp) => expressionOf(value, lookUp),
    ),
  );
  // What the script does not assign, whoever fills it in as a template may give.
  const lookUp: VariableLookUp = (name, place, fallback) =>
    variables.has(name) || name === ''
      ? variables.lookUp(name, place, fallback)
      : { type: 'variable', name, span: place, fallback: variables.lookUp(name, place, fallback) };
  const context = {
    where: { scope, structuralPath: [] },
    lookUp,
    namesTools: true as const,
  };
  return {
    references: uniqueReferences(commandReferences(commands, context)),
    definitions: variables.definitions,
    calls: [],
    comments: scriptComments(text),
    problems: [],
  };
};
