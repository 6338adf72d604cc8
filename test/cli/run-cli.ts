import { type Environment, run } from '../../src/cli/command.ts';

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  /** The width when standard output is a terminal. */
  readonly stdoutColumns?: number;
  readonly stderrIsTerminal?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
  readonly fetch?: NonNullable<Environment['fetch']>;
  readonly ask?: Environment['ask'];
  readonly searchWorker?: URL;
  readonly today?: string;
}

/** Runs a command line in this process, as it would run in `workingFolder`. */
export async function runCli(
  workingFolder: string,
  argv: readonly string[],
  {
    stdoutColumns,
    stderrIsTerminal = false,
    variables = {},
    today = '2026-11-23',
    fetch,
    ask,
    searchWorker,
  }: Terminal = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stdout = {
    write: (text: string) => {
      written.stdout += text;
    },
    ...(stdoutColumns === undefined ? {} : { isTTY: true, columns: stdoutColumns }),
  };
  const stderr = {
    write: (text: string) => {
      written.stderr += text;
    },
    isTTY: stderrIsTerminal,
  };
  const serveLanguage = () => Promise.reject(new Error('not in this process'));
  const clock = { today: () => today };
  const world = {
    workingFolder,
    variables,
    clock,
    ask,
    searchWorker,
    serveLanguage,
    ...(fetch ? { fetch } : {}),
  };
  const exitCode = await run(argv, { stdout, stderr }, world);
  return { exitCode, ...written };
}
