import { fileChunks } from '../node/file-chunks.ts';
import { resolveTargetPath } from '../node/targets.ts';
import { MERGERS } from '../report/index.ts';
import type { MergeInput } from '../report/merge/merge-input.ts';
import { dataWords, phrase } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { writeReport } from './output.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

export interface MergeCommandOptions {
  readonly format: keyof typeof MERGERS;
  readonly output?: string;
}

/**
 * Merges reports into one. An argument is a file, or `name=file`: then the report's paths get `name/` in front, so that
 * reports of many repositories can be told apart.
 */
export async function mergeCommand(
  reports: readonly string[],
  options: MergeCommandOptions,
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const merge = await MERGERS[options.format]();
  try {
    writeReport(merge(reports.map(report => openInput(report, environment))), options, streams, environment);
    return EXIT_CODE.clean;
  } catch (error) {
    if (error instanceof Error && error.name === 'MergeError') throw new UsageError(dataWords(error.message));
    throw error;
  }
}

function openInput(argument: string, { workingFolder }: Environment): MergeInput {
  const equals = argument.indexOf('=');
  const name = argument.slice(equals + 1);
  const path = resolveTargetPath(workingFolder, name);
  if (path === undefined)
    throw new UsageError(phrase('cli.unreadable', { path: name, reason: phrase('file.missing') }));
  const prefix = equals <= 0 ? '' : `${argument.slice(0, equals).replace(/(?<!\/)\/+$/, '')}/`;
  return { name, prefix, chunks: fileChunks(path) };
}
