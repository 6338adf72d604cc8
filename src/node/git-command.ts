import { type SpawnSyncReturns, spawnSync } from 'node:child_process';

/** What git printed, or the sentence that says why it did not. */
export type GitAnswer =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly reason: string };

/**
 * Asks git a question about the repository that holds the absolute path `folder`. Only commands that read objects,
 * references and the index may be asked: with the settings below none of them runs a program that the repository's own
 * configuration names, or reaches the network.
 */
export function askGit(folder: string, args: readonly string[]): GitAnswer {
  const result = spawnSync('git', ['-C', folder, ...args], {
    env: gitEnvironment(),
    maxBuffer: MOST_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  if (result.status === 0) return { ok: true, output: result.stdout };
  return { ok: false, reason: reasonOf(result) };
}

const MOST_BYTES = 1024 * 1024 * 1024;

/** Settings of the command line stand above those of the repository. */
const SETTINGS: readonly (readonly [name: string, value: string])[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  // A partial clone would fetch what it lacks, through a program of its configuration's choice.
  ['protocol.allow', 'never'],
];

/** The process's environment with the settings that keep git harmless. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: String(SETTINGS.length),
    ...Object.fromEntries(
      SETTINGS.flatMap(([name, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, name],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    LC_ALL: 'C',
  };
}

function reasonOf({ error, stderr }: SpawnSyncReturns<Buffer>): string {
  if (error && 'code' in error && error.code === 'ENOENT') return 'git is not installed';
  const line = stderr?.toString('utf8').trim().split('\n')[0] ?? '';
  return line.replace(/^(fatal|error): /, '') || error?.message || 'git failed';
}
