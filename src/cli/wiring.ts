import type { Command } from 'commander';
import type { Environment } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import type { Streams } from './streams.ts';

/** What the commands are wired to. */
export interface Wiring {
  readonly streams: Streams;
  readonly environment: Environment;
  /** Told the exit code of the command that ran. */
  readonly done: (exitCode: ExitCode) => void;
}

/** What a command does with its arguments and the options that the parser has checked. */
type Run<Subject, Options> = (
  subject: Subject,
  options: Options,
  streams: Streams,
  environment: Environment,
) => Promise<ExitCode>;

/**
 * The action of a command, loaded when the command runs, and the engine with it: help and usage errors answer at once.
 */
export function lazily<Subject, Options extends object>(
  { streams, environment, done }: Wiring,
  load: () => Promise<Run<Subject, Options>>,
): (subject: Subject, options: unknown, command: Command) => Promise<void> {
  return async (subject, _options, command) => {
    const run = await load();
    done(await run(subject, command.optsWithGlobals<Options>(), streams, environment));
  };
}
