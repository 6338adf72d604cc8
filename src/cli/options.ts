import { type Command, InvalidArgumentError, Option } from 'commander';
import { AudienceSchema, SEVERITIES } from '../model/vocabulary.ts';

/** Options that several commands have. */

/** Of the program, so that each command has it. */
export function languageOption(): Option {
  return new Option(
    '--lang <language>',
    'the language to speak: en, fr or de (default: that of the environment, but English in reports for programs)',
  ).argParser((value: string) =>
    /^(?:en|fr|de)(?:[-_.@].*)?$/i.test(value) ? value : refuse('Allowed choices are en, fr, de.'),
  );
}

/** Where a report goes, and whether it is coloured. */
export function addOutputOptions(command: Command): Command {
  return command
    .option('--output <file>', 'write the report to a file instead of standard output')
    .option('--color', 'use colours even when the output is no terminal')
    .option('--no-color', 'use no colours');
}

export function rulesetOption(): Option {
  return new Option(
    '--ruleset <source>',
    'a ruleset file, or the name of a bundled ruleset; may be repeated',
  ).argParser((value: string, previous?: string[]) => append(value, previous));
}

export function audienceOption(): Option {
  const choices: readonly string[] = AudienceSchema.options;
  return new Option(
    '--audience <id>',
    `whom the report is for, which decides what acts bind; may be repeated (choices: ${choices.join(', ')})`,
  ).argParser((value: string, previous?: string[]) => {
    if (choices.includes(value)) return append(value, previous);
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
  });
}

export function failOnOption(): Option {
  return new Option('--fail-on <severity>', 'exit with 1 when there is a finding of this severity or worse')
    .choices(SEVERITIES)
    .default('warning');
}

/** @throws InvalidArgumentError which becomes a usage error with this reason */
export function refuse(reason: string): never {
  throw new InvalidArgumentError(reason);
}

export function formatOption(reporters: Readonly<Record<string, unknown>>): Option {
  return new Option('--format <name>', 'how the report looks')
    .choices(Object.keys(reporters))
    .default('text');
}

/** For options that may be repeated. */
function append(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
