import type { Expression } from '../../../model/expression.ts';
import type { ShellCommand } from '../../../parsers/shell.ts';
import type { VariableLookUp } from '../expressions.ts';
import type { NamedValue } from '../pipeline/variables.ts';
import { type Assignment, assignmentOf, commandName, commandWords } from './command-words.ts';

/** What a script's commands assign: before a command, alone, and with `export` and the like. */
export function assignmentsOf(commands: readonly ShellCommand[]): Assignment[] {
  return commands.flatMap(command => {
    const words = commandWords(command.words);
    const isDeclaration = ASSIGNING.has(commandName(words[0]));
    const assignments: Assignment[] = [];
    for (const word of isDeclaration ? words.slice(1) : words) {
      const assignment = assignmentOf(word);
      if (assignment) assignments.push(assignment);
      else if (!isDeclaration) break;
    }
    return assignments;
  });
}

/**
 * The values that a script's variables have. One that is assigned in several places depends on which of them ran:
 * it is not known, and what the assignments name is a reference there. One that is only given a default in each of
 * them has none of its own: where it is used, the default that stands there holds.
 */
export function assignedValues(
  assignments: readonly Assignment[],
  nameOf: (name: string) => string,
  expression: (assignment: Assignment, lookUp: VariableLookUp) => Expression,
): NamedValue[] {
  const byName = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const name = nameOf(assignment.name.text);
    const known = byName.get(name);
    if (known) known.push(assignment);
    else byName.set(name, [assignment]);
  }
  return [...byName].flatMap(([name, [first, ...others]]) => {
    if (!first || (others.length > 0 && byName.get(name)?.every(isDefault))) return [];
    const { span } = first.name;
    return [
      {
        name,
        value: lookUp =>
          others.length === 0
            ? expression(first, lookUp)
            : { type: 'unknown', reason: 'unsupported-expression', span },
      },
    ];
  });
}

/** `NAME=${NAME:-…}` */
function isDefault({ name, value }: Assignment): boolean {
  const [part, ...others] = value.parts;
  return (
    part?.type === 'variable' &&
    others.length === 0 &&
    part.name === name.text &&
    (part.operator === '-' || part.operator === ':-')
  );
}

/** Builtins whose arguments are assignments. */
export const ASSIGNING = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);
