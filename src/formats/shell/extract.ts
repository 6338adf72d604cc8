import type { Extract } from '../../model/format.ts';
import { placedSlice } from '../../parsers/placed-text.ts';
import { parseShell } from '../../parsers/shell.ts';
import { span } from '../../text/span.ts';
import { scriptComments } from '../shared/comments/script-comments.ts';
import { expressionOf } from '../shared/expressions.ts';
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
  const context = {
    where: { scope, structuralPath: [] },
    lookUp: variables.lookUp,
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
