import { writeTextFile } from '../node/text-file.ts';
import type { Presentation } from '../report/report.ts';
import { phrase } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { type Streams, widthOf } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** The options that say where a report goes and how it looks. */
export interface OutputOptions {
  readonly output?: string;
  readonly color?: boolean;
}

/** How a report that goes where `options` say is to look. */
export function presentationFor(
  { output, color }: OutputOptions,
  pathPrefix: string,
  { stdout }: Streams,
  { variables }: Environment,
): Presentation {
  const isTerminal = output === undefined && stdout.isTTY === true;
  return {
    color: color ?? wantsColor(variables, isTerminal),
    width: isTerminal ? widthOf(stdout) : undefined,
    pathPrefix,
  };
}

/** Writes a report to the file or standard output. */
export function writeReport(
  report: Iterable<string>,
  { output }: OutputOptions,
  { stdout }: Streams,
  { workingFolder }: Environment,
): void {
  const blocks = inBlocks(report);
  if (output === undefined) {
    for (const block of blocks) stdout.write(block);
    return;
  }
  const failure = writeTextFile(workingFolder, output, blocks);
  if (failure !== undefined) {
    throw new UsageError(phrase('cli.unwritable', { path: output, reason: failure }));
  }
}

/** A write for each line would take longer than the scan. */
const BLOCK_LENGTH = 64 * 1024;

function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK_LENGTH) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** https://no-color.org and https://force-color.org; else colours are for terminals that have them. */
export function wantsColor(
  { NO_COLOR, FORCE_COLOR, TERM }: Environment['variables'],
  isTerminal: boolean,
): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return isTerminal && TERM !== 'dumb';
}
